import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { ENTITY_TYPES, NAME_TYPES, NUMBER_TYPES, type Entity, type EntityType } from '../../analyze/entities/entity.ts';
import { findEntities } from '../../analyze/entities/find-entities.ts';
import { buildGazetteer } from '../../analyze/entities/gazetteer.ts';
import type { NameKnowledge } from '../../analyze/entities/name-entities.ts';
import { countWords } from '../../analyze/english/words.ts';
import { listed } from '../listed.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

const FEWEST_ENTITIES = 2;
const MOST_ENTITIES = 25;
const LEAST_WORDS = 20;
const MOST_WORDS = 220;
/** Longer ones of so few words are no text, and every find is covered before the next rule looks. */
const MOST_CHARACTERS = 4000;

/** A paragraph, and all that it names of the types asked for. A paragraph with a name that cannot be told is not asked for names. */
export const listEntities: Pattern = {
  name: 'list-entities',
  task: 'entities',
  promise:
    'Every entity is in the passage word for word, and nothing in the passage is left that may be another of the types asked for.',
  family: 'entities',
  version: 1,
  languages: ['en'],
  precision: 0.92,
  *find(context: PatternContext): Iterable<Draft> {
    const { casing } = context.analysis;
    const knowledge = { casing, gazetteer: buildGazetteer(context.document.text, context.analysis) };
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const draft = block?.kind === 'paragraph' ? readParagraph(context, section, { block, knowledge }) : undefined;
        if (draft !== undefined) yield draft;
      }
    }
  },
};

interface Paragraph {
  readonly block: Block;
  readonly knowledge: NameKnowledge;
}

function readParagraph(context: PatternContext, section: Section, { block, knowledge }: Paragraph): Draft | undefined {
  if (block.end - block.start > MOST_CHARACTERS) return undefined;
  const text = context.text(block);
  const words = countWords(text);
  if (words < LEAST_WORDS || words > MOST_WORDS || !/[.!?]["”)]?$/u.test(text) || /[|<>{}[\]]/u.test(text))
    return undefined;
  const found = findEntities(text, knowledge);
  const entities = found.entities.filter(
    ({ type }) => !(NAME_TYPES.has(type) ? found.hasDoubtfulName : NUMBER_TYPES.has(type) && found.hasDoubtfulNumber),
  );
  const distinct = new Set(entities.map(({ start, end }) => text.slice(start, end)));
  if (distinct.size < FEWEST_ENTITIES || entities.length > MOST_ENTITIES) return undefined;
  const types = ENTITY_TYPES.filter((type) => entities.some((entity) => entity.type === type));
  const isGrouped = context.choose({ start: block.start, end: block.start + 1 }, [true, false]);
  return {
    section,
    question: context.choose(block, requests(types, isGrouped)),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [isGrouped ? byType(text, types, entities) : inOrder(text, entities)],
    payload: {
      entities: entities.map(({ type, start, end }) => ({ type, start, end, text: text.slice(start, end) })),
    },
    reasoning: 'collect',
    focus: `entities ${block.start}`,
    fit: Math.min(
      1,
      (types.some((type) => NAME_TYPES.has(type)) ? 0.4 : 0.2) + 0.1 * distinct.size + 0.1 * types.length,
    ),
  };
}

const PLURALS: Readonly<Record<EntityType, string>> = {
  person: 'people',
  organization: 'organizations',
  place: 'places',
  product: 'software and other products',
  date: 'calendar dates',
  money: 'amounts of money',
  percentage: 'percentages',
  quantity: 'quantities with their units',
  version: 'version numbers',
  identifier: 'numbers of standards and reports',
  url: 'web addresses',
  email: 'e-mail addresses',
};

function requests(types: readonly EntityType[], isGrouped: boolean): readonly string[] {
  const list = listed(
    types.map((type) => PLURALS[type]),
    'and',
  );
  const keys = types.map((type) => `"${type}"`).join(', ');
  if (isGrouped) {
    return [
      `Extract all ${list} from the text as a JSON object with the ${types.length === 1 ? 'key' : 'keys'} ${keys}.`,
      `Which ${list} does the passage mention? Answer with a JSON object with the ${types.length === 1 ? 'key' : 'keys'} ${keys}.`,
      `Find the ${list} in this text. Give a JSON object of lists: ${keys}.`,
    ];
  }
  return [
    `List all ${list} in the text, in order of appearance, as a JSON array of objects with "type" (${types.join(', ')}) and "text".`,
    `Recognize the ${list} in this passage. Answer with a JSON array of {"type", "text"}, each once and in order; the types are ${types.join(', ')}.`,
    `Find all ${list} below. Give a JSON array with an object for each, with "type" (${types.join(', ')}) and "text".`,
  ];
}

function byType(text: string, types: readonly EntityType[], entities: readonly Entity[]): string {
  const groups = types.map((type) => {
    const texts = entities.filter((entity) => entity.type === type).map(({ start, end }) => text.slice(start, end));
    return [type, [...new Set(texts)]] as const;
  });
  return JSON.stringify(Object.fromEntries(groups), undefined, 2);
}

function inOrder(text: string, entities: readonly Entity[]): string {
  const unique = new Map(
    entities.map(({ type, start, end }) => [
      `${type} ${text.slice(start, end)}`,
      { type, text: text.slice(start, end) },
    ]),
  );
  return `[\n${[...unique.values()].map((entity) => `  ${JSON.stringify(entity)}`).join(',\n')}\n]`;
}
