import * as Flags from '@oclif/core/flags';
import { BATCH_MODES, parseBudget, parsePrice, type ModelSettings } from '@dsgen/sdk';
import { defined } from './defined.ts';
import { readPriceList } from './read-price-list.ts';

const HELP_GROUP = 'MODEL';

/** Flags about the language model that writes records beside the extractive ones. */
export const modelFlags = {
  model: Flags.string({
    char: 'm',
    description: 'Language model that writes further records, as provider/name. Its key comes from the environment.',
    env: 'DSGEN_MODEL',
    helpGroup: HELP_GROUP,
    helpValue: 'PROVIDER/NAME',
  }),
  'base-url': Flags.string({
    description: 'Address of an OpenAI-compatible endpoint, such as http://localhost:8000/v1.',
    env: 'DSGEN_BASE_URL',
    helpGroup: HELP_GROUP,
    helpValue: 'URL',
  }),
  batch: Flags.option({
    description:
      'Send calls in batches: half the price, an answer within a day. auto: where 100 or more wait. Default: never.',
    env: 'DSGEN_BATCH',
    helpGroup: HELP_GROUP,
    options: [...BATCH_MODES],
  })(),
  prompt: Flags.string({
    description: 'Prompt to use. Repeat for more. Default: those that are on for the tasks.',
    env: 'DSGEN_PROMPT',
    helpGroup: HELP_GROUP,
    helpValue: 'NAME',
    multiple: true,
    multipleNonGreedy: true,
  }),
  prompts: Flags.string({
    description: 'Folder of prompt files of your own; dsgen prompts eject fills one.',
    env: 'DSGEN_PROMPTS',
    helpGroup: HELP_GROUP,
    helpValue: 'DIR',
  }),
  'across-documents': Flags.integer({
    description:
      'Sections of a document, at most, to ask about together with one of an earlier document, with the prompts for several sections. Default: none.',
    env: 'DSGEN_ACROSS_DOCUMENTS',
    helpGroup: HELP_GROUP,
    helpValue: 'N',
    min: 0,
    max: 16,
  }),
  votes: Flags.integer({
    description: 'How often a judge that sees the sources is asked about each record of the model.',
    env: 'DSGEN_VOTES',
    helpGroup: HELP_GROUP,
    helpValue: 'N',
    min: 0,
    max: 9,
  }),
  budget: Flags.custom<number>({
    description:
      'US dollars that the job may spend at most, worst cases included; the rest is left out with exit code 4.',
    env: 'DSGEN_BUDGET',
    helpGroup: HELP_GROUP,
    helpValue: '20usd',
    parse: async (text) => parseBudget(text),
  })(),
  price: Flags.custom<Price>({
    description: 'US dollars for a million input and output tokens, for a model that the price list does not have.',
    env: 'DSGEN_PRICE',
    helpGroup: HELP_GROUP,
    helpValue: 'IN/OUT',
    parse: async (text) => parsePrice(text),
  })(),
  prices: Flags.custom<NonNullable<ModelSettings['prices']>>({
    description: 'File of prices to use in place of the list that comes with dsgen.',
    env: 'DSGEN_PRICES',
    helpGroup: HELP_GROUP,
    helpValue: 'FILE',
    parse: async (path) => readPriceList(path),
  })(),
  'requests-per-minute': Flags.integer({
    description: 'Requests that the provider allows in a minute. Default: learned from its answers.',
    env: 'DSGEN_REQUESTS_PER_MINUTE',
    helpGroup: HELP_GROUP,
    helpValue: 'N',
    min: 1,
  }),
  'tokens-per-minute': Flags.integer({
    description: 'Tokens that the provider allows in a minute, in and out.',
    env: 'DSGEN_TOKENS_PER_MINUTE',
    helpGroup: HELP_GROUP,
    helpValue: 'N',
    min: 1,
  }),
  'calls-at-once': Flags.integer({
    description: 'Calls under way at once. Default: from 8 up to 64, as far as the provider bears it.',
    env: 'DSGEN_CALLS_AT_ONCE',
    helpGroup: HELP_GROUP,
    helpValue: 'N',
    min: 1,
  }),
  offline: Flags.boolean({
    description: 'Use only answers that are kept from earlier runs; a missing one is exit code 4.',
    env: 'DSGEN_OFFLINE',
    helpGroup: HELP_GROUP,
  }),
};

export interface ModelFlags {
  readonly model?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly batch?: (typeof BATCH_MODES)[number] | undefined;
  readonly prompt?: readonly string[] | undefined;
  readonly prompts?: string | undefined;
  readonly 'across-documents'?: number | undefined;
  readonly votes?: number | undefined;
  readonly budget?: number | undefined;
  readonly price?: Price | undefined;
  readonly prices?: ModelSettings['prices'] | undefined;
  readonly 'requests-per-minute'?: number | undefined;
  readonly 'tokens-per-minute'?: number | undefined;
  readonly 'calls-at-once'?: number | undefined;
  readonly offline?: boolean | undefined;
}

type Price = NonNullable<ModelSettings['price']>;

/** What of the flags belongs to the job alone and never to its recipe. */
export function modelSettings(flags: ModelFlags): ModelSettings | undefined {
  const { offline, budget, price, prices } = flags;
  const limits = defined({
    requestsPerMinute: flags['requests-per-minute'],
    tokensPerMinute: flags['tokens-per-minute'],
    maxConcurrency: flags['calls-at-once'],
  });
  const settings = {
    ...defined({ isOffline: offline, budgetUsd: budget, price, prices }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}
