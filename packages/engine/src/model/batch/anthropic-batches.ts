import { exchange, readField, readLines, type BatchApi } from './batch-api.ts';
import type { WireCall } from './wire-call.ts';

interface ResultLine {
  readonly custom_id?: string;
  readonly result?: { readonly type: string; readonly message?: unknown };
}

/** Anthropic: the requests in the batch itself, the answers as lines. */
export function anthropicBatches({ url, headers }: Pick<WireCall, 'url' | 'headers'>): BatchApi {
  const batches = `${url}/batches`;
  return {
    async submit(items, signal) {
      const body = JSON.stringify({ requests: items.map(({ id, body: params }) => ({ custom_id: id, params })) });
      const json = { ...headers, 'content-type': 'application/json' };
      const response = await exchange(batches, { method: 'POST', headers: json, body, signal, isOrder: true });
      return await readField(response, 'id', true);
    },
    async hasEnded({ batch }, signal) {
      const response = await exchange(`${batches}/${encodeURIComponent(batch)}`, { headers, signal });
      return (await readField(response, 'processing_status')) === 'ended';
    },
    async *results({ batch }, signal) {
      const response = await exchange(`${batches}/${encodeURIComponent(batch)}/results`, { headers, signal });
      for await (const line of readLines(response)) {
        const { custom_id: id = '', result } = line as ResultLine;
        if (result?.type === 'succeeded') yield { id, body: result.message };
      }
    },
  };
}
