import { describe, expect, it } from 'vitest';
import { outputFor } from './generate-output.ts';
import { refuseExisting } from './row-file.ts';
import { refuseExistingSplits } from './split-files.ts';

describe('output that is an address', () => {
  const refused = { code: 'output-is-address', fix: expect.stringContaining('dsgen push') };

  it.each(['s3://data/set', 's3://data/rows.jsonl', 'hf://me/handbook'])('is refused: %s', async (out) => {
    const options = { isJson: false, paths: [], isForced: true };
    expect(() => outputFor(out, options)).toThrow(expect.objectContaining(refused));
    await expect(refuseExisting(out, true)).rejects.toMatchObject(refused);
    const splits = { folder: out, names: ['train'], extension: '.jsonl', isForced: true };
    await expect(refuseExistingSplits(splits)).rejects.toMatchObject(refused);
  });

  it('is not what a path of this machine looks like', () => {
    const { folder } = outputFor('c:/data/set', { isJson: false, paths: [], isForced: false });
    expect(folder).toBe('c:/data/set');
  });
});
