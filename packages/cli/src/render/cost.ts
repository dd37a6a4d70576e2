import type { JobInfo } from '@dsgen/sdk';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** A bill by stage. */
export function costTable({ usd, lines }: NonNullable<JobInfo['cost']>, style: Style): string {
  const stages = new Map<string, number>();
  for (const line of lines) stages.set(line.stage, (stages.get(line.stage) ?? 0) + line.usd);
  const rows = [...stages].map(([stage, sum]) => [stage, dollars(sum)]);
  return table([['stage', 'cost'].map(style.dim), ...rows, ['Sum', style.bold(dollars(usd))]], { right: [1] });
}

/** Small jobs cost fractions of a cent, which are still told apart. */
function dollars(amount: number): string {
  return amount > 0 && amount < 0.0001 ? '< $0.0001' : `$${amount.toFixed(4)}`;
}
