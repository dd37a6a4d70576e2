import type { RawBlock } from '../../raw-block.ts';
import { textToBlocks } from '../text/text-to-blocks.ts';

const QUOTED = /^\s?(?:>|\|\s>)/;
const ATTRIBUTION =
  /^(?:On|Am|Le|El|Op)\s.{5,200}(?:wrote|schrieb|a écrit|escribió|schreef)\s?:$|^-{2,}\s?(?:Original Message|Forwarded message|Ursprüngliche Nachricht)\s?-{2,}$/i;
const SIGNATURE = /^--\s?$/;

/** The text part of a mail: what its author wrote, with quotations and the signature marked. */
export function mailTextToBlocks(text: string): readonly RawBlock[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const signature = lines.findLastIndex((line) => SIGNATURE.test(line));
  const body = signature < 0 ? lines : lines.slice(0, signature);
  const rest = signature < 0 ? [] : lines.slice(signature + 1);
  return [...runs(body).flatMap(toBlocks), ...toBlocks({ isQuoted: true, lines: rest })];
}

interface Run {
  readonly isQuoted: boolean;
  readonly lines: string[];
}

function runs(lines: readonly string[]): readonly Run[] {
  const found: Run[] = [];
  for (const line of lines) {
    const isQuoted = QUOTED.test(line) || ATTRIBUTION.test(line.trim());
    const last = found.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(line);
    else found.push({ isQuoted, lines: [line] });
  }
  return found;
}

function toBlocks(run: Run): readonly RawBlock[] {
  if (!run.isQuoted) return textToBlocks(run.lines.join('\n'));
  const text = run.lines.map((line) => line.replace(/^(?:\s?>)+\s?/, '')).join('\n');
  return textToBlocks(text).map((block) => ({ ...block, role: 'boilerplate' }));
}
