import type { Block } from '@dsgen/core';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

const FEWEST = 3;
const MOST = 12;
const MOST_WORDS = 220;
const FEWEST_VALUE_WORDS = 4;

/** "Keel: the long beam at the bottom of a ship". */
const LABELLED = /^(?<label>[\p{L}\p{N}][^:–—.!?;"“”\n]{1,44}?)(?:: | [–—-] )(?<value>\S[^\n]*)$/u;

/** A list whose items all open with a label, as a JSON object. */
export const labelsToJson: Pattern = {
  name: 'labels-to-json',
  task: 'instruction',
  promise: 'Every item of the list is in the answer: its label as the key, all that follows as the value.',
  family: 'labels',
  version: 1,
  languages: 'any',
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const entries = block?.kind === 'list' ? readEntries(context, block) : undefined;
        if (block === undefined || entries === undefined) continue;
        yield {
          section,
          question: context.choose(block, [
            'Turn this list into a JSON object: the label of each item is the key, the rest is the value.',
            'Convert the following list to JSON, with what stands before the colon or dash as keys.',
            'Represent these items as one JSON object that maps each label to its description.',
            'I need this list as JSON, keyed by the labels of the items.',
            'Parse the list below into key-value pairs and give them as a JSON object.',
            'Rewrite the labelled items below as a JSON object.',
          ]),
          passage: [{ start: block.start, end: block.end }],
          needsPassage: true,
          answer: [JSON.stringify(Object.fromEntries(entries), undefined, 2)],
          evidence: [{ start: block.start, end: block.end }],
          reasoning: 'convert',
          focus: `labels ${entries.map(([label]) => label).join(' ')}`,
          fit: 0.6,
        };
      }
    }
  },
};

/** Each item's label and what it says of it; undefined where an item has none or two have the same. */
function readEntries(
  context: PatternContext,
  { items = [] }: Block,
): ReadonlyArray<readonly [label: string, value: string]> | undefined {
  if (items.length < FEWEST || items.length > MOST || items.some(({ depth }) => depth > 0)) return undefined;
  const texts = items.map((item) => context.text(item));
  if (countWords(texts.join(' ')) > MOST_WORDS || texts.some((text) => LEFTOVER.test(text))) return undefined;
  const entries = texts.flatMap((text): Array<readonly [string, string]> => {
    const { label, value } = LABELLED.exec(text)?.groups ?? {};
    const isEntry = label !== undefined && value !== undefined && countWords(value) >= FEWEST_VALUE_WORDS;
    return isEntry && countWords(label) <= 6 ? [[label.trim(), value.trim()]] : [];
  });
  const labels = new Set(entries.map(([label]) => label.toLowerCase()));
  // JavaScript puts keys that are whole numbers first.
  const areKeys = labels.size === items.length && ![...labels].some((label) => /^\d+$/u.test(label));
  return areKeys ? entries : undefined;
}

/** What a link or a draft left behind, and values that go on in a list of their own. */
const LEFTOVER =
  /\bTB[ADC]\b|\b(?:here|below|above)[.)]|\bsee (?:the )?[^.]{0,40}\b(?:below|above)\b|[:;,]$|;? (?:and|or)$|\(\s*\)|\[[^\]]*\]|[:–—-] *[–—:-] |^(?:note|tip|warning|important|see|https?)\b/iu;
