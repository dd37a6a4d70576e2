import { hash } from 'node:crypto';

/**
 * A number from 0 (inclusive) to 1 (exclusive) that depends on nothing but its arguments: the seeded random source of
 * every stage. The same key and seed give the same number on every machine and in every order of work.
 */
export function seededFraction(key: string, seed: number): number {
  const digest = hash('sha256', `${seed}\0${key}`, 'buffer');
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/**
 * One of `items`, chosen by key and seed.
 *
 * @throws RangeError when `items` is empty.
 */
export function seededPick<Item>(items: readonly Item[], key: string, seed: number): Item {
  const item = items[Math.floor(seededFraction(key, seed) * items.length)];
  if (item === undefined) throw new RangeError(`Cannot pick one of 0 items for "${key}".`);
  return item;
}
