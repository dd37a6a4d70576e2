import type { Section, Sentence } from '../../analyze/analysis.ts';
import { topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isImperative, toFirstPerson } from '../phrases.ts';

/** "To reset a shard, run …" with a whole instruction after the comma. */
const PURPOSE =
  /^(?:(?:If you (?:want|need|wish|would like) to|In order to|To) )(?<task>[a-z][^,.:;]{8,90}), (?<action>[^:]{15,260})\.$/u;

/** "You can create a net by tying …", with the means named after the act. */
const MEANS =
  /^(?:You|One|Users|Developers) (?:can|could|may) (?<task>[a-z][^,.:;]{8,80}?) (?<action>(?:by (?!(?:some|any|every|no)thing)[a-z-]+ing|using|with(?= (?:the|an?|`))|via|through) [^:;]{6,200})\.$/u;

/** "Use the `-v` flag to see …". */
const USE =
  /^(?<action>(?:Use|Run|Call|Press|Click|Pass|Set|Specify) [^,.:;]{3,90}?) to (?<task>[a-z][^,.:;]{8,90})\.$/u;

/** One sentence that says what to do for a purpose, asked as "How do I …?". */
export const purpose: Pattern = {
  name: 'purpose',
  task: 'qa',
  promise: 'One sentence of the document says what to do for this purpose.',
  family: 'sentence',
  version: 1,
  languages: ['en'],
  precision: 0.84,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        const draft = sentence === undefined ? undefined : readPurpose(context, section, sentence);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

/** Actions that only send the reader on, or whose object is not in the sentence. */
const EMPTY_ACTION =
  /^(?:please )?(?:see|refer|visit|read|click|check|follow|consult|contact|let's|we|go to the (?:next|previous)|look)\b|\b(?:this|these|those|above|below|following|here|it|them|they|that page|first|instead)\b/iu;

function readPurpose(context: PatternContext, section: Section, sentence: Sentence): Draft | undefined {
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  const groups = (PURPOSE.exec(text) ?? MEANS.exec(text) ?? USE.exec(text))?.groups;
  const task = groups?.['task'];
  const action = groups?.['action'];
  if (task === undefined || action === undefined || EMPTY_ACTION.test(action)) return undefined;
  if (
    !isImperative(task) ||
    /^(?:read|learn|see|know|understand|explore|keep up|allow|investigate|find|look|start|try|get (?:an idea|a feel))\b/iu.test(
      task,
    ) ||
    /\b(?:it|this|that|these|those|them|so|more|again|help|sure|another|other|others|rest|same)\b/iu.test(task)
  )
    return undefined;
  const isMeans = MEANS.test(text);
  if (
    !isMeans &&
    !isImperative(action) &&
    !/^(?:please |simply |just )?(?:you (?:can|must|should|need to|have to|will need to)) \w/iu.test(action)
  )
    return undefined;
  if (isMeans && !/^`|^[a-z]/u.test(action)) return undefined;
  if (hasUnknownDefinite(action, `${task} ${section.heading ?? ''}`)) return undefined;
  const phrase = toFirstPerson(task);
  const question = context.choose(sentence, [
    `How do I ${phrase}?`,
    `How can I ${phrase}?`,
    `What do I need to do to ${phrase}?`,
  ]);
  const passage = context.body(section);
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    ...(passage === undefined ? {} : { passage: passage.pieces }),
    answer: [{ start: sentence.start, end: sentence.end }],
    reasoning: 'procedure',
    focus: task,
    fit: 0.5,
  };
}

/** "set the value": a definite noun that neither the task nor its own complement explains. */
function hasUnknownDefinite(action: string, known: string): boolean {
  for (const [, noun = '', rest = ''] of action.matchAll(/\bthe ([a-z-]+(?: [a-z-]+)?)\b(.{0,12})/gu)) {
    const isExplained = /^\s*(?:of|for|in|on|to|from|at|that|which|named|called|[`"“\p{Lu}])/u.test(rest);
    if (!isExplained && !/\b(?:of|for|in|on|to|from|at)$/u.test(noun) && topicOverlap(noun, known) < 0.5) return true;
  }
  return false;
}
