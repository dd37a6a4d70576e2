import type { ModelRequest } from '@dsgen/engine';

/** About 1,500 characters, as a chunk with its instructions has. */
const PASSAGE = 'The quick brown fox jumps over the lazy dog and says nothing. '.repeat(24);

export function question(index: number, model = 'openai-compatible/bench'): ModelRequest {
  return {
    model,
    system: 'Answer from the passage only.',
    messages: [{ role: 'user', content: `Question ${index}. ${PASSAGE}` }],
    maxOutputTokens: 200,
    purpose: 'bench',
  };
}

/** Keeps so many calls waiting, as a pipeline does. */
export async function feed(count: number, ahead: number, call: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  async function work(): Promise<void> {
    while (next < count) {
      next += 1;
      await call(next);
    }
  }
  await Promise.all(Array.from({ length: Math.min(ahead, count) }, work));
}

/** The same call without a client. */
export async function bareFetch(baseUrl: string, index: number): Promise<unknown> {
  const { system, messages, maxOutputTokens } = question(index);
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({
      model: 'bench',
      messages: [{ role: 'system', content: system }, ...messages],
      max_tokens: maxOutputTokens,
    }),
  });
  return response.json();
}
