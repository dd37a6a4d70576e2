import { UsageError } from '@dsgen/core';
import { expect, it } from 'vitest';
import { resolveConsumers } from './conformance/consumers.ts';
import { resolveCodec } from './resolve-codec.ts';

it('names the format that a mistyped one means, and all there are', async () => {
  const error = await resolveCodec('alpacca').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toMatchObject({
    code: 'format-unknown',
    fix: expect.stringMatching(/^Did you mean alpaca\? Use alpaca, /u),
  });
  await expect(resolveCodec('spreadsheet')).rejects.toMatchObject({ fix: expect.stringMatching(/^Use alpaca, /u) });
});

it('names the trainer that a mistyped one means', () => {
  expect(() => resolveConsumers(['axolotel'])).toThrow(
    expect.objectContaining({ fix: expect.stringMatching(/^Did you mean axolotl\? Use /u) }),
  );
});
