import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { watchStandardStreams } from './standard-streams.ts';

function failing(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}

async function write(stdout: Writable): Promise<{ readonly exits: readonly number[]; readonly said: string }> {
  const exits: number[] = [];
  let said = '';
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      done();
    },
  });
  watchStandardStreams({ stdout, stderr, exit: (code) => exits.push(code) });
  await new Promise((resolve) => stdout.write('rows', resolve));
  await new Promise((resolve) => setImmediate(resolve));
  return { exits, said };
}

describe('watchStandardStreams', () => {
  it('ends with a reason when the disk under standard output is full', async () => {
    const { exits, said } = await write(failing('ENOSPC'));
    expect(exits).toEqual([5]);
    expect(said).toContain('standard output');
    expect(said).toContain('the disk is full');
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('leaves a closed pipe to those who stop for it', async () => {
    expect(await write(failing('EPIPE'))).toEqual({ exits: [], said: '' });
  });

  it('does without standard error', async () => {
    const stderr = failing('EIO');
    watchStandardStreams({ stdout: failing('EPIPE'), stderr, exit: () => {} });
    await expect(new Promise((resolve) => stderr.write('progress', resolve))).resolves.toBeInstanceOf(Error);
  });
});
