import { contentStems, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import type { Section } from '../../analyze/analysis.ts';
import { leadBody, standsAlone } from '../sections/lead-body.ts';
import { topicName } from '../headings/owner.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isImperative, verbPhrase } from '../wording/phrases.ts';
import { opensDependently } from '../wording/reference.ts';
import type { SectionBody } from '../sections/section-body.ts';
import type { DocumentTopic } from '../headings/topic.ts';

/** The text before a document's first sub-heading, when it introduces what the title names. */
export const overview: Pattern = {
  name: 'overview',
  task: 'instruction',
  promise: 'The answer is what the document says of its subject before it goes into parts.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.29,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    const [section] = context.analysis.sections;
    const name = topicName(context);
    if (section === undefined || section.level > 1 || name === undefined) return;
    if (verbPhrase(name, context.recase) !== undefined || !isTelling(context, name)) return;
    const body = beginning(context, section);
    if (body === undefined || body.blocks[0]?.kind !== 'paragraph') return;
    const [first] = body.sentences.map(context.text);
    if (first === undefined || opensDependently(first) || TELLS_OF_TEXT.test(body.text) || isDrawing(body.text)) return;
    if (isImperative(first) || /^(?:our|we)\b/iu.test(first)) return;
    // What is told is told of the subject from its first words on.
    const opening = wordsOf(first).slice(0, OPENING_WORDS);
    if (topicOverlap(name, opening.map(({ text }) => text).join(' ')) < 1) return;
    const place = placeOf(context.topic, name);
    yield {
      section,
      ...context.phrase(section, [
        `Give an overview of ${name}${place}.`,
        `What should I know about ${name}${place}?`,
        `Give a short introduction to ${name}${place}.`,
        `Tell me about ${name}${place}.`,
        `Briefly explain ${name}${place}.`,
        `Introduce ${name}${place} in a few sentences.`,
        `Can you give me the essentials about ${name}${place}?`,
      ]),
      answer: body.pieces,
      reasoning: 'explain',
      focus: `overview of ${name}`,
      fit: 0.6,
    };
  },
};

const OPENING_WORDS = 8;

/** "The requirements chapter guides you through …": told of the text, not of its subject. */
const TELLS_OF_TEXT =
  /\b(?:this|the|these|following|next) (?:[\w-]+ ){0,2}(?:chapter|section|guide|document|page|tutorial|article|manual|handbook)s? (?:will |also )?(?:guide|show|explain|describe|cover|provide|contain|present|introduce|list|discuss|assume|deal|focus|is|are)/iu;

/** Lines of strokes, as a drawing of letters has. */
function isDrawing(text: string): boolean {
  const strokes = text.split('\n').filter((line) => /^[\s|+\-=\\/_.>'`<*]{6,}$/u.test(line) && !/^\||^```/u.test(line));
  return strokes.length > 2;
}

/** " in Varnish", " (Boatbase)": whose it is, where the name does not say so itself. */
function placeOf({ subject, spoken }: DocumentTopic, name: string): string {
  if (subject !== undefined) return topicOverlap(subject, name) >= 0.5 ? '' : ` (${subject})`;
  if (spoken?.isCertain !== true || name.toLowerCase().includes(spoken.name.toLowerCase())) return '';
  return ` ${spoken.preposition} ${spoken.name}`;
}

/** The whole of the text before the first sub-heading, or where that is too long or leans on more, its beginning. */
function beginning(context: PatternContext, section: Section): SectionBody | undefined {
  const body = context.body(section);
  if (body !== undefined && body.words >= 35 && body.words <= 300 && standsAlone(body.text, section.heading ?? ''))
    return body;
  return leadBody(context, section, { minWords: 35, maxWords: 300 });
}

/** One common word ("benefits") does not say whose; a name or a longer phrase does. */
function isTelling(context: PatternContext, name: string): boolean {
  if (contentStems(name).length > 1 || /[\p{Lu}\p{N}]/u.test(name.slice(1))) return true;
  return /\p{Lu}/u.test(name) && (context.analysis.casing.get(name.toLowerCase())?.lower ?? 0) === 0;
}
