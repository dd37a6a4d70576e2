import type { DecodeResult, Message, ToolCall } from '@dsgen/core';
import { own, RowReader, type JsonObject } from '../conversation/row-reader.ts';
import { readCall, readJsonText, readTools } from '../conversation/tool-shapes.ts';
import { blankTurns, misplacedTurns } from '../conversation/turn-order.ts';
import { shareGptSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(shareGptSchema.properties));
const turnKeys: ReadonlySet<string> = new Set(['from', 'value']);
const aliasKeys: ReadonlySet<string> = new Set(['role', 'content']);

const tags = ['system', 'human', 'gpt', 'function_call', 'observation'] as const;
type Tag = (typeof tags)[number];

/** Names other tools write; read with a note, because most trainers stop at them. */
const aliases: ReadonlyMap<string, Tag> = new Map([
  ['user', 'human'],
  ['assistant', 'gpt'],
  ['chatgpt', 'gpt'],
  ['model', 'gpt'],
  ['tool', 'observation'],
]);

/** Reads one ShareGPT row; turns keyed `role` and `content` are read with a note. */
export function readShareGpt(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const turns = new TurnReader(reader);
  const system = reader.optionalString(own(object, 'system'), '/system') ?? '';
  if (system.trim() !== '') turns.add({ role: 'system', content: system }, '/system');
  const list = reader.list(own(object, 'conversations'), '/conversations') ?? [];
  for (const [index, turn] of list.entries()) turns.read(turn, `/conversations/${index}`);
  turns.checkOrder();
  const toolsText = reader.optionalString(own(object, 'tools'), '/tools') ?? '';
  const parsed = toolsText.trim() === '' ? undefined : readJsonText(toolsText, '/tools', reader);
  const tools = parsed === undefined ? [] : readTools(parsed, '/tools', reader);
  reader.noteUnknown(object, '', columns);
  return reader.result({ messages: turns.messages, ...(tools.length > 0 && { tools }) });
}

class TurnReader {
  readonly messages: Message[] = [];
  readonly #reader: RowReader;
  /** Where in the row each message comes from: one turn can hold several. */
  readonly #pointers: string[] = [];
  #calls = 0;
  /** Calls of the turn before, which an observation answers. */
  #open: readonly ToolCall[] = [];

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  add(message: Message, pointer: string): void {
    this.messages.push(message);
    this.#pointers.push(pointer);
  }

  read(value: unknown, pointer: string): void {
    const turn = this.#reader.object(value, pointer);
    if (turn === undefined) return;
    const isAlias = own(turn, 'from') === undefined && own(turn, 'role') !== undefined;
    if (isAlias)
      this.#reader.note('key-alias', pointer, 'The turn is keyed "role" and "content"; write "from" and "value".');
    const [tagKey, textKey] = isAlias ? ['role', 'content'] : ['from', 'value'];
    const tag = this.#tag(turn, tagKey, pointer);
    const text = this.#reader.string(own(turn, textKey), `${pointer}/${textKey}`);
    this.#reader.noteUnknown(turn, pointer, isAlias ? aliasKeys : turnKeys);
    if (tag === undefined || text === undefined) return;
    if (tag === 'observation') this.#addObservation(text, `${pointer}/${textKey}`);
    else if (tag === 'function_call') this.#addCalls(text, `${pointer}/${textKey}`);
    else this.#addText(tag, text, pointer);
  }

  checkOrder(): void {
    if (this.#reader.hasIssues) return;
    for (const problem of [...misplacedTurns(this.messages), ...blankTurns(this.messages)]) {
      this.#reader.fail(problem.code, this.#pointers[problem.index] ?? '/conversations', problem.message);
    }
  }

  #tag(turn: JsonObject, key: string, pointer: string): Tag | undefined {
    const given = this.#reader.string(own(turn, key), `${pointer}/${key}`);
    if (given === undefined) return undefined;
    const known = tags.find((tag) => tag === given);
    if (known !== undefined) return known;
    const meant = aliases.get(given);
    const place = `${pointer}/${key}`;
    if (meant === undefined) {
      const message = `${JSON.stringify(given)} is no role; use one of ${tags.join(', ')}.`;
      this.#reader.fail('unknown-role', place, message);
    } else {
      this.#reader.note('role-alias', place, `${JSON.stringify(given)} is read as "${meant}"; write "${meant}".`);
    }
    return meant;
  }

  #addText(tag: Exclude<Tag, 'function_call' | 'observation'>, content: string, pointer: string): void {
    if (tag === 'system') this.add({ role: 'system', content }, pointer);
    else this.add({ role: tag === 'human' ? 'user' : 'assistant', content }, pointer);
    this.#open = [];
  }

  #addCalls(text: string, pointer: string): void {
    const parsed = readJsonText(text, pointer, this.#reader);
    if (parsed === undefined) return;
    const calls = Array.isArray(parsed) ? parsed : [parsed];
    this.#open = calls.flatMap((call) => {
      const read = readCall(call, pointer, this.#reader);
      this.#calls += 1;
      return read === undefined ? [] : [{ id: callId(this.#calls), ...read }];
    });
    this.add({ role: 'assistant', content: '', toolCalls: this.#open }, pointer);
  }

  #addObservation(text: string, pointer: string): void {
    const answers = this.#open.length > 1 ? this.#splitAnswers(text, pointer) : [text];
    for (const [index, content] of answers.entries()) {
      this.add({ role: 'tool', content, toolCallId: this.#open[index]?.id ?? '' }, pointer);
    }
    this.#open = [];
  }

  /** Several calls are answered by one observation: a JSON list with one answer for each. */
  #splitAnswers(text: string, pointer: string): readonly string[] {
    const parsed = readJsonText(text, pointer, this.#reader);
    if (Array.isArray(parsed) && parsed.length === this.#open.length) {
      return parsed.map((answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer)));
    }
    const message = `The observation answers ${this.#open.length} calls and must be a JSON list of as many answers.`;
    this.#reader.fail('unanswered-call', pointer, message);
    return [];
  }
}

/** ShareGPT has no call ids, so calls are numbered in the order of the conversation. */
export function callId(count: number): string {
  return `call_${count}`;
}
