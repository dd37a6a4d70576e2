import type { RawTurns } from './raw-turns.ts';

/** The row of the turns, copied between the quotes of the text they were read from. */
export type RawWriter = (text: string, turns: RawTurns) => string;

/** As `writeAlpaca` and `formatRow` write it. */
export function writeRawAlpaca(text: string, turns: RawTurns): string {
  const last = turns.count - 2;
  const input = turns.contextStart === -1 ? '' : text.slice(turns.contextStart, turns.contextEnd);
  let row = `{"instruction":"${turn(text, turns, last)}","input":"${input}","output":"${turn(text, turns, last + 1)}"`;
  if (turns.systemStart !== -1) row += `,"system":"${text.slice(turns.systemStart, turns.systemEnd)}"`;
  if (last > 0) {
    row += ',"history":[';
    for (let index = 0; index < last; index += 2) {
      row += `${index === 0 ? '' : ','}["${turn(text, turns, index)}","${turn(text, turns, index + 1)}"]`;
    }
    row += ']';
  }
  return `${row}}\n`;
}

interface ChatTemplate {
  readonly start: string;
  readonly system: string;
  readonly user: string;
  readonly assistant: string;
}

const openAi: ChatTemplate = {
  start: '{"messages":[',
  system: '{"role":"system","content":"',
  user: '{"role":"user","content":"',
  assistant: '{"role":"assistant","content":"',
};

const shareGpt: ChatTemplate = {
  start: '{"conversations":[',
  system: '{"from":"system","value":"',
  user: '{"from":"human","value":"',
  assistant: '{"from":"gpt","value":"',
};

/** As `writeOpenAi` and `formatRow` write it. */
export function writeRawOpenAi(text: string, turns: RawTurns): string {
  return writeRawChat(text, turns, openAi);
}

/** As `writeShareGpt` and `formatRow` write it. */
export function writeRawShareGpt(text: string, turns: RawTurns): string {
  return writeRawChat(text, turns, shareGpt);
}

function writeRawChat(text: string, turns: RawTurns, template: ChatTemplate): string {
  let row = template.start;
  if (turns.systemStart !== -1) row += `${template.system}${text.slice(turns.systemStart, turns.systemEnd)}"},`;
  for (let index = 0; index < turns.count; index += 2) {
    row += `${index === 0 ? '' : ','}${template.user}${turn(text, turns, index)}`;
    // A passage belongs to the last question only: Alpaca has no other place for one.
    if (turns.contextStart !== -1) row += `\\n\\n${text.slice(turns.contextStart, turns.contextEnd)}`;
    row += `"},${template.assistant}${turn(text, turns, index + 1)}"}`;
  }
  return `${row}]}\n`;
}

function turn(text: string, turns: RawTurns, index: number): string {
  return text.slice(turns.offsets[index * 2], turns.offsets[index * 2 + 1]);
}
