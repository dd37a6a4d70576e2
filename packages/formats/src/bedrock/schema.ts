export const BEDROCK_SCHEMA_VERSION = 'bedrock-conversation-2024';

const texts = {
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: {
    type: 'object',
    required: ['text'],
    additionalProperties: false,
    properties: { text: { type: 'string', pattern: '\\S' } },
  },
} as const;

/** One row of Amazon Bedrock's conversation format, text only. */
export const bedrockSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/bedrock.json',
  title: 'Bedrock conversation',
  type: 'object',
  required: ['schemaVersion', 'messages'],
  additionalProperties: false,
  properties: {
    schemaVersion: { const: BEDROCK_SCHEMA_VERSION },
    system: texts,
    messages: {
      type: 'array',
      minItems: 2,
      description: 'user and assistant by turns, the assistant last',
      items: {
        type: 'object',
        required: ['role', 'content'],
        additionalProperties: false,
        properties: { role: { enum: ['user', 'assistant'] }, content: texts },
      },
    },
  },
} as const;
