import type { Recipe } from '@dsgen/core';
import { CONVERSATION_FORMAT_NAMES, FORMAT_NAMES } from '@dsgen/formats';
import { conflict, quoteValue, type RecipeIssue } from './recipe-issue.ts';

/** Settings of the export that cannot hold together, or with the rest of the recipe. */
export function findExportConflicts(recipe: Recipe): RecipeIssue[] {
  return [...findFormatConflicts(recipe)];
}

function findFormatConflicts(recipe: Recipe): RecipeIssue[] {
  const { format, chatTemplate } = recipe.export;
  const conflicts: RecipeIssue[] = [];
  if (comparesAnswers(format) && !makesPairs(recipe)) {
    const message = `export.format is ${quoteValue(format)}, which compares a better with a worse answer; nothing in the recipe makes such pairs`;
    const allowed = CONVERSATION_FORMAT_NAMES;
    conflicts.push({ ...conflict(['export', 'format'], message), fix: `Use one of ${allowed.join(', ')}.`, allowed });
  }
  if (format === 'text' && chatTemplate === undefined) {
    const message = 'export.format is "text", and export.chatTemplate, which renders the conversations, is not set';
    const fix = 'Set export.chatTemplate (--chat-template) to a Jinja file or the folder of a tokenizer.';
    conflicts.push({ ...conflict(['export', 'chatTemplate'], message), fix });
  }
  if (format !== 'text' && chatTemplate !== undefined) {
    const message = `export.chatTemplate is for the format text; export.format is ${quoteValue(format)}`;
    conflicts.push(conflict(['export', 'chatTemplate'], message));
  }
  return conflicts;
}

/** Whether a format asks for two answers to one question. */
function comparesAnswers(format: string): boolean {
  return FORMAT_NAMES.some((name) => name === format) && !CONVERSATION_FORMAT_NAMES.some((name) => name === format);
}

/** Whether a recipe makes records with a better and a worse answer: only a model's prompt for pairs does. */
export function makesPairs({ model }: Recipe): boolean {
  return model?.prompts?.includes('preference') === true;
}
