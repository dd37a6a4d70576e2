import { sha256 } from '../shared/hash.ts';

/** Types of names that are replaced. */
export const REPLACED_TYPES = ['person', 'organization', 'place'] as const;
export type ReplacedType = (typeof REPLACED_TYPES)[number];

// Given names that fit "he", "she" and "they" alike, and family names that end no other word.
const GIVEN = 'Alex Andrea Ariel Charlie Eden Jamie Jules Kim Morgan Noor Robin Sasha Toni Yuri'.split(' ');
const FAMILY =
  'Abelung Brasko Corvel Dunmarsh Elvoy Farrant Gostrey Ingleby Kestrow Lorvane Merrowdale Orsting Pellory Ulvane'.split(
    ' ',
  );
const STEMS = 'Alderwick Brenholt Corvista Dunmere Eastrell Fernholm Ilmarsk Larkmoor Norvane Ostermoor Ravelin'.split(
  ' ',
);
const BODIES = 'Group Institute Partners Foundation'.split(' ');

const NAMES: Readonly<Record<ReplacedType, readonly string[]>> = {
  person: GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`)),
  organization: BODIES.flatMap((body) => STEMS.map((stem) => `${stem} ${body}`)),
  place: STEMS.map((stem) => `${stem}ford`),
};

export interface InventOptions {
  readonly type: ReplacedType;
  /** The same seed gives the same name. */
  readonly seed: string;
  /** Whether the name cannot be taken, such as one that the document has itself. */
  readonly isTaken: (name: string) => boolean;
}

/**
 * A name for one that is replaced. It is made up, so that nothing untrue is said about anybody, and begins with a vowel
 * when the other does, so that "an" stays right. Undefined when all are taken.
 */
export function inventName(name: string, { type, seed, isTaken }: InventOptions): string | undefined {
  const fitting = NAMES[type].filter((other) => startsWithVowel(other) === startsWithVowel(name));
  const first = Number.parseInt(sha256(`${seed}\n${type}\n${name}`).slice(0, 8), 16) % fitting.length;
  return [...fitting.slice(first), ...fitting.slice(0, first)].find((other) => !isTaken(other));
}

function startsWithVowel(name: string): boolean {
  return /^[AEIOU]/u.test(name);
}
