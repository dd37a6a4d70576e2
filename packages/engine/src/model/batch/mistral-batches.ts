import { exchange, findField, readField, type BatchApi } from './batch-api.ts';
import { readResults, uploadItems } from './batch-files.ts';
import type { WireCall } from './wire-call.ts';

const ENDED: ReadonlySet<string> = new Set(['SUCCESS', 'FAILED', 'TIMEOUT_EXCEEDED', 'CANCELLED']);
const MOST_HOURS = 24;

/** Mistral: a file of requests, a job over it, a file of answers. A job has one model, which every request names as well. */
export function mistralBatches({ url, headers, body: { model } }: WireCall): BatchApi {
  const base = url.replace(/\/chat\/completions$/, '');
  const files = { base, headers };
  const json = { ...headers, 'content-type': 'application/json' };
  function read(job: string, signal: AbortSignal): Promise<Response> {
    return exchange(`${base}/batch/jobs/${encodeURIComponent(job)}`, { headers, signal });
  }
  return {
    async submit(items, signal) {
      const file = await uploadItems(files, items, ({ id, body }) => ({ custom_id: id, body }), signal);
      const order = { input_files: [file], endpoint: '/v1/chat/completions', model, timeout_hours: MOST_HOURS };
      const body = JSON.stringify(order);
      const made = await exchange(`${base}/batch/jobs`, { method: 'POST', headers: json, body, signal, isOrder: true });
      return readField(made, 'id', true);
    },
    hasEnded: async ({ batch: job }, signal) => ENDED.has(await readField(await read(job, signal), 'status')),
    async *results({ batch: job }, signal) {
      const file = await findField(await read(job, signal), 'output_file');
      // A job in which everything failed has none.
      if (file !== undefined) yield* readResults(files, file, signal);
    },
  };
}
