import { Tags, type App, type Stack } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AlarmsStack } from './alarms/alarms-stack.ts';
import { BatchStack } from './batch/batch-stack.ts';
import { BudgetStack } from './budget/budget-stack.ts';
import { JobsStack } from './jobs/jobs-stack.ts';
import type { PlatformResources } from './jobs/platform-resources.ts';
import { KeysStack } from './keys/keys-stack.ts';
import { LedgerStack } from './ledger/ledger-stack.ts';
import type { Profile } from './profiles/profile.ts';
import { SparkStack } from './spark/spark-stack.ts';
import { StorageStack } from './storage/storage-stack.ts';

export interface PlatformOptions {
  readonly profile: Profile;
  /** Name of the deployment, part of every stack's name: `prod`. */
  readonly environment: string;
  /** The first is the home Region: it owns the shared tables and the primary key. */
  readonly regions: readonly string[];
  /** Whether buckets replicate to each other; turned on when all of them exist. */
  readonly isReplicated: boolean;
  /** Whether it goes to an emulator, where no function of CloudFormation's own runs. Default false. */
  readonly isEmulated?: boolean;
  /** Version of dsgen. */
  readonly release: string;
  /** Folder with the bundled functions. */
  readonly functionsFolder: string;
  /** The worker as a container: an image that exists, or a folder with a Dockerfile, which is built when it is deployed. */
  readonly image: { readonly uri: string } | { readonly folder: string };
  readonly spark?: { readonly entryFile: string; readonly imageUri: string };
  /** Who hears of alarms and budgets. */
  readonly email?: string;
}

/** Weights of new jobs by position in the list: two active Regions, the others for when those are out of reach. */
const WEIGHTS = [60, 35, 5] as const;

/** Adds every stack of a deployment to the app; one group per Region, split by how long things live. */
export function addPlatform(app: App, options: PlatformOptions): void {
  const { profile, environment, regions, email } = options;
  const [home = 'us-east-1', ...peers] = regions;
  const keys = addKeys(app, options, home, peers);
  const ledger = new LedgerStack(app, stackId(options, 'ledger', home), {
    ...stackProps(options, home, 'tables that all Regions share'),
    key: keyOf(keys, home).key,
    regions,
    isDisposable: profile.isDisposable,
  });
  for (const peer of peers) ledger.addStackDependency(keyOf(keys, peer));
  for (const region of regions) addRegion(app, options, { region, keys: keyOf(keys, region), ledger });
  if (profile.budget !== undefined && email !== undefined) {
    new BudgetStack(app, stackId(options, 'budget', home), {
      ...stackProps(options, home, 'budget'),
      environment,
      monthlyUsd: profile.budget.monthlyUsd,
      email,
    });
  }
  Tags.of(app).add('dsgen:environment', environment);
}

function addKeys(
  app: App,
  options: PlatformOptions,
  home: string,
  peers: readonly string[],
): ReadonlyMap<string, KeysStack> {
  const { isDisposable } = options.profile;
  function addKey(region: string, primary?: IKey): KeysStack {
    return new KeysStack(app, stackId(options, 'keys', region), {
      ...stackProps(options, region, 'encryption key'),
      isDisposable,
      ...(primary === undefined ? {} : { primary }),
    });
  }
  const primary = addKey(home);
  return new Map([[home, primary], ...peers.map((region) => [region, addKey(region, primary.key)] as const)]);
}

interface RegionInput {
  readonly region: string;
  readonly keys: KeysStack;
  readonly ledger: LedgerStack;
}

function addRegion(app: App, options: PlatformOptions, { region, keys, ledger }: RegionInput): void {
  const { profile, environment, regions, isReplicated, release, functionsFolder, email } = options;
  const storage = new StorageStack(app, stackId(options, 'storage', region), {
    ...stackProps(options, region, 'bucket and table of running work'),
    prefix: bucketPrefix(options),
    key: keys.key,
    storage: profile.storage,
    isDisposable: profile.isDisposable,
    isEmulated: options.isEmulated ?? false,
    replicaRegions: isReplicated ? regions.filter((other) => other !== region) : [],
  });
  const resources: PlatformResources = {
    environment,
    bucket: storage.bucket,
    bucketPrefix: bucketPrefix(options),
    workTable: storage.workTable,
    key: keys.key,
    ledger: ledger.ledger,
    catalog: ledger.catalog,
    compute: profile.batch === undefined ? 'lambda' : 'lambda,batch',
  };
  const compute = addCompute(app, options, { region, resources });
  const jobs = new JobsStack(app, stackId(options, 'jobs', region), {
    ...stackProps(options, region, 'functions and workflow'),
    release,
    code: Code.fromAsset(functionsFolder),
    resources,
    functions: profile.functions,
    regions: regions.map((name, index) => ({ region: name, weight: WEIGHTS[index] ?? 0 })),
    ...compute,
  });
  if (!profile.alarms) return;
  new AlarmsStack(app, stackId(options, 'alarms', region), {
    ...stackProps(options, region, 'alarms'),
    jobs,
    resources,
    ...(email === undefined ? {} : { email }),
  });
}

interface ComputeInput {
  readonly region: string;
  readonly resources: PlatformResources;
}

function addCompute(
  app: App,
  options: PlatformOptions,
  { region, resources }: ComputeInput,
): Pick<ConstructorParameters<typeof JobsStack>[2], 'batch' | 'spark'> {
  const { profile, image } = options;
  if (profile.batch === undefined) return {};
  const batch = new BatchStack(app, stackId(options, 'batch', region), {
    ...stackProps(options, region, 'containers'),
    resources,
    batch: profile.batch,
    image: containerImage(image),
    logRetentionDays: profile.functions.logRetentionDays,
  }).targets;
  if (profile.spark === undefined || options.spark === undefined) return { batch };
  const spark = new SparkStack(app, stackId(options, 'spark', region), {
    ...stackProps(options, region, 'Spark'),
    resources,
    spark: profile.spark,
    ...options.spark,
  }).targets;
  return { batch, spark };
}

function containerImage(image: PlatformOptions['image']): ContainerImage {
  return 'uri' in image
    ? ContainerImage.fromRegistry(image.uri)
    : ContainerImage.fromAsset(image.folder, { platform: Platform.LINUX_AMD64 });
}

function bucketPrefix({ environment }: PlatformOptions): string {
  return `dsgen-${environment}`;
}

function stackId({ environment }: PlatformOptions, part: string, region: string): string {
  return `dsgen-${environment}-${part}-${region}`;
}

function stackProps(
  { profile, environment }: PlatformOptions,
  region: string,
  what: string,
): NonNullable<ConstructorParameters<typeof Stack>[2]> {
  return { env: { region }, description: `dsgen ${environment}, profile ${profile.name}: ${what}` };
}

function keyOf(keys: ReadonlyMap<string, KeysStack>, region: string): KeysStack {
  const stack = keys.get(region);
  if (stack === undefined) throw new Error(`There is no key for the Region ${region}`);
  return stack;
}
