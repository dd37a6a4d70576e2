import type { JobInfo } from '@dsgen/sdk';
import { costTable } from './cost.ts';
import { escapeLines, escapeText } from './escape.ts';
import { renderLedger } from './ledger.ts';
import { count } from './numbers.ts';
import type { QuarantinedDocument } from './progress-state.ts';
import type { Style } from './style.ts';
import { quarantineTable } from './summary.ts';
import { table } from './table.ts';

/** One line per job, the latest last. */
export function renderJobs(jobs: readonly JobInfo[], style: Style): string {
  if (jobs.length === 0) return 'No jobs in this store';
  const header = ['job', 'state', 'documents', 'records', 'tasks'].map((name) => style.dim(name));
  return table([header, ...jobs.map((job) => jobRow(job, style))], { right: [2, 3], indent: 0 });
}

function jobRow({ id, state, ledger, recipe }: JobInfo, style: Style): string[] {
  return [
    id,
    colourState(state, style),
    ledger === undefined ? '-' : count(ledger.documents.total),
    ledger === undefined ? '-' : count(ledger.candidates.accepted),
    escapeText(recipe.tasks.join(', ')),
  ];
}

function colourState(state: JobInfo['state'], style: Style): string {
  if (state === 'done') return style.green(state);
  return state === 'failed' ? style.red(state) : style.yellow(state);
}

export interface JobView {
  readonly job: JobInfo;
  readonly location?: string;
  readonly quarantine: readonly QuarantinedDocument[];
  readonly style: Style;
}

/** Everything about one job. */
export function renderJob({ job, location, quarantine, style }: JobView): string {
  const facts = table(
    [
      ['Job', job.id],
      ['State', colourState(job.state, style)],
      ['Format', escapeText(job.recipe.export.format)],
      ['Tasks', escapeText(job.recipe.tasks.join(', '))],
      ...(location === undefined ? [] : [['Dataset', escapeText(location)]]),
      ...(job.error === undefined ? [] : [['Error', escapeLines(job.error.message)]]),
    ],
    { indent: 0 },
  );
  const sections = [
    facts,
    ...(job.ledger === undefined ? [] : [renderLedger(job.ledger)]),
    ...(job.cost === undefined ? [] : [`Cost, by measured work and listed prices\n${costTable(job.cost, style)}`]),
    ...(quarantine.length > 0 ? [`Quarantined documents\n${quarantineTable(quarantine, style)}`] : []),
    ...(['interrupted', 'failed', 'cancelled'].includes(job.state)
      ? [`Next\n  ${style.cyan(`dsgen jobs resume ${job.id}`)}`]
      : []),
  ];
  return sections.join('\n\n');
}
