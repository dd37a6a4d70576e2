import { EXPORT_COMPRESSIONS, EXPORT_CONTAINERS, PII_MODES, TASKS, type Recipe } from '@dsgen/core';
import { CONSUMERS } from '@dsgen/formats';
import type { Field } from './field.ts';
import { MODEL_FIELDS } from './model-fields.ts';

/** Every field of every section; leaving one out, here or in core, does not compile. */
type RecipeFields = {
  readonly [Name in keyof Required<Recipe>]: Required<Recipe>[Name] extends readonly unknown[] | number
    ? Field
    : { readonly [Member in keyof Required<Required<Recipe>[Name]>]: Field };
};

/** The one table behind validation, defaults, the published JSON Schema and `dsgen init`. */
export const RECIPE_FIELDS = {
  version: { kind: 'constant', default: 1, description: 'Format of this file.' },
  tasks: {
    kind: 'choices',
    values: TASKS,
    default: ['qa', 'instruction', 'summarization'],
    description: 'Kinds of records to make; docs/tasks.md says what each is and needs.',
  },
  seed: {
    kind: 'integer',
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    default: 0,
    description: 'The same documents, recipe and seed give the same bytes.',
  },
  extract: {
    ocr: {
      kind: 'boolean',
      default: false,
      description: 'Read images and pages without a text layer by optical character recognition.',
    },
    ocrLanguage: { kind: 'string', default: 'eng', description: 'Tesseract language code for OCR.' },
    html: {
      kind: 'choice',
      values: ['page', 'article'],
      default: 'page',
      description: 'page takes the whole web page, article its main content.',
    },
    jsonField: {
      kind: 'string',
      example: 'text',
      description: 'JSON and JSONL: the field that holds the text. Without it, the longest string.',
    },
  },
  chunk: {
    maxTokens: {
      kind: 'integer',
      minimum: 32,
      maximum: 1_000_000,
      default: 512,
      description: 'Most tokens of a chunk.',
    },
    overlapTokens: {
      kind: 'integer',
      minimum: 0,
      maximum: 500_000,
      default: 64,
      description: 'Most tokens repeated from the chunk before, in whole sentences. At most half of maxTokens.',
    },
  },
  generate: {
    context: {
      kind: 'choice',
      values: ['closed', 'open', 'mixed'],
      default: 'mixed',
      description:
        'Where the passage goes: closed questions stand alone, open ones carry the passage as input, mixed uses what each pattern needs.',
    },
    limit: {
      kind: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      example: 1000,
      description: 'Stop after this many records. Without it there is no limit.',
    },
    subject: {
      kind: 'string',
      example: 'Acme Database',
      description: 'Product or organisation to name in questions that would otherwise need the document.',
    },
    allPatterns: {
      kind: 'boolean',
      example: true,
      description:
        'Also use the patterns that are off by default, of which a strict reader keeps fewer than 80 of 100 records, and let questions stand that only name a thing of their page.',
    },
    vary: {
      kind: 'choices',
      values: ['answers', 'entities', 'dates'],
      example: ['dates'],
      description:
        'Further records with a reworded answer (needs a model), other names or other dates. Other names and dates say what no document says. Without it, none.',
    },
  },
  model: MODEL_FIELDS,
  assess: {
    minTokens: {
      kind: 'integer',
      minimum: 0,
      maximum: 1_000_000,
      default: 10,
      description: 'Fewest tokens of a record.',
    },
    maxTokens: {
      kind: 'integer',
      minimum: 1,
      maximum: 1_000_000,
      default: 4096,
      description: 'Most tokens of a record.',
    },
    nearDuplicate: {
      kind: 'number',
      minimum: 0.5,
      maximum: 1,
      default: 0.8,
      description: 'Similarity from which two records count as near duplicates.',
    },
    maxPerSection: {
      kind: 'integer',
      minimum: 1,
      maximum: 1000,
      default: 3,
      description: 'Most records of one section of a document; the best stay. A model may add as many for each task.',
    },
    maxPerDocument: {
      kind: 'integer',
      minimum: 1,
      maximum: 1_000_000,
      default: 200,
      description: 'Most records of one document.',
    },
    maxQuarantinedShare: {
      kind: 'number',
      minimum: 0,
      maximum: 1,
      default: 1,
      description: 'Fail the job (exit code 4) when a larger share of the documents is quarantined. 1 never fails it.',
    },
    pii: {
      kind: 'choice',
      values: PII_MODES,
      default: 'report',
      description:
        'Personal data: report counts it, mask replaces it, drop leaves out records with it, off does not look. Records with keys and passwords are left out by report and drop.',
    },
    scorers: {
      kind: 'texts',
      example: ['grammar'],
      description:
        'What else scores every record: grammar, perplexity, or the path of a module of your own whose default export does.',
    },
    scoreGates: {
      kind: 'texts',
      example: ['grammar >= 0.9'],
      description: 'What a score must be for a record to be taken. Without, scores are recorded only.',
    },
    perplexityModel: {
      kind: 'string',
      example: 'my-model',
      description:
        'Model of the scorer perplexity, by the name its server knows; DSGEN_PERPLEXITY_URL says where it is.',
    },
  },
  split: {
    train: {
      kind: 'number',
      minimum: 0,
      maximum: 1,
      default: 0.9,
      description: 'Share of the documents for training.',
    },
    validation: { kind: 'number', minimum: 0, maximum: 1, default: 0.05, description: 'Share for validation.' },
    test: { kind: 'number', minimum: 0, maximum: 1, default: 0.05, description: 'Share for testing.' },
  },
  export: {
    format: {
      kind: 'string',
      default: 'alpaca',
      description: 'alpaca, sharegpt, openai, another known format, or the path of a JSON Schema file.',
    },
    chatTemplate: {
      kind: 'string',
      example: './tokenizer',
      description:
        'For the format text: Jinja file, tokenizer_config.json or folder of a tokenizer that renders the conversations.',
    },
    consumers: {
      kind: 'choices',
      values: CONSUMERS.map(({ name }) => name),
      example: ['trl'],
      description: 'Trainers and services that shall take every row and every file. Without it, none in particular.',
    },
    container: {
      kind: 'choice',
      values: EXPORT_CONTAINERS,
      default: 'jsonl',
      description: 'How the rows lie in their files; tar is WebDataset.',
    },
    compression: {
      kind: 'choice',
      values: EXPORT_COMPRESSIONS,
      default: 'none',
      description: 'Compress the data files; Parquet is compressed by itself.',
    },
    shardRecords: {
      kind: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      example: 100_000,
      description: 'Cut the data files after this many records. Without it, one file for each split.',
    },
    shardBytes: {
      kind: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      example: 500_000_000,
      description: 'Cut the data files at this many bytes, measured as JSON Lines before compression.',
    },
    encryptTo: {
      kind: 'texts',
      example: ['age1...'],
      description: 'Encrypt everything that holds records for these age recipients.',
    },
  },
} as const satisfies RecipeFields;

/** What each section is for, as shown by `dsgen init` and the JSON Schema. */
export const SECTION_DESCRIPTIONS: Readonly<Record<string, string>> = {
  extract: 'How documents become text.',
  chunk: 'How text is cut into chunks.',
  generate: 'How records are made.',
  model: 'What a language model adds. The values shown are those that hold when a model is named.',
  assess: 'Which records are good enough.',
  split: 'Shares of the documents by split; they sum to 1. A document and its near duplicates share one split.',
  export: 'What the dataset looks like.',
};

/** A setting, or the settings of a section by name. */
export type FieldTable = { readonly [name: string]: Field | FieldTable };

export function isField(entry: Field | FieldTable): entry is Field {
  return typeof entry['kind'] === 'string';
}
