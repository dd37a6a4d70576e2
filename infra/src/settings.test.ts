import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

function read(context: Readonly<Record<string, string>>): ReturnType<typeof readSettings> {
  return readSettings((name) => context[name]);
}

test('without settings it is core in one Region', () => {
  expect(read({})).toMatchObject({
    environment: 'main',
    regions: ['us-east-1'],
    isReplicated: false,
    profile: { name: 'core' },
  });
});

test('several Regions replicate when asked to', () => {
  expect(read({ regions: 'eu-west-1, us-east-1', replicated: 'true' })).toMatchObject({
    regions: ['eu-west-1', 'us-east-1'],
    isReplicated: true,
  });
  expect(read({ replicated: 'true' }).isReplicated).toBe(false);
});

test.each([
  [{ profile: 'gold' }, /no profile "gold"; there are core/],
  [{ environment: 'Prod' }, /"Prod" as "environment"/],
  [{ environment: 'a'.repeat(21) }, /1 to 20/],
  [{ regions: 'us-east-1,us-east-1' }, /each Region once/],
  [{ regions: 'virginia' }, /"virginia" as "regions"/],
])('%o is refused by name', (context, message) => {
  expect(() => read(context as unknown as Record<string, string>)).toThrow(message);
});
