import type { JsonObject } from '../conversation/row-reader.ts';
import { codecs, type FormatName } from '../codecs.ts';
import type { ConsumerRule, RuleEvidence, RuleMatch } from './consumer.ts';
import { match } from './finders.ts';

export interface CodecRuleOptions {
  readonly format: FormatName;
  readonly fix: string;
  readonly evidence: RuleEvidence;
  /** Notes of the codec that the consumer does not take either. Default: none. */
  readonly notes?: readonly string[];
}

/** For consumers that want a row exactly as its format is written down: whatever the codec refuses, they refuse. */
export function rowShapeRule({ format, fix, evidence, notes = [] }: CodecRuleOptions): ConsumerRule {
  function find(row: JsonObject): readonly RuleMatch[] {
    const decoded = codecs[format].decode(row);
    const issues = decoded.ok ? (decoded.notes ?? []).filter(({ code }) => notes.includes(code)) : decoded.issues;
    return issues.map(({ pointer, message }) => match(pointer ?? '', message));
  }
  return { id: 'row-shape', outcome: 'rejected', formats: [format], fix, evidence, find };
}
