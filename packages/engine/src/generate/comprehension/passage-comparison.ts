import { contentStems } from '../../analyze/english/words.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

interface ComparisonShape {
  readonly shape: RegExp;
  ask(left: string, right: string): readonly string[];
  /** Both things must be of one kind by name: "rejected actions" and "approved actions". */
  readonly needsSameHead?: true;
}

const LEFT = '(?<left>[^.:;!?,()]{3,60}?)';
const RIGHT = '(?<right>[^.:;!?,()]{3,60}?)';

const SHAPES: readonly ComparisonShape[] = [
  {
    // The difference between a shard and a replica is that …
    shape: new RegExp(
      `^The (?:main |only |biggest |key |major |important |primary )?difference between ${LEFT} and ${RIGHT} is [^:;!?]{12,240}\\.$`,
      'u',
    ),
    ask: (left, right) => [
      `What is the difference between ${left} and ${right}?`,
      `How do ${left} and ${right} differ?`,
    ],
  },
  {
    // Unlike threads, processes share no memory.
    shape: new RegExp(
      `^Unlike (?:with )?${LEFT}, ${RIGHT} (?:is|are|can|cannot|do|does|has|have|will|must|may|shares?|uses?|needs?|requires?|allows?|supports?) [^:;!?]{8,240}\\.$`,
      'u',
    ),
    ask: (left, right) => [
      `How do ${right} and ${left} differ?`,
      `What distinguishes ${right} from ${left}?`,
      `What is different about ${right} compared with ${left}?`,
    ],
  },
  {
    // Arrays have a fixed length, whereas lists can grow.
    shape: new RegExp(
      `^${LEFT} (?:is|are|can|cannot|has|have|must|may|will) [^.:;!?]{6,160}, (?:while|whereas|but) ${RIGHT} (?:is|are|can|cannot|has|have|must|may|will|do|does) [^:;!?]{4,200}\\.$`,
      'u',
    ),
    ask: (left, right) => [
      `What is the difference between ${left} and ${right}?`,
      `How do ${left} and ${right} differ?`,
    ],
    needsSameHead: true,
  },
];

/** One sentence that sets two things against each other. */
export const passageComparison = passagePattern({
  name: 'passage-comparison',
  promise: 'One sentence of the passage sets the two things against each other.',
  precision: 0.85,
  isDefault: false,
  reasoning: 'cause',
  ask: bySentence(({ text, context }: AskedSentence): PassageQuestion | undefined => {
    for (const { shape, ask, needsSameHead } of SHAPES) {
      const { left, right } = shape.exec(text)?.groups ?? {};
      if (left === undefined || right === undefined) continue;
      if (needsSameHead === true && contentStems(left).at(-1) !== contentStems(right).at(-1)) return undefined;
      const [first, second] = [subjectName(context, left, 6), subjectName(context, right, 6)];
      return first === undefined || second === undefined ? undefined : { questions: ask(first, second) };
    }
    return undefined;
  }),
});
