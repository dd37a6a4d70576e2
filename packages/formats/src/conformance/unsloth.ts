import { own, type JsonObject } from '../conversation/row-reader.ts';
import type { Consumer, FileFacts, RuleEvidence } from './consumer.ts';
import { blankAnswer, eachTurn, emptyTurns, match, notTurns, rolesBeside, turnsOf } from './finders.ts';

const STANDARDIZE: RuleEvidence = {
  source: 'unslothai/unsloth-zoo@ce232d6:unsloth_zoo/dataset_utils.py standardize_data_formats',
  basis: 'read',
};

/** Every name it maps to system, user or assistant. */
const aliases = ['system', 'user', 'human', 'input', 'gpt', 'assistant', 'output'];

export const unsloth: Consumer = {
  name: 'unsloth',
  versions: 'unsloth-zoo 2025.3 to 2026.10',
  setup: 'standardize_data_formats on the column "conversations".',
  formats: ['sharegpt'],
  rules: [
    {
      id: 'turns-missing',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Give the row a list of turns.',
      evidence: STANDARDIZE,
      find: notTurns('conversations'),
    },
    {
      id: 'turns-empty',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Give the row turns, or remove it.',
      evidence: { ...STANDARDIZE, basis: 'ran' },
      find: emptyTurns('conversations'),
    },
    {
      id: 'turn-keys',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Give every turn "from" and "value" and nothing else.',
      evidence: STANDARDIZE,
      find: eachTurn('conversations', ({ object, pointer }) =>
        Object.keys(object).length === 2 && Object.hasOwn(object, 'from') && Object.hasOwn(object, 'value')
          ? undefined
          : match(pointer, 'The turn has other keys than "from" and "value".'),
      ),
    },
    {
      id: 'text-not-string',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Write every value as a string.',
      evidence: STANDARDIZE,
      find: eachTurn('conversations', ({ object, pointer }) =>
        Object.values(object).every((value) => typeof value === 'string')
          ? undefined
          : match(pointer, 'The turn holds something that is no text.'),
      ),
    },
    {
      id: 'role-unknown',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Use system, human and gpt only; rows with tools cannot be read.',
      evidence: STANDARDIZE,
      find: rolesBeside('conversations', 'from', aliases),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Remove the row or give it an answer.',
      evidence: STANDARDIZE,
      find: blankAnswer('conversations', 'from', 'value'),
    },
  ],
  fileRules: [
    {
      id: 'keys-guessed-wrong',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Put rows with different texts first: until 2026.8, the key with fewer different values in the first ten rows is taken for the role.',
      evidence: STANDARDIZE,
      find: guessedWrong,
    },
  ],
};

function guessedWrong({ firstRows }: FileFacts): string | undefined {
  const roles = new Set(firstRows.flatMap((row) => valuesOf(row, 'from')));
  const texts = new Set(firstRows.flatMap((row) => valuesOf(row, 'value')));
  if (firstRows.length === 0 || roles.size < texts.size) return undefined;
  return `The first ${firstRows.length} rows have ${roles.size} roles and only ${texts.size} texts, so texts are taken for roles.`;
}

function valuesOf(row: JsonObject, key: string): readonly unknown[] {
  return turnsOf(row, 'conversations').map(({ object }) => own(object, key));
}
