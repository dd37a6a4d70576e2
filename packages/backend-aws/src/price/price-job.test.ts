import { expect, test } from 'vitest';
import { estimateWork } from './estimate-work.ts';
import { COST_STAGES, priceJob } from './price-job.ts';
import { PRICES, type Price, type PriceName } from './prices.ts';

function documents(
  count: number,
  each: { readonly lane: 'fast' | 'standard' | 'heavy'; readonly bytes: number; readonly estimatedMs: number },
) {
  return Array.from({ length: count }, (_, item) => ({ item, ...each }));
}

const small = { lane: 'fast', bytes: 20_000, estimatedMs: 30 } as const;
const large = { lane: 'standard', bytes: 5_000_000, estimatedMs: 900 } as const;

test('a job without documents costs its workflow only', async () => {
  const { lines } = priceJob(await estimateWork([]));
  expect(lines.map(({ item }) => item)).toEqual(['stateTransition']);
});

test('the sum is the sum of the lines, and every stage has one', async () => {
  const { usd, lines } = priceJob(await estimateWork([...documents(1_000, small), ...documents(20, large)]));
  expect(usd).toBeCloseTo(
    lines.reduce((sum, line) => sum + line.usd, 0),
    12,
  );
  expect([...new Set(lines.map(({ stage }) => stage))].toSorted()).toEqual([...COST_STAGES].toSorted());
});

test('twice the documents cost twice as much, but for what a job costs once', async () => {
  const once = priceJob(await estimateWork(documents(100_000, small))).usd;
  const twice = priceJob(await estimateWork(documents(200_000, small))).usd;
  expect(twice / once).toBeCloseTo(2, 2);
});

test('work on containers is billed by vCPU and memory, on functions by call and memory', async () => {
  async function items(count: number, each: typeof small | typeof large): Promise<readonly PriceName[]> {
    return priceJob(await estimateWork(documents(count, each))).lines.map(({ item }) => item);
  }
  expect(await items(10, large)).toContain('fargateSpotVcpuHour');
  expect(await items(10, large)).not.toContain('lambdaRequest');
  expect(await items(10, small)).toContain('lambdaRequest');
  expect(await items(10, small)).not.toContain('fargateSpotVcpuHour');
});

test('the bill of a small job, item by item', async () => {
  const units = { workFactor: 1, assemblyMsPerDocument: 0, artefactBytesPerByte: 0, datasetBytesPerByte: 0 };
  const { lines } = priceJob(await estimateWork(documents(1_000, small), { units }));
  function quantity(stage: string, item: PriceName): number {
    return lines
      .filter((line) => line.stage === stage && line.item === item)
      .reduce((sum, line) => sum + line.quantity, 0);
  }
  // 100 documents a shard: ten calls of 3 s of work and half a second each, with 1.769 GB.
  expect(quantity('process', 'lambdaRequest')).toBe(10);
  expect(quantity('process', 'lambdaGigabyteSecond')).toBeCloseTo(10 * 3.5 * 1.769, 6);
  expect(quantity('process', 's3Write')).toBe(2 * 1_000 + 10);
  expect(quantity('upload', 's3Write')).toBe(2);
});

test('other prices are taken as they are given', async () => {
  const free = Object.fromEntries(Object.entries(PRICES).map(([name, price]) => [name, { ...price, usd: 0 }]));
  const prices = { ...free, lambdaRequest: { ...PRICES.lambdaRequest, usd: 1 } } as Record<PriceName, Price>;
  expect(priceJob(await estimateWork(documents(1_000, small)), { prices }).usd).toBe(10);
});

test('every price says when it was read and whether it is sure', () => {
  for (const { usd, asOf, evidence } of Object.values(PRICES)) {
    expect(usd).toBeGreaterThan(0);
    expect(asOf).toMatch(/^20\d\d-\d\d$/);
    expect(['listed', 'assumed']).toContain(evidence);
  }
});
