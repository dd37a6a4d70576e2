import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectQuotas } from './inspect-quotas.ts';

interface Asked {
  readonly operation: string;
  readonly QuotaCode: string;
}

/* No emulator of the lab has these quotas, so a server answers as Service Quotas is documented to. */
describe('the quotas of an account', () => {
  let server: Server;
  let answer: (asked: Asked) => { readonly status?: number; readonly body: object };

  beforeEach(async () => {
    server = createServer(async (incoming, reply) => {
      const text = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>)).toString('utf8');
      const [, operation = ''] = String(incoming.headers['x-amz-target']).split('.');
      const { status = 200, body } = answer({ ...(JSON.parse(text) as Omit<Asked, 'operation'>), operation });
      reply.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  function inspect(compute: string): ReturnType<typeof inspectQuotas> {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    return inspectQuotas({ compute }, { endpoint, region: 'us-east-1', credentials });
  }

  it('are enough where jobs find what they use', async () => {
    answer = () => quota(1_000);
    expect(await inspect('lambda,batch')).toEqual({
      name: 'AWS quotas',
      state: 'ok',
      value: '1000 Lambda functions at once, 1000 Fargate Spot vCPUs, 1000 Fargate vCPUs on demand',
    });
  });

  it('are told with the request for more where they are not', async () => {
    answer = ({ QuotaCode }) => quota(QuotaCode === 'L-36FBB829' ? 6 : 1_000);
    const { state, value, fix } = await inspect('lambda,batch');
    expect(state).toBe('note');
    expect(value).toContain('6 Fargate Spot vCPUs');
    expect(value).toContain('jobs use up to 256 Fargate Spot vCPUs');
    expect(fix).toContain('--service-code fargate --quota-code L-36FBB829 --desired-value 256');
    expect(fix).not.toContain('lambda');
  });

  it('are the defaults for an account that has none of its own, and containers are left out where there are none', async () => {
    const missing = { status: 400, body: { __type: 'NoSuchResourceException', message: 'none' } };
    answer = ({ operation }) => (operation === 'GetServiceQuota' ? missing : quota(10));
    const { value, fix } = await inspect('lambda');
    expect(value).toBe(
      '10 Lambda functions at once: jobs use up to 100 Lambda functions at once, and take longer with fewer',
    );
    expect(fix).toContain('--quota-code L-B99A9384 --desired-value 100');
  });

  it('are a note with the missing right when they may not be read', async () => {
    answer = () => ({ status: 400, body: { __type: 'AccessDeniedException', message: 'no' } });
    expect(await inspect('lambda')).toMatchObject({
      state: 'note',
      value: expect.stringContaining('not read (AccessDeniedException)'),
      fix: expect.stringContaining('servicequotas:GetServiceQuota'),
    });
  });
});

function quota(Value: number): { readonly body: object } {
  return { body: { Quota: { Value } } };
}
