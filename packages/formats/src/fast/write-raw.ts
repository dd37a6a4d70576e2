import type { ByteSink } from './byte-sink.ts';
import type { RawTurns } from './raw-turns.ts';

/** Writes the row of the turns, copied between the quotes of the bytes they were read from. */
export type RawWriter = (source: Buffer, turns: RawTurns, sink: ByteSink) => void;

const alpaca = {
  instruction: Buffer.from('{"instruction":"'),
  input: Buffer.from('","input":"'),
  output: Buffer.from('","output":"'),
  system: Buffer.from('","system":"'),
  history: Buffer.from('","history":[["'),
  answer: Buffer.from('","'),
  nextPair: Buffer.from('"],["'),
  endOfHistory: Buffer.from('"]]}\n'),
  end: Buffer.from('"}\n'),
};

/** As `writeAlpaca` and `formatRow` write it. */
export function writeRawAlpaca(source: Buffer, turns: RawTurns, sink: ByteSink): void {
  const last = turns.count - 2;
  sink.put(alpaca.instruction);
  putTurn(source, turns, last, sink);
  sink.put(alpaca.input);
  if (turns.contextStart !== -1) sink.copy(source, turns.contextStart, turns.contextEnd);
  sink.put(alpaca.output);
  putTurn(source, turns, last + 1, sink);
  if (turns.systemStart !== -1) {
    sink.put(alpaca.system);
    sink.copy(source, turns.systemStart, turns.systemEnd);
  }
  for (let index = 0; index < last; index += 2) {
    sink.put(index === 0 ? alpaca.history : alpaca.nextPair);
    putTurn(source, turns, index, sink);
    sink.put(alpaca.answer);
    putTurn(source, turns, index + 1, sink);
  }
  sink.put(last > 0 ? alpaca.endOfHistory : alpaca.end);
}

/** What stands before a text, by the turn it belongs to; the first of a row begins the row. */
interface ChatTemplate {
  readonly firstSystem: Buffer;
  readonly firstUser: Buffer;
  readonly user: Buffer;
  readonly assistant: Buffer;
}

function chatTemplate(list: string, turn: (role: 'system' | 'user' | 'assistant') => string): ChatTemplate {
  return {
    firstSystem: Buffer.from(`{"${list}":[{${turn('system')}"`),
    firstUser: Buffer.from(`{"${list}":[{${turn('user')}"`),
    user: Buffer.from(`"},{${turn('user')}"`),
    assistant: Buffer.from(`"},{${turn('assistant')}"`),
  };
}

const openAi = chatTemplate('messages', (role) => `"role":"${role}","content":`);

const shareGptRoles = { system: 'system', user: 'human', assistant: 'gpt' } as const;
const shareGpt = chatTemplate('conversations', (role) => `"from":"${shareGptRoles[role]}","value":`);

/** As `writeOpenAi` and `formatRow` write it. */
export function writeRawOpenAi(source: Buffer, turns: RawTurns, sink: ByteSink): void {
  writeRawChat(source, turns, { sink, template: openAi });
}

/** As `writeShareGpt` and `formatRow` write it. */
export function writeRawShareGpt(source: Buffer, turns: RawTurns, sink: ByteSink): void {
  writeRawChat(source, turns, { sink, template: shareGpt });
}

const contextSeparator = Buffer.from(String.raw`\n\n`);
const chatEnd = Buffer.from('"}]}\n');

function writeRawChat(
  source: Buffer,
  turns: RawTurns,
  { sink, template }: { readonly sink: ByteSink; readonly template: ChatTemplate },
): void {
  const hasSystem = turns.systemStart !== -1;
  if (hasSystem) {
    sink.put(template.firstSystem);
    sink.copy(source, turns.systemStart, turns.systemEnd);
  }
  for (let index = 0; index < turns.count; index += 2) {
    sink.put(index === 0 && !hasSystem ? template.firstUser : template.user);
    putTurn(source, turns, index, sink);
    // Only Alpaca has a place for a passage, and its rows that are read here have one question.
    if (turns.contextStart !== -1) {
      sink.put(contextSeparator);
      sink.copy(source, turns.contextStart, turns.contextEnd);
    }
    sink.put(template.assistant);
    putTurn(source, turns, index + 1, sink);
  }
  sink.put(chatEnd);
}

function putTurn(source: Buffer, turns: RawTurns, index: number, sink: ByteSink): void {
  sink.copy(source, turns.offsets[index * 2] ?? 0, turns.offsets[index * 2 + 1] ?? 0);
}
