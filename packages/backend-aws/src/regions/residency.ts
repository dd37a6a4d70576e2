import { UsageError } from '@dsgen/core';
import type { PlatformRegion } from '../names/platform.ts';

/** Where documents may be: in the United States, in the European Union, or anywhere. */
export const RESIDENCIES = ['us', 'eu', 'global'] as const;
export type Residency = (typeof RESIDENCIES)[number];

/**
 * The Regions that a residency allows, the preferred first: the given one, then by weight.
 *
 * @throws UsageError `residency-without-region`
 *
 * @example
 * allowedRegions([{ region: 'us-east-1', weight: 60 }, { region: 'eu-west-1', weight: 5 }], { residency: 'eu' });
 */
export function allowedRegions(
  regions: readonly PlatformRegion[],
  { residency = 'global', first }: { readonly residency?: Residency; readonly first?: string },
): readonly string[] {
  const allowed = regions.filter(({ region }) => residency === 'global' || region.startsWith(`${residency}-`));
  if (allowed.length === 0) throw withoutRegion(regions, residency);
  const sorted = allowed.toSorted((left, right) => right.weight - left.weight || (left.region < right.region ? -1 : 1));
  const names = sorted.map(({ region }) => region);
  return first !== undefined && names.includes(first) ? [first, ...names.filter((name) => name !== first)] : names;
}

function withoutRegion(regions: readonly PlatformRegion[], residency: Residency): UsageError {
  const names = regions.map(({ region }) => region).join(', ');
  return new UsageError({
    code: 'residency-without-region',
    message: `Cannot keep documents in ${JSON.stringify(residency)}: the platform has no Region there, only ${names}`,
    fix: `Deploy the platform to a Region that begins with "${residency}-", or choose another residency.`,
    data: { residency, regions: names },
  });
}
