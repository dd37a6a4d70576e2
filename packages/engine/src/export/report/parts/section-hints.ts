import { reasonHint } from '../../reason-hints.ts';
import type { SectionReason } from '../coverage.ts';

const OWN_HINTS: ReadonlyMap<string, string> = new Map([
  ['cited', 'its text is evidence in a record about another section'],
  ['heading-only', 'a heading with its text in the sections below it'],
  ['too-short', 'fewer words than a question and its answer need'],
  ['no-prose', 'only code, tables or images, and none that a pattern can use'],
  ['language', 'no pattern knows the language of its document'],
  ['no-pattern', 'nothing in it has the form that a pattern needs'],
]);

/** Why a section gave no record, in plain words. */
export function sectionHint(reason: SectionReason): string {
  return (
    OWN_HINTS.get(reason) ?? `all its candidates were rejected, most because: ${reasonHint(`candidate/${reason}`)}`
  );
}
