import type { ArtefactStore, AssessOptions, Scorer } from '@dsgen/core';
import { KeyRing, type FindKey } from '../model/providers/key-ring.ts';
import { keyVariableOf, parseBaseUrl, type Environment } from '../model/providers/open-provider.ts';
import { openGrammarScorer } from './grammar-scorer.ts';
import { openModuleScorer } from './module-scorer.ts';
import type { OpenScorer } from './open-scorer.ts';
import { openPerplexityScorer } from './perplexity-scorer.ts';
import { isBuiltInScorer, scoreName, type BuiltInScorer } from './score-name.ts';

/** Where vLLM listens when nobody says otherwise. */
const DEFAULT_PERPLEXITY_URL = 'http://127.0.0.1:8000/v1';

export interface OpenScorersOptions {
  readonly assess: Pick<AssessOptions, 'scorers' | 'perplexityModel'>;
  /** Keeps what was asked of servers. */
  readonly store: ArtefactStore;
  /** Variables of the host's environment: `DSGEN_PERPLEXITY_URL`, and the key of its server. */
  readonly environment: Environment;
  readonly findKey?: FindKey;
}

/** The scorers of a recipe, by the names of their scores. */
export interface OpenScorers {
  readonly scorers: ReadonlyMap<string, Scorer>;
  close(): Promise<void>;
}

const OPENERS: Record<BuiltInScorer, (options: OpenScorersOptions) => Promise<OpenScorer>> = {
  grammar: openGrammarScorer,
  perplexity: openPerplexity,
};

/**
 * Opens the scorers that a recipe names.
 *
 * @throws UsageError `package-missing`, `scorer-module-invalid` or `model-base-url-invalid`
 */
export async function openScorers(options: OpenScorersOptions): Promise<OpenScorers> {
  const opened = new Map<string, OpenScorer>();
  async function close(): Promise<void> {
    for (const scorer of opened.values()) await scorer.close();
  }
  try {
    for (const scorer of options.assess.scorers ?? []) {
      const open = isBuiltInScorer(scorer) ? OPENERS[scorer](options) : openModuleScorer(scorer);
      opened.set(scoreName(scorer), await open);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { scorers: new Map(Array.from(opened, ([name, { score }]) => [name, score])), close };
}

async function openPerplexity({ assess, store, environment, findKey }: OpenScorersOptions): Promise<OpenScorer> {
  const baseUrl = parseBaseUrl(environment['DSGEN_PERPLEXITY_URL'] ?? DEFAULT_PERPLEXITY_URL);
  const keys = await new KeyRing(environment, findKey).environmentOf('openai-compatible');
  const variable = keyVariableOf('openai-compatible', keys);
  const apiKey = variable === undefined ? undefined : keys[variable];
  return openPerplexityScorer({ model: assess.perplexityModel ?? '', baseUrl, apiKey, store });
}
