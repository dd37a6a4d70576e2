import { NAME_TYPES } from '../../analyze/entities/entity.ts';
import type { Pattern, PatternContext } from '../pattern.ts';
import { findEntityDrafts } from './entity-drafts.ts';

/**
 * A paragraph, and the people, organizations, places and products that it names. A name in small letters or of a word that is
 * no name elsewhere is not seen, so a strict reader finds some lists short.
 */
export const listNames: Pattern = {
  name: 'list-names',
  task: 'entities',
  promise: 'Every name is in the passage word for word, and no capitalised word is left that may be another one.',
  family: 'entities',
  version: 2,
  languages: ['en'],
  precision: 0.7,
  isDefault: false,
  find: (context: PatternContext) => findEntityDrafts(context, NAME_TYPES),
};
