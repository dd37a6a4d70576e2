import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { partRange, planParts } from './part-plan.ts';

test('the parts of a file of any size tile it, within the limits of S3', () => {
  assert(
    property(integer({ min: 1, max: 50 * 10 ** 12 }), (bytes) => {
      const plan = planParts(bytes);
      expect(plan.count).toBeLessThanOrEqual(10_000);
      expect(plan.partBytes).toBeGreaterThanOrEqual(5 * 1024 * 1024);
      expect(plan.partBytes).toBeLessThanOrEqual(5 * 1024 ** 3);
      const last = partRange(plan, bytes, plan.count);
      expect(last.offset + last.bytes).toBe(bytes);
      expect(last.bytes).toBeGreaterThan(0);
      expect(plan.count === 1 || partRange(plan, bytes, 2).offset === partRange(plan, bytes, 1).bytes).toBe(true);
    }),
  );
});
