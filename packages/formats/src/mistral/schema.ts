import { openAiSchema } from '../openai/schema.ts';

/** One row of Mistral's chat format: OpenAI's without names, with ids of nine characters and whole tools. */
export const mistralSchema = {
  ...openAiSchema,
  $id: 'https://dsgen.dev/schemas/mistral.json',
  title: 'Mistral chat',
  description: 'Calls have ids of nine letters and digits; tools have a name, a description and parameters.',
} as const;
