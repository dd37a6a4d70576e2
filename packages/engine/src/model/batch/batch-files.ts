import { exchange, readField, readLines, type BatchItem, type BatchResult } from './batch-api.ts';

/** Where a provider keeps files, and what it lets in by. */
export interface BatchFiles {
  /** With `/v1`. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface OutputLine {
  readonly custom_id?: string;
  readonly response?: { readonly status_code?: number; readonly body?: unknown } | null;
}

/** Uploads what a batch is made over; its name at the provider. Nothing is ordered by that. */
export async function uploadItems(
  { base, headers }: BatchFiles,
  items: readonly BatchItem[],
  lineOf: (item: BatchItem) => object,
  signal: AbortSignal,
): Promise<string> {
  const lines = items.map((item) => JSON.stringify(lineOf(item)));
  const form = new FormData();
  form.set('purpose', 'batch');
  form.set('file', new Blob([lines.join('\n')], { type: 'application/jsonl' }), 'calls.jsonl');
  return readField(await exchange(`${base}/files`, { method: 'POST', headers, body: form, signal }), 'id');
}

/** The answers in a file; lines of calls that failed are passed over. */
export async function* readResults(
  { base, headers }: BatchFiles,
  file: string,
  signal: AbortSignal,
): AsyncGenerator<BatchResult> {
  const response = await exchange(`${base}/files/${encodeURIComponent(file)}/content`, { headers, signal });
  for await (const line of readLines(response)) {
    const { custom_id: id = '', response: answer } = line as OutputLine;
    // Mistral promises no status with an answer, and an error in place of one.
    if (answer?.body !== undefined && (answer.status_code ?? 200) === 200) yield { id, body: answer.body };
  }
}
