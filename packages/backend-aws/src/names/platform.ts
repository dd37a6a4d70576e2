import { BackendError } from '@dsgen/core';

/** Raised when a client can no longer read what an older stack wrote, or the other way round. */
export const PLATFORM_SCHEMA = 1;

/** One Region of a deployment, as clients choose it. */
export interface PlatformRegion {
  readonly region: string;
  /** Share of new jobs; 0 takes jobs only when the others are out of reach. */
  readonly weight: number;
}

/**
 * What a client must know to use the deployment in one Region: the value of one SSM parameter, JSON. Peers are found by
 * reading the same parameter in the Regions it lists.
 */
export interface Platform {
  readonly schema: typeof PLATFORM_SCHEMA;
  /** Version of dsgen that deployed it. */
  readonly release: string;
  readonly environment: string;
  readonly region: string;
  readonly regions: readonly PlatformRegion[];
  readonly bucket: string;
  readonly ledgerTable: string;
  readonly workTable: string;
  readonly catalogTable: string;
  readonly stateMachineArn: string;
  /** Which hosts there are: `lambda` or `lambda,batch`. */
  readonly compute: string;
}

/** @example platformParameterName('prod') // "/dsgen/prod/platform" */
export function platformParameterName(environment: string): string {
  return `/dsgen/${environment}/platform`;
}

const TEXT_MEMBERS = [
  'release',
  'environment',
  'region',
  'bucket',
  'ledgerTable',
  'workTable',
  'catalogTable',
  'stateMachineArn',
  'compute',
] as const satisfies ReadonlyArray<keyof Platform>;

/**
 * Reads the parameter's value.
 *
 * @throws BackendError `platform-unreadable`, or `platform-version-mismatch` when client and platform do not fit
 */
export function parsePlatform(text: string): Platform {
  const value = parseObject(text);
  if (value['schema'] !== PLATFORM_SCHEMA) throw versionMismatch(value);
  const missing = TEXT_MEMBERS.filter((name) => typeof value[name] !== 'string');
  if (missing.length > 0 || !isRegionList(value['regions'])) throw unreadable(missing[0] ?? 'regions');
  return value as unknown as Platform;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, with what it should have been.
  }
  throw unreadable('schema');
}

function isRegionList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (entry: { region?: unknown; weight?: unknown } | null) =>
        typeof entry?.region === 'string' && typeof entry.weight === 'number',
    )
  );
}

function unreadable(member: string): BackendError {
  return new BackendError({
    code: 'platform-unreadable',
    message: `Cannot read the description of the platform: "${member}" is missing or has the wrong type`,
    fix: 'Run dsgen deploy again; it writes the description anew.',
  });
}

function versionMismatch(value: Record<string, unknown>): BackendError {
  const release = typeof value['release'] === 'string' ? value['release'] : 'an unknown version';
  return new BackendError({
    code: 'platform-version-mismatch',
    message: `Cannot use the platform: it was deployed by dsgen ${release} with description ${JSON.stringify(value['schema'])}, this dsgen reads ${PLATFORM_SCHEMA}`,
    fix: 'Install the version of dsgen that deployed the platform, or run dsgen deploy with this one.',
  });
}
