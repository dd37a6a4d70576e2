import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';

const LONGEST_LINE = 400;
const MOST_ROWS = 3;
const WAY_CELL = /^(?:\[ ?)?(?:prev|previous|next|home|up|top|contents|index|back|<<?|>>?|\?)(?: ?\])?$/iu;

/** Lines and tables that lead to the pages before and after, as manuals for the web have them above and below their text. */
export function findNavigation(blocks: readonly RawBlock[]): ReadonlyMap<number, BlockRole> {
  const found = new Map<number, BlockRole>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph' ? isNavigationLine(block.text) : block.kind === 'table' && isWayTable(block.rows))
      found.set(index, 'navigation');
  }
  return found;
}

function isWayTable(rows: ReadonlyArray<readonly string[]>): boolean {
  if (rows.length > MOST_ROWS) return false;
  const cells = rows.flat().map((cell) => cell.trim());
  return cells.some(isNavigationLine) || cells.filter((cell) => WAY_CELL.test(cell)).length > 1;
}

/** "Next: Matrices, Previous: Arrays, Up: Data [Contents][Index]": the way through a manual, not its text. */
function isNavigationLine(text: string): boolean {
  return (
    text.length < LONGEST_LINE &&
    (/\[Contents\](?:\[Index\]| |\|)*$/u.test(text) ||
      /^\[? ?(?:Next|Previous|Prev|Up) ?: [^.!?]{1,160}[,\]|] ?(?:\[ ?)?(?:Next|Previous|Prev|Up) ?: /u.test(text) ||
      /^\|? ?\[ (?:<<|<|>|>>|Up ?:)/u.test(text) ||
      /^(?:\[ ?(?:Top|Up|Contents|Index|\?|<<?|>>?) ?\][ |]*)+$/u.test(text) ||
      /^[←«‹⬅] ?[^.!?]{1,60}$|^[^.!?]{1,60} ?[→»›➡]$/u.test(text) ||
      /^(?:Next|Previous|Prev|Up next|(?:Next|Previous) (?:page|chapter|section|topic|article)) ?[:→»›] ?[^.!?:]{1,80}$/u.test(
        text,
      ) ||
      /^(?:(?:« ?|< ?)?Prev(?:ious)?|(?:Up|Home|Contents|Index|Top))(?: ?[|·•–-] ?| )(?:Up|Home|Contents|Index|Top|Next(?: ?»| ?>)?)(?:(?: ?[|·•–-] ?| )(?:Contents|Index|Home|Next(?: ?»| ?>)?))*$/u.test(
        text,
      ))
  );
}
