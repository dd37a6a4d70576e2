import { resetTurns, type RawScanner, type RawTurns } from './raw-turns.ts';

/** Reads the row at the scanner's position; false when it is not of the plain kind that can be copied. */
export type RawReader = (scanner: RawScanner, turns: RawTurns) => boolean;

/** `{"instruction": …, "input": …, "output": …, "system": …}` in any order, without history. */
export function readRawAlpaca(scanner: RawScanner, turns: RawTurns): boolean {
  resetTurns(turns);
  if (!scanner.take('{')) return false;
  const { offsets } = turns;
  let seen = 0;
  do {
    scanner.takeSpace();
    const key = takeKey(scanner);
    // A key that is not known, or given twice, is for the plain path.
    if (key === 0 || (seen & key) !== 0) return false;
    seen |= key;
    const start = scanner.position + 1;
    const end = scanner.takeString(key === INPUT);
    if (end === -1) return false;
    if (key === INSTRUCTION) {
      offsets[0] = start;
      offsets[1] = end;
    } else if (key === OUTPUT) {
      offsets[2] = start;
      offsets[3] = end;
    } else if (key === SYSTEM) {
      turns.systemStart = start;
      turns.systemEnd = end;
    } else if (end > start) {
      turns.contextStart = start;
      turns.contextEnd = end;
    }
  } while (scanner.take(','));
  turns.count = 2;
  return (seen & REQUIRED) === REQUIRED && scanner.take('}\n');
}

const INSTRUCTION = 1;
const INPUT = 2;
const OUTPUT = 4;
const SYSTEM = 8;
const REQUIRED = INSTRUCTION | INPUT | OUTPUT;

function takeKey(scanner: RawScanner): number {
  const key = scanner.take('"in')
    ? scanner.take('struction":')
      ? INSTRUCTION
      : scanner.take('put":')
        ? INPUT
        : 0
    : scanner.take('"output":')
      ? OUTPUT
      : scanner.take('"system":')
        ? SYSTEM
        : 0;
  scanner.takeSpace();
  return key;
}

interface ChatKeys {
  readonly list: string;
  readonly role: string;
  readonly text: string;
  readonly system: string;
  readonly user: string;
  readonly assistant: string;
}

const openAi: ChatKeys = {
  list: '"messages":',
  role: '"role":',
  text: '"content":',
  system: '"system",',
  user: '"user",',
  assistant: '"assistant",',
};

const shareGpt: ChatKeys = {
  list: '"conversations":',
  role: '"from":',
  text: '"value":',
  system: '"system",',
  user: '"human",',
  assistant: '"gpt",',
};

/** `{"messages": [{"role": …, "content": …}, …]}`: an optional system turn, then user and assistant by turns. */
export function readRawOpenAi(scanner: RawScanner, turns: RawTurns): boolean {
  return readRawChat(scanner, turns, openAi);
}

/** `{"conversations": [{"from": …, "value": …}, …]}` likewise. */
export function readRawShareGpt(scanner: RawScanner, turns: RawTurns): boolean {
  return readRawChat(scanner, turns, shareGpt);
}

function readRawChat(scanner: RawScanner, turns: RawTurns, keys: ChatKeys): boolean {
  resetTurns(turns);
  if (!scanner.take('{') || !scanner.take(keys.list)) return false;
  scanner.takeSpace();
  if (!scanner.take('[')) return false;
  do {
    scanner.takeSpace();
    if (!scanner.take('{') || !scanner.take(keys.role)) return false;
    scanner.takeSpace();
    const isSystem = turns.count === 0 && turns.systemStart === -1 && scanner.take(keys.system);
    if (!isSystem && !scanner.take(turns.count % 2 === 0 ? keys.user : keys.assistant)) return false;
    scanner.takeSpace();
    if (!scanner.take(keys.text)) return false;
    scanner.takeSpace();
    const start = scanner.position + 1;
    const end = scanner.takeString(false);
    if (end === -1 || !scanner.take('}')) return false;
    if (isSystem) {
      turns.systemStart = start;
      turns.systemEnd = end;
    } else {
      turns.offsets[turns.count * 2] = start;
      turns.offsets[turns.count * 2 + 1] = end;
      turns.count += 1;
    }
  } while (scanner.take(','));
  return turns.count > 0 && turns.count % 2 === 0 && scanner.take(']}\n');
}
