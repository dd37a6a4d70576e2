import type { Recipe } from '@dsgen/core';
import { CONVERSATION_FORMAT_NAMES, fileObstacle, FORMAT_NAMES, resolveConsumers } from '@dsgen/formats';
import { packingOf } from '../export/data-files.ts';
import { looksLikeRecipient } from '../export/encryption/age.ts';
import { isFlat } from '../export/export-codec.ts';
import { conflict, quoteValue, type RecipeIssue } from './recipe-issue.ts';

/** Settings of the export that cannot hold together, or with the rest of the recipe. */
export function findExportConflicts(recipe: Recipe): RecipeIssue[] {
  return [
    ...findFormatConflicts(recipe),
    ...findContainerConflicts(recipe),
    ...findConsumerConflicts(recipe),
    ...findRecipientConflicts(recipe),
  ];
}

function findFormatConflicts(recipe: Recipe): RecipeIssue[] {
  const { format, chatTemplate } = recipe.export;
  const conflicts: RecipeIssue[] = [];
  if (comparesAnswers(format) && !makesPairs(recipe)) {
    const message = `export.format is ${quoteValue(format)}, which compares a better with a worse answer; nothing in the recipe makes such pairs`;
    const allowed = CONVERSATION_FORMAT_NAMES;
    conflicts.push({
      ...conflict(['export', 'format'], message),
      fix: `Use one of ${allowed.join(', ')}, or let a model write pairs: --model with --prompt ${PAIR_PROMPTS.join(' or ')}.`,
      allowed,
    });
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

/** Prompts whose records have a worse answer beside the right one. */
export const PAIR_PROMPTS: readonly string[] = ['critique', 'preference'];

/** Whether a recipe makes such records: only these prompts do, and those of a folder of the user's own may. */
function makesPairs({ model }: Recipe): boolean {
  if (model === undefined) return false;
  return model.promptFolder !== undefined || (model.prompts ?? []).some((name) => PAIR_PROMPTS.includes(name));
}

function findContainerConflicts({ export: { format, container, compression } }: Recipe): RecipeIssue[] {
  const conflicts: RecipeIssue[] = [];
  if (container === 'parquet' && compression !== 'none') {
    const message = `export.compression is ${quoteValue(compression)}; a Parquet file is compressed within, and cannot be read when all of it is`;
    conflicts.push(conflict(['export', 'compression'], message));
  }
  if (container === 'csv' && !isFlat(format)) {
    const allowed = FORMAT_NAMES.filter(isFlat);
    const message = `export.container is "csv"; it holds ${allowed.join(', ')}, and export.format is ${quoteValue(format)}`;
    conflicts.push({ ...conflict(['export', 'container'], message), allowed });
  }
  return conflicts;
}

function findConsumerConflicts({ export: options }: Recipe): RecipeIssue[] {
  const { format, consumers = [], shardBytes, shardRecords } = options;
  const plan = { ...packingOf(options), isSharded: shardBytes !== undefined || shardRecords !== undefined };
  return resolveConsumers(consumers).flatMap((consumer) => {
    const formats: readonly string[] = consumer.formats;
    if (!formats.includes(format)) {
      const message = `export.consumers names ${consumer.name}, which does not read ${quoteValue(format)}`;
      const fix = `Use one of ${formats.join(', ')}, or leave ${consumer.name} out.`;
      return [{ ...conflict(['export', 'format'], message), fix, allowed: formats }];
    }
    const obstacle = fileObstacle(consumer, plan);
    return obstacle === undefined
      ? []
      : [conflict(['export', 'consumers'], `export.consumers names ${consumer.name}: ${obstacle}`)];
  });
}

function findRecipientConflicts({ export: { encryptTo = [] } }: Recipe): RecipeIssue[] {
  return encryptTo
    .filter((recipient) => !looksLikeRecipient(recipient))
    .map((recipient) => {
      const message = `export.encryptTo has ${quoteValue(recipient)}, which is no age recipient`;
      const fix = 'Give public keys as age-keygen prints them: age1 and letters and digits.';
      return { ...conflict(['export', 'encryptTo'], message), fix };
    });
}
