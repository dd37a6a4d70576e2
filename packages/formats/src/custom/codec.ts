import type { Codec, CodecRecord, DecodeResult, Loss, RowIssue } from '@dsgen/core';
import { refuseBlocked } from '../conversation/losses.ts';
import type { JsonObject } from '../conversation/row-reader.ts';
import { mapSchema } from './mapping.ts';
import { readCustom } from './read.ts';
import { compileValidator } from './validator.ts';
import { createCustomWriter } from './write.ts';

/**
 * A codec for rows of a user's own JSON Schema. Properties are filled by name (`question`, `answer`, `context`, …) or
 * by their `x-dsgen` keyword; every row is validated in both directions.
 *
 * @throws UsageError when the schema is invalid or requires a property that nothing in a record can fill.
 * @example
 * ```ts
 * import { createCustomCodec } from '@dsgen/formats';
 *
 * const codec = await createCustomCodec({
 *   type: 'object',
 *   required: ['q', 'a'],
 *   properties: { q: { type: 'string', 'x-dsgen': 'question' }, a: { type: 'string', 'x-dsgen': 'answer' } },
 * });
 * console.log(codec.encode({ messages: [{ role: 'user', content: 'Why?' }, { role: 'assistant', content: 'So.' }] }));
 * ```
 */
export async function createCustomCodec(schema: Readonly<Record<string, unknown>>): Promise<Codec> {
  const validate = await compileValidator(schema);
  const properties = mapSchema(schema);
  const writer = createCustomWriter(properties);

  function losses(record: CodecRecord): readonly Loss[] {
    const found = writer.losses(record);
    if (found.some((loss) => loss.kind === 'blocked')) return found;
    return [...found, ...validate(writer.row(record)).map(violation)];
  }

  function encode(record: CodecRecord): JsonObject {
    refuseBlocked('custom', losses(record));
    return writer.row(record);
  }

  function decode(row: unknown): DecodeResult {
    const issues = validate(row);
    return issues.length > 0 ? { ok: false, issues } : readCustom(row as JsonObject, properties);
  }

  return { specificationVersion: 1, name: 'custom', schema, encode, decode, losses };
}

function violation(issue: RowIssue): Loss {
  return { field: 'messages', kind: 'blocked', reason: `The row would violate the schema. ${issue.message}` };
}
