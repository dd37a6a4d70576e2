import { InputError, type CodecRecord, type Loss, type Message } from '@dsgen/core';
import type { TurnProblem } from './turn-order.ts';

export interface HeldFields {
  /** Name of the format, for the reasons. */
  readonly format: string;
  /** Fields of the record beside `messages` that the format has a place for. */
  readonly fields: ReadonlySet<string>;
  readonly names: boolean;
  readonly weights: boolean;
}

/** What of a record, apart from the order of its turns, has no place in the format. */
export function fieldLosses(record: CodecRecord, held: HeldFields): readonly Loss[] {
  const losses: Loss[] = [];
  for (const [field, value] of Object.entries(record)) {
    if (field === 'messages' || held.fields.has(field) || value === undefined || isEmptyList(value)) continue;
    losses.push(dropped(field, held.format));
  }
  for (const [index, message] of record.messages.entries()) losses.push(...messageLosses(message, index, held));
  return losses;
}

function messageLosses(message: Message, index: number, held: HeldFields): readonly Loss[] {
  const losses: Loss[] = [];
  if (!held.names && 'name' in message && message.name !== undefined) {
    losses.push(dropped(`messages/${index}/name`, held.format));
  }
  // A weight of 1 is what every trainer does anyway.
  if (!held.weights && message.role === 'assistant' && message.weight === 0) {
    const reason = `${held.format} cannot leave a turn out of training; this one will be trained.`;
    losses.push({ field: `messages/${index}/weight`, kind: 'dropped', reason });
  }
  return losses;
}

export function dropped(field: string, format: string): Loss {
  return { field, kind: 'dropped', reason: `${format} has no place for it.` };
}

export function blockedBy(problems: readonly TurnProblem[]): readonly Loss[] {
  return problems.map(({ index, message }) => ({ field: `messages/${index}`, kind: 'blocked', reason: message }));
}

export const MERGED_CONTEXT = 'The passage is appended to the question; where it begins is not kept.';

/** A passage that the format can only append to the question. */
export function mergedContext(message: Message, index: number): readonly Loss[] {
  if (message.role !== 'user' || (message.context ?? '') === '') return [];
  return [{ field: `messages/${index}/context`, kind: 'merged', reason: MERGED_CONTEXT }];
}

/** A user turn as one text: the passage follows the question after a blank line. */
export function userText(message: Message & { readonly role: 'user' }): string {
  const context = message.context ?? '';
  if (context === '') return message.content;
  return message.content === '' ? context : `${message.content}\n\n${context}`;
}

/** Leaves out what another loss already covers: a flaw in a text that is dropped anyway is no second loss. */
export function distinctLosses(losses: readonly Loss[]): readonly Loss[] {
  if (losses.length < 2) return losses;
  const whole = new Set<string>();
  for (const loss of losses) if (loss.kind === 'dropped') whole.add(loss.field);
  const seen = new Set<string>();
  return losses.filter(({ field, kind }) => {
    if (kind !== 'dropped') return true;
    if (seen.has(field) || parents(field).some((parent) => whole.has(parent))) return false;
    seen.add(field);
    return true;
  });
}

function parents(field: string): readonly string[] {
  const segments = field.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Stops when a loss is of the kind that would make the row teach something else. */
export function refuseBlocked(format: string, losses: readonly Loss[]): void {
  const blocking = losses.find((loss) => loss.kind === 'blocked');
  if (blocking === undefined) return;
  throw new InputError({
    code: 'record-not-representable',
    message: `Writing a record as ${format} failed at ${blocking.field}: ${blocking.reason}`,
    fix: `Leave the record out, or choose a format that can hold it, such as openai.`,
    data: { format, losses },
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
