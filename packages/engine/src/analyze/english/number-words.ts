/** Whole numbers below twenty in words, each at its own index. */
export const NUMBER_WORDS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
/** The tens from twenty on. */
export const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number below a hundred in words; undefined for others. */
export function numberWord(number: number): string | undefined {
  if (number < NUMBER_WORDS.length) return NUMBER_WORDS[number];
  const tens = TENS[Math.floor(number / 10) - 2];
  return tens === undefined || number % 10 === 0 ? tens : `${tens}-${NUMBER_WORDS[number % 10] ?? ''}`;
}
