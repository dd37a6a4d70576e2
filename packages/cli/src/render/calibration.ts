import type { Calibration } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { count } from './numbers.ts';
import { table } from './table.ts';

/** Agreement in all, and by kind of answer. */
export function renderCalibration(model: string, calibration: Calibration): string {
  const { answers, unanswered, agreement, kappa, labels, rules } = calibration;
  const asked = `${count(answers + unanswered)} labelled answers, ${count(unanswered)} without a judgement`;
  const rows = labels
    .filter((label) => label.answers > 0)
    .map((label) => [
      label.label,
      `${count(label.agreed)} of ${count(label.answers)}`,
      percent(label.agreed / label.answers),
    ]);
  return [
    agreement === undefined || kappa === undefined
      ? `${escapeText(model)} gave no judgement`
      : `${escapeText(model)} agrees with ${percent(agreement)} of the labels (kappa ${kappa.toFixed(2)})`,
    asked,
    ...(rows.length === 0 ? [] : ['', table(rows, { right: [1, 2] })]),
    '',
    'Rules, which every answer has to pass before a judge sees it, call wrong:',
    table(ruleRows(rules), { right: [1, 2, 3, 4] }),
  ].join('\n');
}

/** By kind of answer: what the rules were fitted to, and what they never saw. */
function ruleRows({ fitted, heldOut }: Calibration['rules']): string[][] {
  return fitted.map(({ label, answers, found }, index) => {
    const other = heldOut[index] ?? { answers: 0, found: 0 };
    return [
      label,
      `${count(found)} of ${count(answers)}`,
      percent(found / answers),
      `unseen ${count(other.found)} of ${count(other.answers)}`,
      percent(other.found / Math.max(1, other.answers)),
    ];
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
