const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const RANGE = new RegExp(
  `\\b(?<from>${DAYS.join('|')})s?\\s*(?:to|through|until|till|–|-)\\s*(?<to>${DAYS.join('|')})s?\\b`,
  'giu',
);

/** The days on which a text says that something is not: it is open on the others. */
export function otherDaysOf(text: string): string[] {
  const named = daysOf(text);
  return named.length === 0 ? [] : DAYS.filter((day) => !named.includes(day));
}

/** The days of the week that a text means without naming them: those of "Wednesday to Sunday", of a weekend. */
export function daysOf(text: string): string[] {
  const ranges = Array.from(text.matchAll(RANGE), ({ groups }) => {
    const [from, to] = [groups?.['from'], groups?.['to']].map((day) => DAYS.indexOf(day?.toLowerCase() ?? ''));
    return (from ?? 0) <= (to ?? 0)
      ? DAYS.slice(from, (to ?? 0) + 1)
      : [...DAYS.slice(from), ...DAYS.slice(0, (to ?? 0) + 1)];
  });
  const weekend = /\bweekends?\b/iu.test(text) ? DAYS.slice(5) : [];
  const weekdays = /\b(?:weekdays?|working days?)\b/iu.test(text) ? DAYS.slice(0, 5) : [];
  return [...ranges.flat(), ...weekend, ...weekdays];
}

export function isDay(lemmas: readonly string[]): boolean {
  return lemmas.some((lemma) => DAYS.includes(lemma));
}
