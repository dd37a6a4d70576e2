import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DsgenError, type AbortableOptions, type Backend } from '@dsgen/core';
import { createAwsBackend } from '../backend/create-aws-backend.ts';
import { createExecutions } from '../backend/executions.ts';
import type { Platform } from '../names/platform.ts';
import { createRegionalBackend } from '../regions/create-regional-backend.ts';
import type { RegionalOptions } from '../regions/regional-backends.ts';
import { allowedRegions, type Residency } from '../regions/residency.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { uploadCorpus } from '../upload/upload-corpus.ts';
import { connectionOf, DEFAULT_ENVIRONMENT, DEFAULT_TENANT, type AwsConnection } from './aws-connection.ts';
import { knownPlatforms } from './known-regions.ts';
import { readPlatform } from './read-platform.ts';

export interface OpenAwsBackendOptions extends AwsConnection, AbortableOptions {
  /** Name of the deployment. Default `main`. */
  readonly environment?: string;
  /** Whose corpora, jobs and datasets these are. Default `default`. */
  readonly tenant?: string;
  /** Where documents may be. Default `global`: in any Region of the platform. */
  readonly residency?: Residency;
  /** Told when the platform is used in another Region, because the one before does not answer. */
  readonly onMove?: RegionalOptions['onMove'];
  /** Folder for what uploads remember, so that the next one asks and reads less. Default `.dsgen/uploads`. */
  readonly stateFolder?: string;
}

/** A Region that is lost must be noticed in seconds, not in the minutes a client waits by itself. */
const PATIENCE = { maxAttempts: 3, requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 } } as const;
const DEFAULT_STATE_FOLDER = join('.dsgen', 'uploads');

/**
 * Connects to a deployed platform: one look at its description gives the names of everything else.
 *
 * @throws BackendError when there is no such platform, it does not fit this version, or AWS cannot be reached
 *
 * @example
 * const backend = await openAwsBackend({ environment: 'main', region: 'eu-west-1' });
 * for await (const job of backend.jobs.list()) console.log(job.id, job.state);
 * await backend.close();
 */
export async function openAwsBackend(options: OpenAwsBackendOptions = {}): Promise<Backend> {
  const platform = await findPlatform(options);
  const regions = allowedRegions(platform.regions, {
    first: platform.region,
    ...defined({ residency: options.residency }),
  });
  return createRegionalBackend({
    regions: regions.map((name) => ({ name, open: () => openRegion(name, platform, options) })),
    ...defined({ onMove: options.onMove }),
  });
}

/** Asks the Region that is preferred, and where it does not answer, those that were there the last time. */
async function findPlatform(options: OpenAwsBackendOptions): Promise<Platform> {
  const { environment = DEFAULT_ENVIRONMENT, stateFolder = DEFAULT_STATE_FOLDER } = options;
  const known = knownPlatforms(stateFolder);
  const earlier = await known.read(environment);
  const peers = earlier?.regions.map(({ region }) => region) ?? [];
  let failure: unknown;
  for (const region of new Set([options.region, ...peers])) {
    try {
      const platform = await readPlatform(environment, connectionOf({ ...options, region }), abortable(options));
      await known.write(environment, platform);
      return platform;
    } catch (error) {
      if (!DsgenError.isInstance(error) || !error.isRetryable) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

async function openRegion(region: string, found: Platform, options: OpenAwsBackendOptions): Promise<Backend> {
  const { environment = DEFAULT_ENVIRONMENT } = options;
  const connection = connectionOf({ ...options, region });
  const platform = region === found.region ? found : await readPlatform(environment, connection, abortable(options));
  return connect(platform, connection, options);
}

function abortable({ signal }: AbortableOptions): AbortableOptions {
  return signal === undefined ? {} : { signal };
}

function connect(platform: Platform, connection: AwsConnection, options: OpenAwsBackendOptions): Backend {
  const { tenant = DEFAULT_TENANT, stateFolder = DEFAULT_STATE_FOLDER } = options;
  const { region, bucket, ledgerTable: ledger, workTable: work, catalogTable: catalog, stateMachineArn } = platform;
  const s3 = createS3Client(connection);
  const dynamo = new DynamoDBClient({ ...connection, ...PATIENCE });
  const sfn = new SFNClient({ ...connection, ...PATIENCE });
  const backend = createAwsBackend({
    tables: { document: DynamoDBDocumentClient.from(dynamo), ledger, work, catalog, tenant },
    store: createS3ArtefactStore({ client: s3, bucket, tenant }),
    workflow: createExecutions({ client: sfn, stateMachineArn }),
    region,
    async upload(input, call) {
      const { corpusId } = await uploadCorpus({ ...input, ...call, client: s3, bucket, tenant, stateFolder });
      return corpusId;
    },
  });
  return {
    ...backend,
    close() {
      for (const client of [s3, dynamo, sfn]) client.destroy();
      return Promise.resolve();
    },
  };
}

/** Options of the SDK may be absent, never undefined. */
function defined<Options extends object>(options: Options): { [Key in keyof Options]?: NonNullable<Options[Key]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Options]?: NonNullable<Options[Key]> };
}
