import type { ArtefactStore, ScoredRecord } from '@dsgen/core';
import { canonicalJson } from '../shared/canonical-json.ts';
import { sha256 } from '../shared/hash.ts';
import { EchoCompletions, type EchoCompletionsOptions, type EchoedToken } from './echo-completions.ts';
import type { OpenScorer } from './open-scorer.ts';

/** Raise it when the same record would get another score. */
const PERPLEXITY_VERSION = 1;

export interface PerplexityOptions extends EchoCompletionsOptions {
  /** Keeps every score, so that nothing is asked twice and a dataset made again is the same. */
  readonly store: ArtefactStore;
}

/**
 * A scorer of perplexity: how little a model expects the answer after the question, e to the mean negative log probability
 * of the answer's tokens (Jelinek et al. 1977, doi:10.1121/1.2016299). 1 is expected word for word; there is no upper end.
 * It has nothing to say of a record that is longer than the model can read.
 */
export function openPerplexityScorer({ store, ...server }: PerplexityOptions): OpenScorer {
  const completions = new EchoCompletions(server);
  return {
    async score(record, { signal = new AbortController().signal }) {
      const text = textOf(record);
      const key = keyOf(server.model, text);
      const kept = await store.get(key, { signal });
      if (kept !== undefined) return readKept(kept);
      const tokens = await completions.tokensOf(text.question + text.answer, signal);
      const score = tokens === undefined ? null : perplexityOf(tokens, text);
      await store.put(key, new TextEncoder().encode(JSON.stringify({ score })), { noteAtOnce: true });
      return score;
    },
    close: () => completions.close(),
  };
}

interface Text {
  readonly question: string;
  readonly answer: string;
}

function textOf({ messages }: ScoredRecord): Text {
  const asked = messages
    .slice(0, -1)
    .map((message) =>
      [message.content, ...(message.role === 'user' ? [message.context ?? ''] : [])].join('\n\n').trim(),
    );
  return { question: `${asked.join('\n\n')}\n\n`, answer: messages.at(-1)?.content ?? '' };
}

/** A token that begins in the white space before the answer is its first. */
function perplexityOf(tokens: readonly EchoedToken[], { question }: Text): number | null {
  const answerStart = [...question].length;
  const expected = tokens.flatMap(({ logProbability }, index) => {
    const end = tokens[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return end <= answerStart || logProbability === null ? [] : [logProbability];
  });
  if (expected.length === 0) return null;
  return Math.exp(-expected.reduce((sum, value) => sum + value, 0) / expected.length);
}

function keyOf(model: string, text: Text): string {
  const input = sha256(canonicalJson(text));
  return `silver/perplexity@${PERPLEXITY_VERSION}/${sha256(model).slice(0, 16)}/${input.slice(0, 2)}/${input}`;
}

function readKept(bytes: Uint8Array): number | null {
  return (JSON.parse(new TextDecoder().decode(bytes)) as { readonly score: number | null }).score;
}
