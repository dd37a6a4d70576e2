import type { TextRange } from '@dsgen/core';

/** Kinds of things that a text names, in the order in which a request for them lists them. */
export const ENTITY_TYPES = [
  'person',
  'organization',
  'place',
  'product',
  'date',
  'money',
  'percentage',
  'quantity',
  'version',
  'identifier',
  'url',
  'email',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Types that only context tells apart: where one name stays in doubt, none of them can be listed whole. */
export const NAME_TYPES: ReadonlySet<EntityType> = new Set(['person', 'organization', 'place', 'product']);

/** Types that are written with digits. */
export const NUMBER_TYPES: ReadonlySet<EntityType> = new Set(['date', 'money', 'percentage', 'quantity', 'version']);

/** Something a text names. Offsets are those of the text it was found in. */
export interface Entity extends TextRange {
  readonly type: EntityType;
}

/** What a text names, in order, and whether something in it may be more. */
export interface FoundEntities {
  readonly entities: readonly Entity[];
  /** A capitalised word that may be a name and could not be told. */
  readonly hasDoubtfulName: boolean;
  /** A number that may be a date or an amount and could not be told. */
  readonly hasDoubtfulNumber: boolean;
}
