import { escapeText } from './escape.ts';
import { count, plural, roughDuration } from './numbers.ts';
import { endedDocuments, type ProgressState } from './progress-state.ts';

/** Fewer documents than this say nothing about the speed of the rest. */
const FEWEST_FOR_ESTIMATE = 3;

export function documentsText(state: ProgressState): string {
  const of = state.total === undefined ? '' : ` of ${count(state.total)}`;
  const parts = [
    `${count(endedDocuments(state))}${of}`,
    ...(workedAhead(state) ? [`${count(state.worked ?? 0)} worked on`] : []),
    ...(state.cached > 0 ? [`${count(state.cached)} unchanged`] : []),
    ...(state.skipped > 0 ? [`${count(state.skipped)} skipped`] : []),
    ...(state.quarantined > 0 ? [`${count(state.quarantined)} quarantined`] : []),
  ];
  return parts.join(' · ');
}

/** Workers are ahead of what was told: the dataset is not yet being put together. */
function workedAhead(state: ProgressState): boolean {
  return (state.worked ?? 0) > endedDocuments(state);
}

export function recordsText(state: ProgressState): string {
  return `${count(state.accepted)} accepted · ${count(state.rejected)} rejected`;
}

/** `120 answered (90 kept) · 2 unanswered · $0.0413`; empty where no model is asked. */
export function callsText({ calls }: ProgressState): string {
  if (calls === undefined) return '';
  const kept = calls.cached > 0 ? ` (${count(calls.cached)} kept)` : '';
  const parts = [
    `${count(calls.answered)} answered${kept}`,
    ...(calls.unanswered > 0 ? [`${count(calls.unanswered)} unanswered`] : []),
    ...(calls.spentUsd > 0 ? [dollars(calls.spentUsd)] : []),
  ];
  return parts.join(' · ');
}

/** Cents matter less than where the first digits are: `$0.0041`, `$12.40`. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(amount < 1 ? 4 : 2)}`;
}

/** `4.1 documents/s · about 12 s left`; empty while it would be a guess. */
export function speedText(state: ProgressState, elapsedMs: number): string {
  const ended = workedAhead(state) ? (state.worked ?? 0) : endedDocuments(state);
  if (ended < FEWEST_FOR_ESTIMATE || elapsedMs < 500) return '';
  const perSecond = (1000 * ended) / elapsedMs;
  const rate = `${perSecond < 10 ? perSecond.toFixed(1) : count(Math.round(perSecond))} documents/s`;
  const left = (state.total ?? ended) - ended;
  return left <= 0 ? rate : `${rate} · about ${roughDuration((1000 * left) / perSecond)} left`;
}

/** The documents being read now; long ones show why nothing moves. */
export function inHandText(state: ProgressState): string {
  const [first, ...others] = state.inHand;
  if (first === undefined) return '';
  return escapeText(first) + (others.length > 0 ? ` and ${plural(others.length, 'other')}` : '');
}

/** All of it in one line, for logs. */
export function progressLine(state: ProgressState, elapsedMs: number): string {
  const speed = speedText(state, elapsedMs);
  const calls = callsText(state);
  return [
    `documents ${documentsText(state)}`,
    `pages ${count(state.pages)}`,
    `records ${recordsText(state)}`,
    ...(calls === '' ? [] : [`model calls ${calls}`]),
    ...(speed === '' ? [] : [speed]),
  ].join(' · ');
}
