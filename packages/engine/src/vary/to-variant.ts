import type { Candidate, Message } from '@dsgen/core';
import { recordId } from '../shared/record-id.ts';
import { ANSWER_HASH, ANSWER_VERSION } from './answer-request.ts';
import { VARIATION_HASH, VARIATION_VERSION } from './variation-request.ts';
import type { VariationKind } from './vary-candidates.ts';

export interface VariantWording {
  readonly kind: VariationKind;
  /** The question, or the answer, in other words. */
  readonly text: string;
  /** `provider/name`. */
  readonly model: string;
}

const ORIGIN = {
  questions: { generator: `variation@${VARIATION_VERSION}`, promptHash: VARIATION_HASH },
  answers: { generator: `answer-variation@${ANSWER_VERSION}`, promptHash: ANSWER_HASH },
} as const;

/** Scores of a judge stay with the original: nobody judged these words. */
export function toVariant(original: Candidate, { kind, text, model }: VariantWording): Candidate {
  const { quality, lineage, task, sources } = original;
  const content = { task, messages: reword(original.messages, kind, text), sources };
  const { support, fit } = quality;
  const { generator, promptHash } = ORIGIN[kind];
  return {
    ...original,
    ...content,
    id: recordId(content),
    quality: { ...(support === undefined ? {} : { support }), ...(fit === undefined ? {} : { fit }) },
    lineage: {
      ...lineage,
      generator: `model/${task}/${generator}`,
      model,
      promptHash,
      variantOf: original.id,
      variation: kind,
    },
    pattern: 'model-variation',
    focus: text.toLowerCase().replaceAll(/\s+/gu, ' ').trim(),
  };
}

function reword(messages: readonly Message[], kind: VariationKind, text: string): Message[] {
  const role = kind === 'questions' ? 'user' : 'assistant';
  return messages.map((message) => (message.role === role ? { ...message, content: text } : message));
}
