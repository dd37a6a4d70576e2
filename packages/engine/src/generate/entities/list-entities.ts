import { ENTITY_TYPES, NAME_TYPES } from '../../analyze/entities/entity.ts';
import type { Pattern, PatternContext } from '../pattern.ts';
import { findEntityDrafts } from './entity-drafts.ts';

/** Types whose form tells them: all of a text are found, or its numbers are in doubt and left alone. */
const REGULAR = new Set(ENTITY_TYPES.filter((type) => !NAME_TYPES.has(type)));

/** A paragraph, and all of its dates, amounts, addresses, versions and numbers of standards. */
export const listEntities: Pattern = {
  name: 'list-entities',
  task: 'entities',
  promise:
    'Every entity is in the passage word for word, and nothing in the passage is left that may be another of the types asked for.',
  family: 'entities',
  version: 3,
  languages: ['en'],
  precision: 0.92,
  find: (context: PatternContext) => findEntityDrafts(context, REGULAR),
};
