/** One row of prompt and completion, as TRL, Together and older Bedrock models read it. */
export const promptCompletionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://dsgen.dev/schemas/prompt-completion.json',
  title: 'Prompt and completion',
  type: 'object',
  required: ['prompt', 'completion'],
  additionalProperties: false,
  properties: {
    prompt: { type: 'string', pattern: '\\S' },
    completion: { type: 'string', pattern: '\\S' },
  },
} as const;
