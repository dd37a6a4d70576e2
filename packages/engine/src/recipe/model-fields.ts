import { BATCH_MODES, type ModelOptions } from '@dsgen/core';
import type { Field } from './field.ts';

/** What a language model adds: the fields of the recipe's `model`. */
export const MODEL_FIELDS = {
  name: {
    kind: 'string',
    example: 'openai-compatible/my-model',
    description: 'Language model to write further records with, as provider/name. Without it none is asked.',
  },
  baseUrl: {
    kind: 'string',
    example: 'http://localhost:8000/v1',
    description: 'Address of an OpenAI-compatible endpoint. It is left out of datasets.',
  },
  batch: {
    kind: 'choice',
    values: BATCH_MODES,
    example: 'never',
    description: 'Send calls in batches, at half the price and within a day: never, always, or where 100 or more wait.',
  },
  extractive: {
    kind: 'boolean',
    example: true,
    description: 'Keep the records that need no model beside those of the model.',
  },
  prompts: {
    kind: 'names',
    example: ['qa'],
    description: 'Prompts to use; dsgen prompts list shows them. Without it, those that are on for the tasks.',
  },
  promptFolder: {
    kind: 'string',
    example: './prompts',
    description: 'Folder of prompt files of your own; dsgen prompts eject fills one.',
  },
  temperature: {
    kind: 'number',
    minimum: 0,
    maximum: 2,
    example: 0.7,
    description: 'Sampling temperature. Without it, that of the provider.',
  },
  maxOutputTokens: {
    kind: 'integer',
    minimum: 64,
    maximum: 1_000_000,
    example: 4096,
    description: 'Most tokens of an answer, reasoning included.',
  },
  variations: {
    kind: 'integer',
    minimum: 0,
    maximum: 5,
    example: 2,
    description: 'Other wordings of each question that stands alone, at most. Without it, none.',
  },
  acrossDocuments: {
    kind: 'integer',
    minimum: 0,
    maximum: 16,
    example: 2,
    description: 'Sections of a document to ask about with one of an earlier document, at most. Without it, none.',
  },
  votes: {
    kind: 'integer',
    minimum: 0,
    maximum: 9,
    example: 3,
    description: 'How often a judge that sees the sources is asked about each record. Without it, never.',
  },
  judge: {
    kind: 'string',
    example: 'openai-compatible/my-judge',
    description: 'Model that judges. Without it, the one that writes.',
  },
  minSupport: {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    example: 1,
    description: 'Judged records: fewest of the claims that must be supported, as a share.',
  },
  minClarity: gate('Judged records: least clarity of the request.', 0),
  minRelevance: gate('Judged records: least relevance of the response.', 0),
  minCoherence: gate('Judged records: least coherence of the response.', 0),
  maxToxicity: gate('Judged records: most toxicity.', 1),
  maxBias: gate('Judged records: most bias.', 1),
  maxFailedShare: {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    example: 0.1,
    description: 'Fail the job (exit code 4) when a larger share of the calls gets no answer.',
  },
} as const satisfies { readonly [Name in keyof Required<ModelOptions>]: Field };

function gate(description: string, example: number): Field {
  return { kind: 'number', minimum: 0, maximum: 1, example, description };
}
