import type { Mistake, MistakeKind } from './mistakes.ts';

/** What is right where the pattern finds it, and what is written instead; undefined leaves it alone. */
export interface MistakeRule {
  readonly kind: MistakeKind;
  readonly right: RegExp;
  wrong(this: void, found: string, before: string, after: string): string | undefined;
}

/** Every find of every rule. */
export function applyRules(rules: readonly MistakeRule[], prose: string): Mistake[] {
  return rules.flatMap(({ kind, right, wrong }) =>
    [...prose.matchAll(right)].flatMap(({ 0: found, index }): Mistake[] => {
      const end = index + found.length;
      const written = wrong(found, prose.slice(0, index), prose.slice(end));
      return written === undefined || written === found ? [] : [{ start: index, end, written, kind }];
    }),
  );
}
