import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nearestStore, storeBeside } from './store-location.ts';

describe('storeBeside', () => {
  const cwd = '/home/me/project';

  it('keeps the store beside one path', () => {
    expect(storeBeside(['docs'], { cwd })).toBe('/home/me/project/.dsgen');
    expect(storeBeside(['./docs/guide.pdf'], { cwd })).toBe('/home/me/project/docs/.dsgen');
    expect(storeBeside(['/data/corpus'], { cwd })).toBe('/data/.dsgen');
  });

  it('takes the folder that holds all paths', () => {
    expect(storeBeside(['docs/a', 'docs/b/c.md'], { cwd })).toBe('/home/me/project/docs/.dsgen');
    expect(storeBeside(['docs', '/home/me/other'], { cwd })).toBe('/home/me/.dsgen');
    expect(storeBeside(['/a/x', '/b/y'], { cwd })).toBe('/.dsgen');
  });

  it('is not misled by names that begin alike', () => {
    expect(storeBeside(['/data/docs/a', '/data/docs-old/b'], { cwd })).toBe('/data/.dsgen');
    expect(storeBeside(['..docs/a'], { cwd })).toBe('/home/me/project/..docs/.dsgen');
  });

  it('stays within the working directory and never writes above it', () => {
    expect(storeBeside(['.'], { cwd })).toBe('/home/me/project/.dsgen');
    expect(storeBeside(['..'], { cwd })).toBe('/home/me/.dsgen');
  });
});

describe('nearestStore', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dsgen-store-')));
  afterAll(() => rmSync(root, { recursive: true }));

  it('looks here and in every folder above', () => {
    mkdirSync(join(root, '.dsgen'));
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    expect(nearestStore({ cwd: join(root, 'a', 'b') })).toBe(join(root, '.dsgen'));
    mkdirSync(join(root, 'a', '.dsgen'));
    expect(nearestStore({ cwd: join(root, 'a', 'b') })).toBe(join(root, 'a', '.dsgen'));
  });
});
