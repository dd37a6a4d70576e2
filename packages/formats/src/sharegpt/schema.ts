const text = { type: 'string' } as const;

/** One ShareGPT row, in the strict form that LLaMA-Factory reads without `tags`. */
export const shareGptSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/sharegpt.json',
  title: 'ShareGPT',
  type: 'object',
  required: ['conversations'],
  additionalProperties: false,
  properties: {
    conversations: {
      type: 'array',
      minItems: 2,
      description: 'An optional system turn, then human (or observation) and gpt (or function_call) by turns.',
      items: {
        type: 'object',
        required: ['from', 'value'],
        additionalProperties: false,
        properties: {
          from: { enum: ['system', 'human', 'gpt', 'function_call', 'observation'] },
          value: text,
        },
      },
    },
    system: { ...text, description: 'The system prompt, when there is no system turn.' },
    tools: { ...text, description: 'The tools as JSON text: a list of {name, description, parameters}.' },
  },
} as const;
