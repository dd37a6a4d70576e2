import type { AwsEstimate } from '../open-aws.ts';
import { count, duration } from './numbers.ts';
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
  const stages = new Map<string, number>();
  for (const { stage, usd } of cost.lines) stages.set(stage, (stages.get(stage) ?? 0) + usd);
  const stageRows = [...stages].map(([stage, usd]) => [stage, dollars(usd)]);
  return [
    'On AWS, in us-east-1',
    table([['lane', 'documents', 'shards', 'core time'].map(style.dim), ...laneRows], { right: [1, 2, 3] }),
    table([['stage', 'cost'].map(style.dim), ...stageRows, ['Sum', style.bold(dollars(cost.usd))]], { right: [1] }),
    'Work is estimated and prices are of 2026; documents and dataset are counted as stored for a month. See docs/scale.md.',
  ].join('\n\n');
}

/** Small jobs cost fractions of a cent, which are still told apart. */
function dollars(amount: number): string {
  return amount > 0 && amount < 0.0001 ? '< $0.0001' : `$${amount.toFixed(4)}`;
}
