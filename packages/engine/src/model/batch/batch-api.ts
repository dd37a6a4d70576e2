import { NEVER_CONNECTED } from '../providers/ai-sdk.ts';
import { explainStatus } from '../providers/explain-status.ts';
import { ProviderError } from '../providers/provider.ts';
import type { KeptBatch } from './kept-batch.ts';

export interface BatchItem {
  /** At most 64 letters and digits. */
  readonly id: string;
  /** What would be sent in real time. */
  readonly body: unknown;
}

/** An item that has an answer; those without one are not among the results. */
export interface BatchResult {
  readonly id: string;
  readonly body: unknown;
}

/** How a provider takes many calls at once. Every function throws a ProviderError, or the signal's reason. */
export interface BatchApi {
  /** The name of the batch at the provider. */
  submit(items: readonly BatchItem[], signal: AbortSignal): Promise<string>;
  hasEnded(batch: KeptBatch, signal: AbortSignal): Promise<boolean>;
  results(batch: KeptBatch, signal: AbortSignal): AsyncIterable<BatchResult>;
}

/** A line is one answer; more than this is not one. */
const MAX_LINE_CHARACTERS = 32_000_000;

export interface ExchangeInit extends RequestInit {
  readonly signal: AbortSignal;
  /** The request orders work: when nobody knows whether it arrived, it may be charged. */
  readonly isOrder?: boolean;
}

/** One request to a batch interface; its response has status 2xx. */
export async function exchange(url: string, { isOrder = false, ...init }: ExchangeInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    if (!isTimeout(init.signal.reason)) init.signal.throwIfAborted();
    const { code = 'unknown' } = (error as { readonly cause?: { readonly code?: string } }).cause ?? {};
    const mayBeCharged = isOrder && !NEVER_CONNECTED.has(code);
    throw new ProviderError({ kind: 'network', detail: `the connection failed: ${code}`, mayBeCharged });
  });
  if (response.ok) return response;
  const headers = Object.fromEntries(response.headers.entries());
  const body = await response.text().catch(() => '');
  const { status } = response;
  const {
    kind,
    message: detail,
    mayBeCharged,
  } = explainStatus({ status, headers, body, hasSchema: false, wallClockMs: 0 });
  throw new ProviderError({ kind, detail, mayBeCharged: isOrder && mayBeCharged });
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** The text under `key` of the JSON that came. An order that was taken is one, whatever was said about it. */
export async function readField(response: Response, key: string, isOrder = false): Promise<string> {
  const value = await findField(response, key);
  if (value !== undefined) return value;
  throw new ProviderError({ kind: 'server', detail: `the answer has no ${key}`, mayBeCharged: isOrder });
}

/** Like `readField`, where it may be missing. */
export async function findField(response: Response, key: string): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  const value = (body as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** The values of JSON lines, one at a time. */
export async function* readLines(response: Response): AsyncGenerator<object> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of partsOf(response)) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE_CHARACTERS) throw unreadable();
    yield* lines.filter((line) => line.trim() !== '').map(parse);
  }
  if (rest.trim() !== '') yield parse(rest);
}

async function* partsOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of response.body ?? []) yield part as Uint8Array;
  } catch {
    throw new ProviderError({ kind: 'network', detail: 'the results of the batch broke off' });
  }
}

function parse(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The same as any other text that is no object.
  }
  throw unreadable();
}

function unreadable(): ProviderError {
  return new ProviderError({ kind: 'server', detail: 'the results of the batch cannot be read' });
}
