import type { LineGroup } from './line-groups.ts';

/** A paragraph that a page or column end cut in two becomes one again, on the page where it starts; so do halves of headings. */
export function joinBrokenGroups(groups: readonly LineGroup[]): LineGroup[] {
  const joined: LineGroup[] = [];
  for (const group of groups) {
    const index = joined.findLastIndex((candidate) => isFlow(candidate));
    const open = joined[index];
    if (open !== undefined && isFlow(group) && (continues(open, group) || continuesHeading(open, group))) {
      joined[index] = { ...open, bottom: group.bottom, lines: [...open.lines, ...group.lines] };
    } else {
      joined.push(group);
    }
  }
  return joined;
}

function isFlow(group: LineGroup): boolean {
  return group.edge === undefined;
}

function continues(open: LineGroup, group: LineGroup): boolean {
  if (open.level !== undefined || group.level !== undefined) return false;
  if (open.table !== undefined || group.table !== undefined || open.isMonospace || group.isMonospace) return false;
  const isNewColumn = group.page !== open.page || group.top < open.bottom;
  if (!isNewColumn || group.marker !== undefined || Math.abs(open.size - group.size) > 0.6) return false;
  const end = open.lines.at(-1)?.text ?? '';
  const start = group.lines[0]?.text ?? '';
  return !/[.!?:;\u3002]["\u201d')\]]*$/.test(end) && /^[\p{Ll}\p{Lo}(]/u.test(start) && end.length > 20;
}

/** A heading of two lines whose halves an edge strip or a wide line gap parted. The level is the one of the first half. */
function continuesHeading(open: LineGroup, group: LineGroup): boolean {
  const gap = group.top - open.bottom;
  const isSameStyle = open.level !== undefined && open.level === group.level && open.page === group.page;
  return isSameStyle && group.marker === undefined && gap > -2 && gap < open.size * 0.8;
}
