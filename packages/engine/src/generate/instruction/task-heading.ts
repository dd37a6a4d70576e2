import { wordsOf } from '../../analyze/english/words.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { anchorFor } from '../subjects/anchor.ts';
import { answerBody } from '../sections/answer-body.ts';
import { readHeading } from '../headings/heading-question.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isImperative } from '../wording/phrases.ts';
import type { SectionBody } from '../sections/section-body.ts';

/** "Resetting a shard" or "How to reset a shard", with a section that tells how. */
export const taskHeading: Pattern = {
  name: 'task-heading',
  task: 'instruction',
  promise: 'The answer is the whole section that tells how to do what its heading names.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.87,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const shape = readHeading(context, section);
      if (shape?.kind !== 'task') continue;
      const body = answerBody(context, section, { minWords: 20, maxWords: 450 });
      if (body === undefined || !tellsHow(context, body)) continue;
      const hasSteps = body.blocks.some(({ kind, ordered }) => kind === 'list' && ordered === true);
      const { phrase } = shape;
      const impersonal = phrase.replaceAll(/\bmy\b/gu, 'your').replaceAll(/\bmyself\b/gu, 'yourself');
      const question = context.choose(section, [
        `How do I ${phrase}?`,
        `How can I ${phrase}?`,
        ...(hasSteps ? [`What are the steps to ${phrase}?`, `Walk me through how to ${phrase}.`] : []),
        `Explain how to ${impersonal}.`,
        `Describe how to ${impersonal}.`,
      ]);
      yield {
        section,
        question,
        anchor: anchorFor(context, section, question),
        answer: body.pieces,
        reasoning: 'procedure',
        focus: phrase,
        fit: hasSteps ? 1 : 0.7,
      };
    }
  },
};

/** Instructions address the reader: at least one sentence in four is an imperative or says what you can or must do. */
function tellsHow(context: PatternContext, body: SectionBody): boolean {
  if (body.blocks[0]?.kind === 'list' && body.blocks[0].ordered !== true && body.blocks.length === 1) {
    const items = body.blocks[0].items ?? [];
    return items.filter((item) => isImperative(context.text(item))).length * 3 >= items.length * 2;
  }
  if (body.blocks.some(({ kind, ordered }) => kind === 'list' && ordered === true)) return true;
  const telling = body.sentences.filter((sentence) => isTelling(context.text(sentence)));
  return telling.length > 0 && telling.length * 4 >= body.sentences.length;
}

function isTelling(sentence: string): boolean {
  if (isImperative(sentence)) return true;
  if (
    /\b(?:you|your \w+|users?|staff|employees?|applicants?|people|we)(?:'ll| will| can| must| should| may| need to| have to|'re going to)\b/iu.test(
      sentence,
    )
  )
    return true;
  // "To reset it, run …": an imperative after its purpose.
  const clause =
    /^(?:to|if|when|once|after|before|first|then|next|for|in|on|from|using|simply|please)\b[^,]{0,120}, (?<rest>.+)$/iu.exec(
      sentence,
    )?.groups?.['rest'];
  const [first] = wordsOf(clause ?? '');
  return first !== undefined && BASE_VERBS.has(first.lower);
}
