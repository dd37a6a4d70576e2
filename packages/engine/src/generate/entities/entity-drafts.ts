import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { ENTITY_TYPES, NAME_TYPES, NUMBER_TYPES, type Entity, type EntityType } from '../../analyze/entities/entity.ts';
import { findEntities } from '../../analyze/entities/find-entities.ts';
import { buildGazetteer } from '../../analyze/entities/gazetteer.ts';
import type { NameKnowledge } from '../../analyze/entities/name-entities.ts';
import { countWords } from '../../analyze/english/words.ts';
import { listed } from '../wording/listed.ts';
import type { Draft, PatternContext } from '../pattern.ts';

const FEWEST_ENTITIES = 2;
const MOST_ENTITIES = 25;
const LEAST_WORDS = 20;
const MOST_WORDS = 220;
/** Longer ones of so few words are no text, and every find is covered before the next rule looks. */
const MOST_CHARACTERS = 4000;

/** Paragraphs, and all that each holds of some types. Where something in it may be one more of them, those are not asked for. */
export function* findEntityDrafts(context: PatternContext, wanted: ReadonlySet<EntityType>): Iterable<Draft> {
  const { casing } = context.analysis;
  const knowledge = { casing, gazetteer: buildGazetteer(context.document.text, context.analysis) };
  for (const section of context.analysis.sections) {
    for (const index of section.blocks) {
      const block = context.document.blocks[index];
      const draft =
        block?.kind === 'paragraph' ? readParagraph(context, section, { block, knowledge, wanted }) : undefined;
      if (draft !== undefined) yield draft;
    }
  }
}

interface Paragraph {
  readonly block: Block;
  readonly knowledge: NameKnowledge;
  readonly wanted: ReadonlySet<EntityType>;
}

function readParagraph(
  context: PatternContext,
  section: Section,
  { block, knowledge, wanted }: Paragraph,
): Draft | undefined {
  if (block.end - block.start > MOST_CHARACTERS) return undefined;
  const text = context.text(block);
  const words = countWords(text);
  if (words < LEAST_WORDS || words > MOST_WORDS || !/[.!?]["”)]?$/u.test(text) || /[|<>{}[\]]/u.test(text))
    return undefined;
  if (SHOWS_MISSING.test(text)) return undefined;
  const found = findEntities(text, knowledge);
  const unclear = unclearTypes(text, found.entities);
  const entities = found.entities.filter(
    ({ type }) =>
      wanted.has(type) &&
      !unclear.has(type) &&
      !(NAME_TYPES.has(type) ? found.hasDoubtfulName : NUMBER_TYPES.has(type) && found.hasDoubtfulNumber),
  );
  const distinct = new Set(entities.map(({ start, end }) => text.slice(start, end)));
  if (distinct.size < FEWEST_ENTITIES || entities.length > MOST_ENTITIES) return undefined;
  const types = ENTITY_TYPES.filter((type) => entities.some((entity) => entity.type === type));
  const asked = types.map((type) =>
    askedFor(
      type,
      entities.filter((entity) => entity.type === type).map(({ start, end }) => text.slice(start, end)),
    ),
  );
  const shape = context.choose({ start: block.start, end: block.start + 1 }, SHAPES.slice(types.length === 1 ? 0 : 1));
  return {
    section,
    question: context.choose(block, requests(asked, shape)),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [answerAs(shape, { text, asked, entities })],
    payload: {
      entities: entities.map(({ type, start, end }) => ({ type, start, end, text: text.slice(start, end) })),
    },
    reasoning: 'collect',
    focus: `entities ${block.start}`,
    fit: Math.min(1, 0.4 + 0.1 * distinct.size + 0.1 * types.length),
  };
}

/** Code or a picture beside the paragraph, which nobody gets to see. */
const SHOWS_MISSING =
  /\b(?:this|these|the (?:above|following|previous)) (?:\w+ )?(?:code|snippet|example|listing|script|query|command|function|rule|diagram|image|screenshot|figure|chart|table)s?\b/iu;

/** Types of which a reader could not tell what to list: an age is no duration, and an amount in two forms is one or two. */
function unclearTypes(text: string, entities: readonly Entity[]): ReadonlySet<EntityType> {
  const forms = new Map<string, string>();
  const unclear = entities.filter(({ type, start, end }, index) => {
    const form = text.slice(start, end);
    const amount = `${type} ${amountOf(form)}`;
    const isRepeated = (forms.get(amount) ?? form) !== form;
    forms.set(amount, form);
    return isRepeated || IS_AGE.test(text.slice(end)) || isInFigures(text, entities[index - 1], entities[index]);
  });
  return new Set(unclear.map(({ type }) => type).filter((type) => NUMBER_TYPES.has(type)));
}

const IS_AGE = /^[ -]olds?\b/iu;

/** "fifty percent (50%)". */
function isInFigures(text: string, before: Entity | undefined, entity: Entity | undefined): boolean {
  return before?.type === entity?.type && text.slice(before?.end, entity?.start) === ' (';
}

/** "30-day" and "30 days" alike. */
function amountOf(form: string): string {
  return form
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, ' ')
    .replace(/ ?(?:%|per ?cents?)$/u, ' percent')
    .replace(/s$/u, '');
}

/** A list of one type, an object of lists by type, or objects in the order of the text. */
type Shape = 'list' | 'groups' | 'objects';
const SHAPES: readonly Shape[] = ['list', 'groups', 'objects'];

/** A type of entities as one asks for them, and the key they have in JSON. */
interface Asked {
  readonly type: EntityType;
  readonly plural: string;
  readonly key: string;
}

const PLURALS: Readonly<Record<EntityType, string>> = {
  person: 'people',
  organization: 'organizations',
  place: 'places',
  product: 'software and other products',
  date: 'dates',
  money: 'amounts of money',
  percentage: 'percentages',
  quantity: 'quantities (numbers with a unit)',
  version: 'version numbers',
  identifier: 'numbers of standards and reports (such as RFC, ISO or CVE numbers)',
  url: 'web addresses (URLs)',
  email: 'email addresses',
};

const TIME = /(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?$|\dms$/iu;

/** Lengths of time and the numbers of one series have names of their own. */
function askedFor(type: EntityType, texts: readonly string[]): Asked {
  if (type === 'date' && texts.every((text) => /^\d{4}$/u.test(text))) return { type, plural: 'years', key: 'year' };
  if (type === 'quantity' && texts.every((text) => TIME.test(text)))
    return { type, plural: 'durations', key: 'duration' };
  const [series = '', ...others] = new Set(texts.map((text) => /^\p{Lu}+/u.exec(text)?.[0] ?? ''));
  const isSeries = type === 'identifier' && series !== '' && others.length === 0;
  return { type, plural: isSeries ? `${series} numbers` : PLURALS[type], key: type };
}

function requests(asked: readonly Asked[], shape: Shape): readonly string[] {
  const list = listed(
    asked.map(({ plural }) => plural),
    'and',
  );
  const keys = asked.map(({ key }) => `"${key}"`);
  const named = `the ${keys.length === 1 ? 'key' : 'keys'} ${listed(keys, 'and')}`;
  const typed =
    keys.length === 1 ? `"type" (always ${keys.join()}) and "text"` : `"type" (${listed(keys, 'or')}) and "text"`;
  if (shape === 'list') {
    return [
      `List all ${list} in the text, one per line and each once.`,
      `Which ${list} does the passage give? Answer with a bulleted list.`,
      `Find the ${list} in this text and list them as they are written.`,
      `Go through the passage and list its ${list} in order of appearance.`,
    ];
  }
  if (shape === 'groups') {
    return [
      `Extract all ${list} from the text as a JSON object with ${named}.`,
      `Which ${list} does the passage mention? Answer with a JSON object that lists them under ${named}.`,
      `Find the ${list} in this text. Give them as lists in a JSON object with ${named}.`,
      `Return all ${list} in the passage as JSON, listed under ${named}.`,
    ];
  }
  return [
    `List all ${list} in the text, in order of appearance, as a JSON array of objects with ${typed}.`,
    `Extract the ${list} from this passage. Answer with a JSON array of objects with ${typed}, each once and in order.`,
    `Find all ${list} in the text below. Give a JSON array of objects with ${typed}, in the order of the text.`,
    `Tag the ${list} in the passage: a JSON array of objects with ${typed}, in order.`,
  ];
}

interface Findings {
  readonly text: string;
  readonly asked: readonly Asked[];
  readonly entities: readonly Entity[];
}

function answerAs(shape: Shape, { text, asked, entities }: Findings): string {
  if (shape === 'objects') return inOrder({ text, asked, entities });
  if (shape === 'groups') return byType({ text, asked, entities });
  return [...new Set(entities.map(({ start, end }) => `- ${text.slice(start, end)}`))].join('\n');
}

function byType({ text, asked, entities }: Findings): string {
  const groups = asked.map(({ type, key }) => {
    const texts = entities.filter((entity) => entity.type === type).map(({ start, end }) => text.slice(start, end));
    return [key, [...new Set(texts)]] as const;
  });
  return JSON.stringify(Object.fromEntries(groups), undefined, 2);
}

function inOrder({ text, asked, entities }: Findings): string {
  const keys = new Map(asked.map(({ type, key }) => [type, key]));
  const lines = entities.map(({ type, start, end }) =>
    JSON.stringify({ type: keys.get(type) ?? type, text: text.slice(start, end) }),
  );
  return `[\n  ${[...new Set(lines)].join(',\n  ')}\n]`;
}
