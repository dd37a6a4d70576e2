import type { Block, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import { readHeading } from '../headings/heading-question.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';

const FEWEST = 4;
const MOST = 9;

/** The steps of a procedure in a drawn order, to be put right: the document's numbers decide. */
export const orderSteps: Pattern = {
  name: 'order-steps',
  task: 'instruction',
  promise: 'The answer is the numbered steps of the document, all of them, in its order.',
  family: 'order',
  version: 2,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const shape = readHeading(context, section);
      if (shape?.kind !== 'task') continue;
      const lists = section.blocks
        .flatMap((index) => context.document.blocks[index] ?? [])
        .filter(({ kind }) => kind === 'list');
      const [list] = lists;
      const draft =
        lists.length === 1 && list !== undefined
          ? readSteps(context, section, { list, task: shape.phrase })
          : undefined;
      if (draft !== undefined) yield draft;
    }
  },
};

interface Procedure {
  readonly list: Block;
  readonly task: string;
}

function readSteps(context: PatternContext, section: Section, { list, task }: Procedure): Draft | undefined {
  const steps = list.items ?? [];
  if (list.ordered !== true || steps.length < FEWEST || steps.length > MOST) return undefined;
  if (steps.some(({ depth }) => depth > 0) || !steps.every((step) => isStep(context.text(step)))) return undefined;
  if (!isChained(steps.map((step) => context.text(step)))) return undefined;
  const drawn = draw(context, section, steps);
  const phrase = task.replaceAll(/\bmy\b/gu, 'your');
  return {
    section,
    question: context.choose(section, [
      `These are the steps to ${phrase}, in the wrong order. Put them in the right one.`,
      `Put the following steps to ${phrase} into the right order.`,
      `Sort these steps so that they tell how to ${phrase}.`,
      `The steps to ${phrase} got mixed up. What is their order?`,
      `In which order do these steps have to be taken to ${phrase}?`,
    ]),
    passage: drawn.flatMap(({ start, end }, index): Piece[] => [index === 0 ? '- ' : '\n- ', { start, end }]),
    needsPassage: true,
    answer: steps.flatMap(({ start, end }, index): Piece[] => [
      `${index === 0 ? '' : '\n'}${index + 1}. `,
      { start, end },
    ]),
    reasoning: 'procedure',
    focus: `order of ${task}`,
    fit: 0.6,
  };
}

/** An instruction of its own, with no number of a step and no line break in it. */
function isStep(text: string): boolean {
  const words = countWords(text);
  if (words < 4 || words > 60 || text.includes('\n') || /\bsteps? \d|\b(?:above|below|earlier)\b/iu.test(text))
    return false;
  // "In your browser, open …", "Once logged in, click …".
  const act =
    /^(?:in|on|at|from|under|once|after|when|if|to|for|using|next|then|finally)\b[^,]{2,80}, (?:please )?(?<act>.+)$/isu;
  const verb = wordsOf(act.exec(text)?.groups?.['act'] ?? text)[0]?.lower ?? '';
  return BASE_VERBS.has(verb);
}

/** Words that tie a step to the one before, at its start or before its act. */
const TIED = /^(?:then|next|finally|after|afterwards|once|when|now|lastly|last)\b|,? then\b|\bagain\b/iu;

/**
 * Whether the steps themselves tell their order: each goes on with something that the one before speaks of, or says that it
 * comes after. Of other lists any order is as good as the document's.
 */
function isChained(steps: readonly string[]): boolean {
  return steps.every((step, index) => {
    const before = steps[index - 1];
    if (before === undefined || TIED.test(step)) return true;
    const known = new Set(contentStems(before));
    const referred = Array.from(step.matchAll(REFERRED), ([, phrase = '']) => phrase);
    return referred.some((phrase) => phrase === '' || contentStems(phrase).some((word) => known.has(word)));
  });
}

/** "the new file", "its cover", "it". */
const REFERRED = /\b(?:(?:the|this|that|these|those|its|their) ((?:[\w`-]+ ?){1,3})|it\b|them\b)/giu;

/** All of them in an order that is not theirs. */
function draw(context: PatternContext, section: Section, steps: readonly TextRange[]): TextRange[] {
  const left = [...steps];
  const drawn: TextRange[] = [];
  while (left.length > 0) {
    const chosen = context.choose({ start: section.start + drawn.length, end: section.end }, left);
    left.splice(left.indexOf(chosen), 1);
    drawn.push(chosen);
  }
  const isSame = drawn.every((step, index) => step === steps[index]);
  return isSame ? drawn.toReversed() : drawn;
}
