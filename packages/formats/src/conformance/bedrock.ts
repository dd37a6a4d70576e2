import { own, type JsonObject } from '../conversation/row-reader.ts';
import { rowShapeRule } from './codec-rule.ts';
import type { Consumer, RuleEvidence, RuleMatch } from './consumer.ts';
import { match, turnsOf } from './finders.ts';

const VALIDATOR: RuleEvidence = {
  source:
    'aws-samples/amazon-bedrock-samples@85fba9d:custom-models/bedrock-fine-tuning/nova/understanding/dataset_validation/nova_ft_dataset_validator.py',
  basis: 'read',
};
const GUIDE: RuleEvidence = { source: 'Amazon Nova user guide, preparing data for fine-tuning', basis: 'documented' };

/** Words that Nova keeps for itself at the start of a prompt. */
const reservedWords = ['User:', 'Bot:', 'Assistant:', 'System:', '<image>', '<video>', '[EOS]'];

export const bedrock: Consumer = {
  name: 'bedrock',
  versions: 'Nova 1 and 2, bedrock-conversation-2024',
  setup: 'A fine-tuning job of Amazon Nova.',
  formats: ['bedrock'],
  rules: [
    rowShapeRule({
      format: 'bedrock',
      fix: 'Write the row as the format has it: user and assistant by turns, one text in each, the assistant last.',
      evidence: VALIDATOR,
    }),
    {
      id: 'reserved-word',
      outcome: 'mistrained',
      formats: ['bedrock'],
      fix: `Do not begin a prompt with ${reservedWords.join(', ')}.`,
      evidence: GUIDE,
      find: reservedStarts,
    },
  ],
  fileRules: [
    {
      id: 'row-count',
      outcome: 'rejected',
      formats: ['bedrock'],
      fix: 'Give between 8 and 20,000 rows.',
      evidence: VALIDATOR,
      find: ({ rows, isTraining }) =>
        (isTraining && rows < 8) || rows > 20_000
          ? `The file has ${rows} rows; between 8 and 20,000 are allowed.`
          : undefined,
    },
    {
      id: 'not-lines',
      outcome: 'rejected',
      formats: ['bedrock'],
      fix: 'Write JSON Lines: one row on each line, no list around them.',
      evidence: VALIDATOR,
      find: ({ isList }) => (isList ? 'The file is one JSON list.' : undefined),
    },
  ],
};

function reservedStarts(row: JsonObject): readonly RuleMatch[] {
  return turnsOf(row, 'messages').flatMap(({ object, pointer }) => {
    if (own(object, 'role') !== 'user') return [];
    const parts = own(object, 'content');
    const text: unknown = Array.isArray(parts) ? (parts[0] as { text?: unknown } | undefined)?.text : undefined;
    const word = typeof text === 'string' ? reservedWords.find((start) => text.startsWith(start)) : undefined;
    return word === undefined
      ? []
      : [match(`${pointer}/content/0/text`, `The prompt begins with ${JSON.stringify(word)}.`)];
  });
}
