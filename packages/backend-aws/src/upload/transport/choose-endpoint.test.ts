import { expect, test } from 'vitest';
import { createS3Client } from '../../store/s3-connection.ts';
import { chooseEndpoint, type AccelerateMode } from './choose-endpoint.ts';

function choose(host: string, bucket: string, mode: AccelerateMode) {
  const client = createS3Client({ region: 'eu-west-1' });
  const address = { origin: `https://${host}`, host, basePath: '/', region: 'eu-west-1' };
  return chooseEndpoint({ client, bucket, tenant: 'acme', address, mode });
}

test('the accelerated address is that of the bucket, at the edge', async () => {
  const chosen = await choose('docs.s3.eu-west-1.amazonaws.com', 'docs', 'on');
  expect(chosen).toMatchObject({
    isAccelerated: true,
    address: { host: 'docs.s3-accelerate.amazonaws.com', basePath: '/' },
  });
});

test('an endpoint of its own cannot be accelerated, and whoever asked for it is told', async () => {
  const chosen = await choose('127.0.0.1:9000', 'docs', 'on');
  expect(chosen.isAccelerated).toBe(false);
  expect(chosen.warning).toContain('"127.0.0.1:9000" is an endpoint of its own');
  expect(await choose('127.0.0.1:9000', 'docs', 'auto')).not.toHaveProperty('warning');
});

test('a bucket with a dot in its name has no such address', async () => {
  const chosen = await choose('s3.eu-west-1.amazonaws.com', 'docs.example', 'on');
  expect(chosen.warning).toContain('the bucket\'s name "docs.example" has a dot');
});
