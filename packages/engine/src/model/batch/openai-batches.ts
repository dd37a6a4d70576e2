import { exchange, findField, readField, readLines, type BatchApi } from './batch-api.ts';
import type { WireCall } from './wire-call.ts';

interface OutputLine {
  readonly custom_id?: string;
  readonly response?: { readonly status_code: number; readonly body: unknown } | null;
}

const ENDED: ReadonlySet<string> = new Set(['completed', 'expired', 'cancelled', 'failed']);

/** OpenAI: a file of requests, a batch over it, a file of answers. */
export function openAiBatches({ url, headers }: Pick<WireCall, 'url' | 'headers'>): BatchApi {
  const base = url.replace(/\/chat\/completions$/, '');
  const json = { ...headers, 'content-type': 'application/json' };
  function read(batch: string, signal: AbortSignal): Promise<Response> {
    return exchange(`${base}/batches/${encodeURIComponent(batch)}`, { headers, signal });
  }
  return {
    async submit(items, signal) {
      const lines = items.map(({ id, body }) =>
        JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body }),
      );
      const form = new FormData();
      form.set('purpose', 'batch');
      form.set('file', new Blob([lines.join('\n')], { type: 'application/jsonl' }), 'calls.jsonl');
      const uploaded = await exchange(`${base}/files`, { method: 'POST', headers, body: form, signal });
      const file = await readField(uploaded, 'id');
      const order = { input_file_id: file, endpoint: '/v1/chat/completions', completion_window: '24h' };
      const body = JSON.stringify(order);
      const made = await exchange(`${base}/batches`, { method: 'POST', headers: json, body, signal, isOrder: true });
      return readField(made, 'id', true);
    },
    hasEnded: async (batch, signal) => ENDED.has(await readField(await read(batch, signal), 'status')),
    async *results(batch, signal) {
      const file = await findField(await read(batch, signal), 'output_file_id');
      // A batch that failed as a whole has none.
      if (file === undefined) return;
      const response = await exchange(`${base}/files/${encodeURIComponent(file)}/content`, { headers, signal });
      for await (const line of readLines(response)) {
        const { custom_id: id = '', response: answer } = line as OutputLine;
        if (answer?.status_code === 200) yield { id, body: answer.body };
      }
    },
  };
}
