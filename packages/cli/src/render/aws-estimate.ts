import type { AwsEstimate } from '../open-aws.ts';
import { count, duration } from './numbers.ts';
import { costTable } from './cost.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** What a run on AWS would cost: its shards by lane, and its bill by stage. */
export function renderAwsEstimate({ work, cost }: AwsEstimate, style: Style): string {
  const lanes = Object.entries(work.lanes).filter(([, { documents }]) => documents > 0);
  const laneRows = lanes.map(([lane, { documents, shards, coreMs }]) => [
    lane,
    count(documents),
    count(shards),
    duration(coreMs),
  ]);
  return [
    'On AWS, in us-east-1',
    table([['lane', 'documents', 'shards', 'core time'].map(style.dim), ...laneRows], { right: [1, 2, 3] }),
    costTable(cost, style),
    'Work is estimated and prices are of 2026; documents and dataset are counted as stored for a month. See docs/scale.md.',
  ].join('\n\n');
}
