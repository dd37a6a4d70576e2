const parts = {
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

/** One row of Vertex AI's format for tuning Gemini, text only. */
export const vertexSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/vertex.json',
  title: 'Vertex AI Gemini',
  type: 'object',
  required: ['contents'],
  additionalProperties: false,
  properties: {
    systemInstruction: {
      type: 'object',
      required: ['parts'],
      additionalProperties: false,
      properties: { role: { type: 'string' }, parts },
    },
    contents: {
      type: 'array',
      minItems: 2,
      description: 'user and model by turns, the model last',
      items: {
        type: 'object',
        required: ['role', 'parts'],
        additionalProperties: false,
        properties: { role: { enum: ['user', 'model'] }, parts },
      },
    },
  },
} as const;
