/** Parts of a record that a property of a user's schema can hold. */
export const RECORD_PARTS = [
  'question',
  'answer',
  'context',
  'system',
  'messages',
  'tools',
  'id',
  'task',
  'sources',
  'difficulty',
  'split',
  'label',
  'choices',
  'entities',
  'path',
  'page',
  'headings',
] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

/** What people call these parts, in lower case without separators. */
const names: Readonly<Record<RecordPart, readonly string[]>> = {
  question: ['question', 'prompt', 'instruction', 'query', 'user'],
  answer: ['answer', 'response', 'completion', 'output', 'assistant', 'target', 'reply', 'answers'],
  context: ['context', 'input', 'passage', 'contexts'],
  system: ['system', 'systemprompt'],
  messages: ['messages', 'conversations', 'conversation', 'turns', 'dialogue'],
  tools: ['tools'],
  id: ['id', 'uid', 'uuid', 'recordid'],
  task: ['task', 'tasktype'],
  sources: ['sources', 'evidence', 'citations', 'spans'],
  difficulty: ['difficulty'],
  split: ['split'],
  label: ['label', 'class'],
  choices: ['choices', 'options'],
  entities: ['entities'],
  path: ['path', 'document', 'file', 'source'],
  page: ['page'],
  headings: ['headings', 'headingpath', 'section'],
};

const partByName: ReadonlyMap<string, RecordPart> = new Map(
  RECORD_PARTS.flatMap((part) => names[part].map((name): [string, RecordPart] => [name, part])),
);

/** The part a property name stands for, if it is a name people use for one. */
export function wellKnownPart(propertyName: string): RecordPart | undefined {
  return partByName.get(propertyName.toLowerCase().replaceAll(/[-_ ]/g, ''));
}
