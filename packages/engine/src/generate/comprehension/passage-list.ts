import type { Block } from '@dsgen/core';
import type { PatternContext } from '../pattern.ts';
import { isImperative, upperFirst } from '../wording/phrases.ts';
import { askOfList } from './list-questions.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';

/** "Managers should:" and its list, asked as "What should managers do?" and answered with the list. */
export const passageList = passagePattern({
  name: 'passage-list',
  version: 2,
  promise: 'The answer is the whole list that a sentence of the passage announces.',
  precision: 0.9,
  reasoning: 'collect',
  ask: bySentence(({ passage, text, sentence, context }: AskedSentence): PassageQuestion | undefined => {
    const at = passage.blocks.findIndex(({ start, end }) => start <= sentence.start && sentence.end <= end);
    const list = passage.blocks[at + 1];
    if (!text.endsWith(':') || passage.blocks[at]?.kind !== 'paragraph' || list?.kind !== 'list') return undefined;
    const items = itemsOf(context, list);
    const questions = items === undefined ? undefined : askOfList({ context, text, items });
    return questions === undefined || questions.some(isBare)
      ? undefined
      : { questions, answer: [{ start: list.start, end: list.end }] };
  }),
});

const MOST_ITEMS = 15;

/** The items of a list that is whole and plain: all of one depth, each a text by itself. */
function itemsOf(context: PatternContext, { items = [] }: Block): readonly string[] | undefined {
  const texts = items.map((item) => context.text(item).trim());
  const isPlain =
    texts.length >= 2 &&
    texts.length <= MOST_ITEMS &&
    items.every(({ depth }) => depth === 0) &&
    !texts.some((text) => OPEN_ITEM.test(text) || LEFTOVER.test(text));
  return isPlain ? texts : undefined;
}

/** "And more!" as an item, or "and" at the end of one: the list is not all there is, or a sentence cut in parts. */
const OPEN_ITEM = /^(?:and (?:much |many |so much )?more|etc\b|\.\.\.|…)|:$|[,;] (?:and|or)$/iu;

/** What was a link, and a label that ran into its text: "Promote the project This includes …". */
const LEFTOVER =
  /\((?:[Ss]ee|examples?|links?|here|more|read|how)\b|\bsee (?:the|our|also)\b|\p{Ll} (?:This|These|It|They|The|You|We|In|If|For|To|An?|There|When|Each|All) \p{Ll}/u;

/** "What do steps include?", "What do upload the file and include?": too little, or an act, in the place of a thing. */
function isBare(question: string): boolean {
  const rest = question.replace(/^What (?:do|does) /u, '');
  return BARE.test(question) || HELPS.test(question) || (rest !== question && isImperative(upperFirst(rest)));
}

/** "Some tools that can help", "proposed by your partner": with what, and in which story, only the text says. */
const HELPS =
  /\bthat (?:(?:can|could|may|might|will) )?(?:help|be (?:helpful|useful)|are (?:helpful|useful))[.?]|\bby your \p{Ll}+[.?]|\bdo I (?:offer|provide|sell|own)\?/u;

const BARE =
  /^What (?:do|does) (?:the )?(?:steps?|features?|options?|activities|tasks?|items?|things?|examples?|tools?|benefits?|goals?|responsibilities|requirements|duties|topics?|areas?|process|file|list) \w+\?$/u;
