/** `3`, `3 and 4`, `1 to 3 and 9`: pages for people. At most eight parts, then the rest is counted. */
export function describePages(pages: readonly number[]): string {
  const ranges: Array<[first: number, last: number]> = [];
  for (const page of pages.toSorted((one, other) => one - other)) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] + 1 === page) range[1] = page;
    else ranges.push([page, page]);
  }
  const parts = ranges.slice(0, 8).map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  const hidden = ranges.slice(8).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (hidden > 0) parts.push(`${hidden} more`);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
