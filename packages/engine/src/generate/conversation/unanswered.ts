import type { Section } from '../../analyze/analysis.ts';
import { contentStems } from '../../analyze/english/words.ts';
import type { Exchange, PatternContext } from '../pattern.ts';
import type { AskedQuestion } from '../qa/no-answer.ts';

/** A question that another section of the document answers and this passage does not: asked last, and answered so. */
export function unansweredExchange(
  context: PatternContext,
  section: Section,
  { asked, text }: { readonly asked: ReadonlySet<AskedQuestion>; readonly text: string },
): readonly Exchange[] {
  const stems = new Set(contentStems(`${text} ${section.headingPath.join(' ')} ${section.heading ?? ''}`));
  const fitting = [...asked].filter((other) => other.section !== section && other.stems.isDisjointFrom(stems));
  if (fitting.length === 0) return [];
  const { question } = context.choose(section, fitting);
  const lower = `${question.charAt(0).toLowerCase()}${question.slice(1)}`;
  const at = { start: section.start, end: section.start + 4 };
  return [
    {
      question: context.choose(at, [
        `One last question: ${lower}`,
        `Does the text say anything about this: ${lower}`,
        `And finally, ${lower}`,
        `Just one more thing: ${lower}`,
      ]),
      answer: [context.choose({ ...at, end: at.end + 1 }, REFUSALS)],
    },
  ];
}

const REFUSALS = [
  'The text does not say.',
  'That is not in this text.',
  'This text does not answer that question.',
  'The passage says nothing about that.',
];
