const text = { type: 'string' } as const;
const spokenText = { type: 'string', pattern: '\\S' } as const;
const toolName = { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' } as const;

const toolCall = {
  type: 'object',
  required: ['id', 'type', 'function'],
  additionalProperties: false,
  properties: {
    id: text,
    type: { const: 'function' },
    function: {
      type: 'object',
      required: ['name', 'arguments'],
      additionalProperties: false,
      properties: {
        name: toolName,
        arguments: { type: 'string', description: 'The arguments as JSON text of an object.' },
      },
    },
  },
} as const;

const assistant = {
  type: 'object',
  required: ['role'],
  anyOf: [
    { required: ['content'], properties: { content: spokenText } },
    { required: ['tool_calls'], properties: { tool_calls: { minItems: 1 } } },
  ],
  additionalProperties: false,
  properties: {
    role: { const: 'assistant' },
    content: text,
    name: text,
    tool_calls: { type: 'array', items: toolCall },
    weight: { enum: [0, 1], description: '0 leaves the turn out of training.' },
  },
} as const;

/** One row of OpenAI's chat fine-tuning format. */
export const openAiSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/openai.json',
  title: 'OpenAI chat',
  type: 'object',
  required: ['messages'],
  additionalProperties: false,
  properties: {
    messages: {
      type: 'array',
      minItems: 1,
      contains: { type: 'object', required: ['role'], properties: { role: { const: 'assistant' } } },
      items: {
        oneOf: [
          {
            type: 'object',
            required: ['role', 'content'],
            additionalProperties: false,
            properties: { role: { const: 'system' }, content: spokenText },
          },
          {
            type: 'object',
            required: ['role', 'content'],
            additionalProperties: false,
            properties: { role: { const: 'user' }, content: spokenText, name: text },
          },
          assistant,
          {
            type: 'object',
            required: ['role', 'tool_call_id', 'content'],
            additionalProperties: false,
            properties: { role: { const: 'tool' }, tool_call_id: text, content: text },
          },
        ],
      },
    },
    tools: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'function'],
        additionalProperties: false,
        properties: {
          type: { const: 'function' },
          function: {
            type: 'object',
            required: ['name'],
            additionalProperties: false,
            properties: { name: toolName, description: text, parameters: { type: 'object' } },
          },
        },
      },
    },
  },
} as const;
