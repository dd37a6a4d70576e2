import type { RawBlock } from '../../raw-block.ts';
import type { LineGroup } from './line-groups.ts';

/** Points by which the markers of an inner list stand further in. */
const LIST_INDENT = 6;
const MAX_LIST_DEPTH = 5;

/** A block with the lines it comes from. */
export interface GroupedBlock {
  readonly group: LineGroup;
  readonly block: RawBlock;
}

/** Neighbouring items become one list; depth follows where the markers stand. */
export function joinItems(blocks: readonly GroupedBlock[]): RawBlock[] {
  const result: RawBlock[] = [];
  let run: GroupedBlock[] = [];
  for (const entry of blocks) {
    if (entry.block.kind === 'list' && (run.length === 0 || isSameList(run, entry))) {
      run.push(entry);
      continue;
    }
    if (run.length > 0) result.push(toList(run));
    run = entry.block.kind === 'list' ? [entry] : [];
    if (run.length === 0) result.push(entry.block);
  }
  if (run.length > 0) result.push(toList(run));
  return result;
}

function isSameList(run: readonly GroupedBlock[], entry: GroupedBlock): boolean {
  const last = run.at(-1)?.group;
  const outer = run[0]?.group;
  const { marker, left } = entry.group;
  if (last?.marker === undefined || outer?.marker === undefined || marker === undefined) return false;
  const isOuter = left < outer.left + LIST_INDENT;
  if (isOuter && marker.isOrdered !== outer.marker.isOrdered) return false;
  const isRestart =
    marker.isOrdered && marker.ordinal === 1 && last.marker.isOrdered && Math.abs(last.left - left) < LIST_INDENT;
  return !isRestart;
}

function toList(run: readonly GroupedBlock[]): RawBlock {
  const lefts = outline(run.map(({ group }) => group.left));
  const outer = run[0]?.group;
  const isOrdered = outer?.marker?.isOrdered === true;
  const items = run.flatMap(({ group, block }) => {
    const depth = Math.max(
      0,
      lefts.findLastIndex((left) => left <= group.left),
    );
    const isOther = depth > 0 && group.marker?.isOrdered !== isOrdered;
    const own = isOther ? { ordered: !isOrdered } : {};
    return block.kind === 'list' ? block.items.map(({ text }) => ({ text, depth, ...own })) : [];
  });
  return {
    kind: 'list',
    ordered: isOrdered,
    ...(isOrdered && outer.marker?.ordinal !== 1 ? { start: outer.marker?.ordinal ?? 1 } : {}),
    items,
    ...(outer === undefined ? {} : { page: outer.page }),
  };
}

/** Where the markers of each depth stand, outermost first. Pages and columns of one list may start elsewhere: few depths are kept. */
function outline(lefts: readonly number[]): readonly number[] {
  const depths: number[] = [];
  for (const left of lefts.toSorted((one, other) => one - other)) {
    const last = depths.at(-1);
    if (last === undefined || left - last >= LIST_INDENT) depths.push(left);
  }
  return depths.slice(0, MAX_LIST_DEPTH);
}
