/** How one consumer writes a preference: where the prompt is, and what an answer looks like. */
export interface PreferenceShape {
  /** Name of the codec. */
  readonly name: string;
  readonly title: string;
  /** Column of the prompt's turns; two names stand for an object in a column. */
  readonly prompt: readonly [string] | readonly [string, string];
  readonly chosen: string;
  readonly rejected: string;
  /** Whether an answer is a list of one turn, or the turn itself. */
  readonly answer: 'list' | 'turn';
  readonly keys: TurnKeys;
}

/** What turns call their parts. */
export interface TurnKeys {
  readonly role: string;
  readonly text: string;
  readonly system: string;
  readonly user: string;
  readonly assistant: string;
}

const openAiKeys: TurnKeys = {
  role: 'role',
  text: 'content',
  system: 'system',
  user: 'user',
  assistant: 'assistant',
};

export const preferenceShapes = {
  openai: {
    name: 'preference-openai',
    title: 'OpenAI preference (DPO)',
    prompt: ['input', 'messages'],
    chosen: 'preferred_output',
    rejected: 'non_preferred_output',
    answer: 'list',
    keys: openAiKeys,
  },
  trl: {
    name: 'preference-trl',
    title: 'TRL preference',
    prompt: ['prompt'],
    chosen: 'chosen',
    rejected: 'rejected',
    answer: 'list',
    keys: openAiKeys,
  },
  axolotl: {
    name: 'preference-axolotl',
    title: 'axolotl preference (chat_template.default)',
    prompt: ['messages'],
    chosen: 'chosen',
    rejected: 'rejected',
    answer: 'turn',
    keys: openAiKeys,
  },
  llamafactory: {
    name: 'preference-llamafactory',
    title: 'LLaMA-Factory preference (sharegpt, ranking)',
    prompt: ['conversations'],
    chosen: 'chosen',
    rejected: 'rejected',
    answer: 'turn',
    keys: { role: 'from', text: 'value', system: 'system', user: 'human', assistant: 'gpt' },
  },
} as const satisfies Readonly<Record<string, PreferenceShape>>;
