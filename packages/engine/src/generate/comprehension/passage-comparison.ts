import { ARTICLES } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { isUnlicensedDefinite } from '../wording/phrases.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';
import { isFollowed, isLabelled } from './surroundings.ts';

const LEFT = '(?<left>[^.:;!?,()]{2,60}?)';
const RIGHT = '(?<right>[^.:;!?,()]{2,60}?)';
const VERB =
  '(?:is|are|can|cannot|do|does|has|have|will|must|may|needs?|uses?|allows?|requires?|supports?|contains?|returns?|provides?|offers?|gives?|takes?|runs?|works?|implements?|owns?|shares?|stores?|keeps?)';

interface ComparisonShape {
  readonly shape: RegExp;
  readonly questions: (left: string, right: string) => readonly string[];
}

/** There may be other differences: the sentence tells one. */
function askContrast(left: string, right: string): readonly string[] {
  return [
    `What is one difference between ${left} and ${right}?`,
    `In what way do ${left} and ${right} differ?`,
    `How does the passage contrast ${right} with ${left}?`,
  ];
}

const SHAPES: readonly ComparisonShape[] = [
  {
    // The difference between a shard and a replica is that …
    shape: new RegExp(
      `^The (?:main |only |biggest |key |major |important |primary )?difference between ${LEFT} and ${RIGHT} is [^:;!?]{12,240}\\.$`,
      'u',
    ),
    questions: (left, right) => [`What is the difference between ${left} and ${right}?`],
  },
  {
    // Unlike threads, processes share no memory.
    shape: new RegExp(
      `^(?:Unlike|In contrast to|Contrary to|Compared (?:to|with)) ${LEFT}, ${RIGHT} ${VERB} [^:;!?]{8,240}\\.$`,
      'u',
    ),
    questions: askContrast,
  },
  {
    // Processes, unlike threads, share no memory.
    shape: new RegExp(`^${RIGHT}, unlike ${LEFT}, ${VERB} [^:;!?]{8,240}\\.$`, 'u'),
    questions: askContrast,
  },
  {
    // Arrays have a fixed length, whereas lists can grow.
    shape: new RegExp(`^${LEFT} ${VERB} [^.:;!?]{6,160}, (?:while|whereas) ${RIGHT} ${VERB} [^:;!?]{4,200}\\.$`, 'u'),
    questions: askContrast,
  },
];

/** One sentence that sets two things against each other. */
export const passageComparison = passagePattern({
  name: 'passage-comparison',
  version: 2,
  promise: 'One sentence of the passage says what sets one of two things of a kind apart from the other.',
  isDefault: false,
  precision: 0.45,
  reasoning: 'cause',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    const { text, context } = sentence;
    if (isFollowed(sentence) || isLabelled(sentence)) return undefined;
    for (const { shape, questions } of SHAPES) {
      const { left, right } = shape.exec(text)?.groups ?? {};
      if (left === undefined || right === undefined) continue;
      const [first, second] = [subjectName(context, left, 6), subjectName(context, right, 6)];
      const isAskable = first !== undefined && second !== undefined && areComparable(left, right);
      return isAskable ? { questions: questions(first, second) } : undefined;
    }
    return undefined;
  }),
});

/** Two names, or two nouns of the same number: "closures" and "functions", but not "the error" and "logging". */
function areComparable(left: string, right: string): boolean {
  const hasPlace = [left, right].map((phrase) => / (?:in|of|from|with|for|on|that) /u.test(phrase));
  return hasPlace[0] === hasPlace[1] && [left, right].every(isPlainThing) && kindOf(left) === kindOf(right);
}

function isPlainThing(phrase: string): boolean {
  return (
    !isUnlicensedDefinite(phrase) &&
    !/^\S+ing\b| and | or /iu.test(phrase) &&
    wordsOf(phrase).some(({ lower }) => !ARTICLES.has(lower))
  );
}

function kindOf(phrase: string): 'several' | 'one' {
  const head = phrase.split(/ (?:in|of|from|with|for|on|that) /u)[0] ?? phrase;
  return /(?<![su])s$/u.test(head) && !/^\p{Lu}\S*$/u.test(head) ? 'several' : 'one';
}
