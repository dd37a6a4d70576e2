import { countTokens } from '../../shared/tokens.ts';

/**
 * Whether a word is in common use: the vocabulary of the tokenizer, made of what the web writes most, has it whole.
 * "Router" is common, "Kibana" and "monomorphization" are not. The tokenizer must have been loaded.
 */
export function isCommonWord(word: string): boolean {
  return countTokens(` ${word.toLowerCase()}`) === 1;
}
