import type { Section, Sentence } from '../../analyze/analysis.ts';
import { contentStems } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isUnlicensedDefinite, lowerFirst, subjectDefect } from '../phrases.ts';

type Groups = Readonly<Record<'left' | 'right', string>> & Readonly<Record<string, string | undefined>>;

interface ComparisonRule {
  readonly shape: RegExp;
  ask(groups: Groups): readonly string[];
  /** Both things must be of one kind by name: "rejected actions" and "approved actions". */
  readonly needsSameHead?: true;
}

const LEFT = '(?<left>[^.:;!?,()]{3,60}?)';
const RIGHT = '(?<right>[^.:;!?,()]{3,60}?)';

const RULES: readonly ComparisonRule[] = [
  {
    // The difference between a shard and a replica is that …
    shape: new RegExp(
      `^The (?:main |only |biggest |key |major |important )?difference between ${LEFT} and ${RIGHT} is (?:that |in |how |the |whether )[^:;!?]{12,240}\\.$`,
      'u',
    ),
    ask: ({ left, right }) => [
      `What is the difference between ${left} and ${right}?`,
      `How do ${left} and ${right} differ?`,
      `Explain the difference between ${left} and ${right}.`,
    ],
  },
  {
    // Unlike threads, processes share no memory.
    shape: new RegExp(
      `^Unlike ${LEFT}, ${RIGHT} (?:is|are|can|cannot|do|does|has|have|will|must|may|share|use|need|require|allow|support)s? [^:;!?]{8,240}\\.$`,
      'u',
    ),
    ask: ({ left, right }) => [`How do ${right} and ${left} differ?`, `What distinguishes ${right} from ${left}?`],
  },
  {
    // Arrays are faster than lists.
    shape: new RegExp(
      `^${LEFT} (?<verb>is|are) (?:much |far |slightly |a bit |significantly |considerably |usually |generally |often |typically )*(?<degree>(?:more|less) [a-z]+|[a-z]{3,}er|better|worse) than ${RIGHT}(?:,? (?:because|since|as|when|for|in|but|and|so|which)\\b[^:;!?]{3,200})?\\.$`,
      'u',
    ),
    ask: ({ verb, degree = '', left, right }) =>
      isOfSize(degree) && !/\s/u.test(left) && !/\s/u.test(right)
        ? []
        : [`Which ${verb} ${degree}, ${left} or ${right}?`],
  },
  {
    // Arrays have a fixed length, whereas lists can grow.
    shape: new RegExp(
      `^${LEFT} (?:is|are|can|cannot|has|have|must|may|will) [^.:;!?]{6,160}, (?:while|whereas) ${RIGHT} (?:is|are|can|cannot|has|have|must|may|will|do|does) [^:;!?]{4,200}\\.$`,
      'u',
    ),
    ask: ({ left, right }) => [
      `What is the difference between ${left} and ${right}?`,
      `How do ${left} and ${right} differ?`,
      `Compare ${left} with ${right}.`,
    ],
    needsSameHead: true,
  },
];

/** One sentence that sets two things against each other. */
export const comparison: Pattern = {
  name: 'comparison',
  task: 'qa',
  promise: 'One sentence of the document compares the two things.',
  family: 'sentence',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        const draft = sentence === undefined ? undefined : readComparison(context, section, sentence);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

const COMPARES = /\b(?:than|whereas|while|difference between)\b|^Unlike\b/u;

function readComparison(context: PatternContext, section: Section, sentence: Sentence): Draft | undefined {
  if (sentence.end - sentence.start > 360) return undefined;
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  if (!COMPARES.test(text) || /\b(?:we|our|us|I)\b/u.test(text)) return undefined;
  for (const { shape, ask, needsSameHead } of RULES) {
    const groups = shape.exec(text)?.groups;
    const { left, right } = groups ?? {};
    if (left === undefined || right === undefined) continue;
    if (!isThing(left) || !isThing(right)) return undefined;
    if (needsSameHead === true && contentStems(left).at(-1) !== contentStems(right).at(-1)) return undefined;
    const { casing } = context.analysis;
    const questions = ask({ ...groups, left: lowerFirst(left, casing), right: lowerFirst(right, casing) });
    if (questions.length === 0) return undefined;
    const question = context.choose(sentence, questions);
    const passage = context.body(section);
    return {
      section,
      question,
      anchor: anchorFor(context, section, question),
      ...(passage === undefined ? {} : { passage: passage.pieces }),
      answer: [{ start: sentence.start, end: sentence.end }],
      reasoning: 'cause',
      focus: question,
      fit: 0.6,
    };
  }
  return undefined;
}

/** A plain noun phrase that is the same thing without its neighbours. */
function isThing(text: string): boolean {
  return subjectDefect(text, 5) === undefined && !isUnlicensedDefinite(text) && !LEANS.test(text);
}

const LEANS =
  /\b(?:other|others|another|same|following|above|below|such|this|that|next|previous|first|second|last|latter|former|usual|normal|expected|average|ever|before|one|ones|both|either|value|number|zero)\b|^\d|['‘’]|\bmeans\b/iu;

/** "Letters are larger than digits": of what, only the text around it says. */
function isOfSize(degree: string): boolean {
  return /^(?:larger|smaller|higher|lower|greater|bigger|older|newer|better|worse)$/u.test(degree);
}
