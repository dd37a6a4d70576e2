/** Other openings for a question, each with its style. */
const OPENINGS = [
  ['formal', 'Kindly state in your own words the answer to what follows:'],
  ['informal', 'Hey, quick one for you, any idea:'],
  ['plain', 'Somebody at the desk would like to know:'],
] as const;

/** What a dull model answers to a variation prompt of dsgen: the words of the question in another order. */
export function variationAnswer(prompt: string): string {
  const question = /<<< question \w+\n([\s\S]*)\nquestion \w+ >>>/u.exec(prompt)?.[1]?.trim() ?? '';
  const half = question.replace(/[?.]$/u, '').split(', ');
  const turned = [...half.slice(1), ...half.slice(0, 1)].join(', ');
  const variations = OPENINGS.map(([style, opening]) => ({ style, question: `${opening} ${turned}?` }));
  return JSON.stringify({ variations });
}
