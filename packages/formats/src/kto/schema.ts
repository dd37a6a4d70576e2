import { preferenceShapes } from '../preference/shape.ts';
import { turnSchema } from '../preference/schema.ts';

const { keys } = preferenceShapes.trl;

/** One row of TRL's unpaired preference format, which its KTO trainer reads. */
export const ktoSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/kto.json',
  title: 'Unpaired preference (KTO)',
  type: 'object',
  required: ['prompt', 'completion', 'label'],
  additionalProperties: false,
  properties: {
    prompt: { type: 'array', minItems: 1, items: turnSchema(keys, [keys.system, keys.user, keys.assistant]) },
    completion: { type: 'array', minItems: 1, maxItems: 1, items: turnSchema(keys, [keys.assistant]) },
    label: { type: 'boolean', description: 'Whether the completion is wanted.' },
  },
} as const;
