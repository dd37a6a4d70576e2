/** One Alpaca row. `input` is always there, because LLaMA-Factory stops at a row without it. */
export const alpacaSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/alpaca.json',
  title: 'Alpaca',
  type: 'object',
  required: ['instruction', 'input', 'output'],
  additionalProperties: false,
  properties: {
    instruction: { type: 'string', description: 'The question or task. May be empty only when input is not.' },
    input: { type: 'string', description: 'The passage it is about; "" when there is none.' },
    output: { type: 'string', pattern: '\\S', description: 'The answer.' },
    system: { type: 'string', description: 'The system prompt.' },
    history: {
      type: 'array',
      description: 'Earlier exchanges, oldest first: pairs of user and assistant text. Trainers train on them too.',
      items: {
        type: 'array',
        minItems: 2,
        maxItems: 2,
        items: { type: 'string', pattern: '\\S' },
      },
    },
  },
} as const;
