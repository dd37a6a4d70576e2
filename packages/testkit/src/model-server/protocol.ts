import type { ServerAnswer, ServerRequest } from './server-options.ts';

/** Why a model stopped, in words of neither protocol. */
export type Finish = 'stop' | 'length' | 'filtered' | 'refused' | 'tools';

/** An answer with everything a protocol has to say about it. */
export interface FinishedAnswer extends ServerAnswer {
  readonly finish: Finish;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
}

/** An error as the server means it; each protocol has its own words for it. */
export type ErrorKind =
  | 'rate'
  | 'credit'
  | 'server'
  | 'overloaded'
  | 'key'
  | 'model'
  | 'schema'
  | 'context'
  | 'request';

export interface ProtocolError {
  readonly status: number;
  readonly body: unknown;
}

/** One provider's way to ask and to answer. */
export interface Protocol {
  readonly name: ServerRequest['protocol'];
  readonly path: string;
  parse(body: Readonly<Record<string, unknown>>): ServerRequest;
  keyOf(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined;
  whole(answer: FinishedAnswer, model: string): unknown;
  /** The answer as server-sent events, in order. */
  stream(answer: FinishedAnswer, model: string): readonly string[];
  error(kind: ErrorKind): ProtocolError;
  /** What the provider says about its limits in every answer. */
  limitHeaders(requestsPerMinute: number): Readonly<Record<string, string>>;
}

/** Text of a message's content, which is a string or a list of parts. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => String((part as { text?: unknown }).text ?? '')).join('');
}

/** Pieces of about twenty characters, as tokens come. */
export function pieces(text: string): string[] {
  return text.match(/[^]{1,20}/g) ?? [];
}
