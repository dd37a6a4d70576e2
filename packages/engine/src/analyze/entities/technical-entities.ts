import type { Entity, EntityType } from './entity.ts';

const RULES: ReadonlyArray<readonly [EntityType, RegExp]> = [
  ['url', /(?<![\p{L}\p{N}])(?:https?|ftp):\/\/[!#-&*-;=?-Z_a-z~]{3,300}/gu],
  [
    // Long numbers before the sign make the id of a message.
    'email',
    /(?<![\p{L}\p{N}._%+-])(?![\p{L}\p{N}._%+-]*\d{6})[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,20}(?![\p{L}\p{N}])/gu,
  ],
  [
    'identifier',
    /(?<![\p{L}\p{N}-])(?:CVE-\d{4}-\d{4,7}|(?:RFC|PEP|BCP|ISO|IEC|ISO\/IEC|IEEE|NIST SP|DSA|DLA)[ -]\d{1,6}(?:[.-]\d{1,4})*)(?![\p{L}\p{N}])/gu,
  ],
];

/** Addresses and numbers of standards and reports, in no order. They have one form, so none is in doubt. */
export function findTechnical(text: string): Entity[] {
  return RULES.flatMap(([type, pattern]) =>
    Array.from(text.matchAll(pattern), (match): Entity => {
      // A full stop or comma after an address ends the sentence.
      const length = match[0].replace(/[.,;:!?]+$/u, '').length;
      return { type, start: match.index, end: match.index + length };
    }),
  );
}
