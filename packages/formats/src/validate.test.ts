import { describe, expect, it } from 'vitest';
import { codecs } from './codecs.ts';
import { validate } from './validate.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const good = '{"instruction":"Why?","input":"","output":"So."}\n';

describe('validate', () => {
  it('counts every defect and keeps the first ones', async () => {
    const bad = '{"instruction":"Why?","input":"","output":""}\n';
    const report = await validate(bytes(good + bad.repeat(5) + 'oops\n'), { maxIssues: 2 });
    expect(report).toMatchObject({
      format: 'alpaca',
      rows: 7,
      valid: 1,
      invalid: 6,
      issueCounts: { 'empty-text': 5, 'json-syntax': 1 },
    });
    expect(report.issues.map((issue) => issue.line)).toEqual([2, 3]);
  });

  it('lists columns beside the format as notes, not as defects', async () => {
    const report = await validate(bytes(good.replace('}', ',"lang":"en"}')), { codec: codecs.alpaca });
    expect(report).toMatchObject({ valid: 1, invalid: 0, noteCounts: { 'unknown-column': 1 } });
  });

  it('finds nothing in an empty file', async () => {
    expect(await validate(bytes(''))).toMatchObject({ rows: 0, valid: 0, invalid: 0 });
  });
});
