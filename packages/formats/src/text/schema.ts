/** One row of text that is trained as it stands. */
export const textSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/text.json',
  title: 'Text',
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: {
    text: { type: 'string', pattern: '\\S' },
  },
} as const;
