import { rowShapeRule } from './codec-rule.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';

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
    rowShapeRule({
      format: 'vertex',
      fix: 'Write the row as the format has it: user and model by turns, a text in each, the model last.',
      evidence: GUIDE,
    }),
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
