import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createIdFilter } from './id-filter.ts';

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => hash('sha256', `${prefix} ${index}`));
}

test('it knows every id that was added, and few others', () => {
  const filter = createIdFilter();
  const added = ids('added', 10_000);
  for (const id of added) filter.add(id);
  expect(added.every((id) => filter.mayHave(id))).toBe(true);
  expect(ids('other', 10_000).filter((id) => filter.mayHave(id)).length).toBeLessThan(100);
});
