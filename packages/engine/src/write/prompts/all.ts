import type { Prompt } from '../prompt.ts';
import { comparative } from './comparative.ts';
import { conversation } from './conversation.ts';
import { critique } from './critique.ts';
import { errorCorrection } from './error-correction.ts';
import { hypothetical } from './hypothetical.ts';
import { instruction } from './instruction.ts';
import { multiStep } from './multi-step.ts';
import { multipleChoice } from './multiple-choice.ts';
import { numerical } from './numerical.ts';
import { preference } from './preference.ts';
import { qa } from './qa.ts';
import { reasoning } from './reasoning.ts';
import { summary } from './summary.ts';
import { yesNo } from './yes-no.ts';

/** Every built-in prompt, in the order of its calls. */
export const PROMPTS: readonly Prompt[] = [
  qa,
  instruction,
  summary,
  conversation,
  yesNo,
  multipleChoice,
  numerical,
  reasoning,
  comparative,
  hypothetical,
  multiStep,
  errorCorrection,
  preference,
  critique,
];
