import type { Codec, CodecRecord, Loss } from '@dsgen/core';
import { FORMAT_NAMES } from '../codecs.ts';
import { refuseBlocked } from '../conversation/losses.ts';
import type { Consumer } from './consumer.ts';
import { adaptRow, issuesFor } from './repair.ts';

/**
 * A codec whose rows are shaped for consumers. A record that one of them would reject, drop or mistrain on is not
 * representable, with the consumer's rule as the reason. A codec of the user's own schema stays as it is.
 *
 * @example
 * ```ts
 * import { codecs, resolveConsumers, shapeCodec } from '@dsgen/formats';
 *
 * const codec = shapeCodec(codecs.openai, resolveConsumers(['together']));
 * const record = { messages: [{ role: 'user', content: 'Why?' }, { role: 'assistant', content: 'So.' }] } as const;
 * console.log(codec.losses(record)); // []
 * ```
 */
export function shapeCodec(codec: Codec, consumers: readonly Consumer[]): Codec {
  const format = FORMAT_NAMES.find((name) => name === codec.name);
  if (format === undefined || consumers.length === 0) return codec;
  const target = { format, consumers };

  function losses(record: CodecRecord): readonly Loss[] {
    const found = codec.losses(record);
    if (found.some(({ kind }) => kind === 'blocked')) return found;
    const issues = issuesFor(adaptRow(codec.encode(record), target.format, consumers), 1, target);
    return [...found, ...issues.map(({ message }): Loss => ({ field: 'messages', kind: 'blocked', reason: message }))];
  }

  function encode(record: CodecRecord): Readonly<Record<string, unknown>> {
    refuseBlocked(codec.name, losses(record));
    return adaptRow(codec.encode(record), target.format, consumers);
  }

  return { ...codec, encode, losses };
}
