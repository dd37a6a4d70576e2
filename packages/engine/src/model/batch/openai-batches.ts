import { exchange, findField, readField, type BatchApi } from './batch-api.ts';
import { readResults, uploadItems } from './batch-files.ts';
import type { WireCall } from './wire-call.ts';

const ENDPOINT = '/v1/chat/completions';
const ENDED: ReadonlySet<string> = new Set(['completed', 'expired', 'cancelled', 'failed']);

/** OpenAI: a file of requests, a batch over it, a file of answers. */
export function openAiBatches({ url, headers }: Pick<WireCall, 'url' | 'headers'>): BatchApi {
  const base = url.replace(/\/chat\/completions$/, '');
  const files = { base, headers };
  const json = { ...headers, 'content-type': 'application/json' };
  function read(batch: string, signal: AbortSignal): Promise<Response> {
    return exchange(`${base}/batches/${encodeURIComponent(batch)}`, { headers, signal });
  }
  return {
    async submit(items, signal) {
      const file = await uploadItems(
        files,
        items,
        ({ id, body }) => ({ custom_id: id, method: 'POST', url: ENDPOINT, body }),
        signal,
      );
      const body = JSON.stringify({ input_file_id: file, endpoint: ENDPOINT, completion_window: '24h' });
      const made = await exchange(`${base}/batches`, { method: 'POST', headers: json, body, signal, isOrder: true });
      return readField(made, 'id', true);
    },
    hasEnded: async ({ batch }, signal) => ENDED.has(await readField(await read(batch, signal), 'status')),
    async *results({ batch }, signal) {
      const file = await findField(await read(batch, signal), 'output_file_id');
      // A batch that failed as a whole has none.
      if (file !== undefined) yield* readResults(files, file, signal);
    },
  };
}
