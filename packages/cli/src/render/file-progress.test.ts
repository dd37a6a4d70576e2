import { describe, expect, it } from 'vitest';
import { FileProgress, progressText } from './file-progress.ts';

interface Terminal {
  readonly stream: NodeJS.WriteStream;
  readonly written: string[];
}

function terminal(isTTY = true): Terminal {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

describe('FileProgress', () => {
  it('shows nothing of short work', () => {
    const { stream, written } = terminal();
    const progress = new FileProgress({ stream, environment: {}, now: () => 0 });
    progress.add(100);
    progress.end();
    expect(written).toEqual([]);
  });

  it('changes one line a few times a second and takes it away at the end', () => {
    const { stream, written } = terminal();
    let now = 0;
    const progress = new FileProgress({ stream, environment: {}, totalBytes: 8_000_000, now: () => now });
    for (now = 10; now <= 2000; now += 10) progress.add(20_000);
    progress.end();
    expect(written.length).toBeLessThan(8);
    expect(written[0]).toContain('2.0 MB of 8.0 MB · 25 % · 2.0 MB/s · about 3 s left');
    expect(written.at(-1)).toBe('\r\u001B[2K');
  });

  it.each([
    [false, {}],
    [true, { CI: '1' }],
    [true, { TERM: 'dumb' }],
  ])('says nothing where there is no terminal to change: %s %o', (isTTY, environment) => {
    const { stream, written } = terminal(isTTY);
    let now = 0;
    const progress = new FileProgress({ stream, environment, now: () => now });
    for (now = 0; now < 5000; now += 500) progress.add(1);
    progress.end();
    expect(written).toEqual([]);
  });

  it('tells no share and no end of what has no size', () => {
    expect(progressText(5_000_000, 1000)).toBe('5.0 MB · 5.0 MB/s');
  });
});
