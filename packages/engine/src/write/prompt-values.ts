import { DIFFICULTIES, type ExtractedDocument, type Recipe } from '@dsgen/core';
import { seededPick } from '../shared/random.ts';
import { CONVERSATIONS } from './conversations.ts';
import type { Material } from './material.ts';
import type { Prompt, PromptValues } from './prompt.ts';

/** Tokens of source that one item is asked for. */
const TOKENS_PER_ITEM = 100;
const MOST_ITEMS = 6;

export interface PromptValuesInput {
  readonly document: ExtractedDocument;
  readonly material: Material;
  readonly prompt: Pick<Prompt, 'name'>;
  readonly recipe: Recipe;
  /** What the document is called, as it may leave the machine. */
  readonly title: string;
}

/** Everything a prompt's text may refer to but the material. Levels and conversations rotate by place, so all occur. */
export function promptValues(input: PromptValuesInput): Omit<PromptValues, 'material'> {
  const { document, material, prompt, recipe, title } = input;
  const place = `${document.documentId}:${prompt.name}:${material.chunkId}`;
  return {
    count: Math.min(MOST_ITEMS, Math.max(1, Math.round(material.tokens / TOKENS_PER_ITEM))),
    title,
    language: document.language === 'und' ? 'as it is' : document.language,
    subject: recipe.generate.subject ?? title,
    level: seededPick(DIFFICULTIES, `level:${place}`, recipe.seed),
    conversation: seededPick(CONVERSATIONS, `conversation:${place}`, recipe.seed).manner,
  };
}
