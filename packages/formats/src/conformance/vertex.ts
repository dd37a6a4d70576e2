import type { JsonObject } from '../conversation/row-reader.ts';
import { readVertex } from '../vertex/read.ts';
import type { Consumer, RuleEvidence, RuleMatch } from './consumer.ts';
import { match } from './finders.ts';

const GUIDE: RuleEvidence = {
  source: 'Google Cloud, Prepare supervised fine-tuning data for Gemini models',
  basis: 'documented',
};

export const vertex: Consumer = {
  name: 'vertex',
  versions: 'Gemini 1.5 to 2.5',
  setup: 'A supervised tuning job of Gemini on Vertex AI.',
  formats: ['vertex'],
  rules: [
    {
      id: 'row-shape',
      outcome: 'rejected',
      formats: ['vertex'],
      fix: 'Write the row as the format has it: user and model by turns, a text in each, the model last.',
      evidence: GUIDE,
      find: defects,
    },
  ],
  fileRules: [
    {
      id: 'not-lines',
      outcome: 'rejected',
      formats: ['vertex'],
      fix: 'Write JSON Lines: one row on each line, no list around them.',
      evidence: GUIDE,
      find: ({ isList }) => (isList ? 'The file is one JSON list.' : undefined),
    },
  ],
};

function defects(row: JsonObject): readonly RuleMatch[] {
  const decoded = readVertex(row);
  return decoded.ok ? [] : decoded.issues.map(({ pointer, message }) => match(pointer ?? '', message));
}
