/** One price of AWS. */
export interface Price {
  /** US dollars for one unit. */
  readonly usd: number;
  readonly unit: string;
  /** When it was read, as YYYY-MM. */
  readonly asOf: string;
  /**
   * `listed`: from AWS's price list or page. `assumed`: from memory or a floating price; check it before relying on it.
   */
  readonly evidence: 'listed' | 'assumed';
}

const MILLION = 1_000_000;

function listed(usd: number, unit: string, asOf = '2026-09'): Price {
  return { usd, unit, asOf, evidence: 'listed' };
}

function assumed(usd: number, unit: string): Price {
  return { usd, unit, asOf: '2026-11', evidence: 'assumed' };
}

/** What a job is billed for, in us-east-1, x86. Other Regions differ by up to a third. */
export const PRICES = {
  lambdaGigabyteSecond: listed(0.0000166667, 'GB-second', '2026-11'),
  lambdaRequest: listed(0.2 / MILLION, 'request', '2026-11'),
  fargateVcpuHour: listed(0.04048, 'vCPU-hour'),
  fargateGigabyteHour: listed(0.004445, 'GB-hour'),
  /** Floats; about 70 % below the price on demand. */
  fargateSpotVcpuHour: assumed(0.0121, 'vCPU-hour'),
  fargateSpotGigabyteHour: assumed(0.0013, 'GB-hour'),
  s3GigabyteMonth: listed(0.023, 'GB-month'),
  s3Write: listed(0.005 / 1_000, 'request'),
  s3Read: listed(0.0004 / 1_000, 'request'),
  transferOutGigabyte: listed(0.09, 'GB'),
  stateTransition: assumed(0.025 / 1_000, 'transition'),
  expressRequest: assumed(1 / MILLION, 'request'),
  expressGigabyteSecond: assumed(0.00001667, 'GB-second'),
  dynamoWrite: assumed(0.625 / MILLION, 'write unit'),
  dynamoRead: assumed(0.125 / MILLION, 'read unit'),
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof PRICES;
