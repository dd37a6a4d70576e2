import { describe, expect, it } from 'vitest';
import { analyzeDocument } from '../../analyze/analyze-document.ts';
import { makeDocument } from '../fixtures/make-document.ts';
import { recase, takeSample } from './recase.ts';

async function recased(heading: string, text: string): Promise<string> {
  const document = await makeDocument(`# Title\n\n${text}`);
  return recase(takeSample(document, 1), analyzeDocument(document).casing, heading);
}

describe('recase', () => {
  it.each([
    ['Tide Table', 'We print the tide table in May.', 'tide table'],
    ['Tide House', 'We met at the Tide House in May.', 'Tide House'],
    ['Reading Tide Tables', 'In May the tide is low. We print tables.', 'reading tide tables'],
    [
      'Calling Anna from Other Harbours',
      'In May we met Anna. See other harbours. We keep calling.',
      'calling Anna from other harbours',
    ],
    ['MENDING OLD NETS', 'In May we keep mending old nets.', 'mending old nets'],
    ['Using Node.js', 'In May we tried Node.js for nets. We were using nets.', 'using Node.js'],
    ['The `Depends` Field', 'In May we wrote the field.', 'the `Depends` field'],
    ['Sick leave', 'In May we took leave.', 'sick leave'],
    ['Sick Leave Act (SLA)', 'In May we took leave because we were sick.', 'Sick Leave Act (SLA)'],
    [
      'Digital Council',
      'In May the digital office met. The Council of towns met, and the Council paid.',
      'Digital Council',
    ],
    [
      'Postfix Relay Rules',
      `${'In May we set up Postfix. '.repeat(12)}Run postfix again. We wrote relay rules.`,
      'Postfix relay rules',
    ],
    ['HTTP servers', 'In May we set up servers.', 'HTTP servers'],
  ])('writes %j in the words of %j as %j', async (heading, text, expected) => {
    expect(await recased(heading, text)).toBe(expected);
  });
});
