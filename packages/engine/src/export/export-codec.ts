import { UsageError, type Codec, type CodecRecord, type ExportOptions, type Loss } from '@dsgen/core';
import { codecs, resolveConsumers, shapeCodec } from '@dsgen/formats';

/**
 * The codec of a recipe's rows as its consumers and its container take them: a record that one of them has no place for
 * is not representable.
 *
 * @throws UsageError `chat-template-missing`
 */
export function exportCodec(codec: Codec, { format, consumers = [], container }: ExportOptions): Codec {
  if (format === 'text' && !('template' in codec)) {
    throw new UsageError({
      code: 'chat-template-missing',
      message: 'Cannot write records as text: their codec has no chat template',
      fix: 'Make the codec with createTextCodec.',
    });
  }
  const shaped = shapeCodec(codec, resolveConsumers(consumers));
  return container === 'csv' ? flatCodec(shaped) : shaped;
}

/** Whether the rows of a format can be cells of one header: all required columns are texts. */
export function isFlat(format: string): boolean {
  const codec = Object.entries(codecs).find(([name]) => name === format)?.[1];
  if (codec === undefined) return false;
  const { required, properties } = codec.schema as {
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, { readonly type?: unknown }>>;
  };
  return required.every((column) => properties[column]?.type === 'string');
}

/** Every row of a CSV file has the same columns: those that the format requires. */
function flatCodec(codec: Codec): Codec {
  const columns = codec.schema['required'] as readonly string[];

  function losses(record: CodecRecord): readonly Loss[] {
    const found = codec.losses(record);
    if (found.some(({ kind }) => kind === 'blocked')) return found;
    const stray = Object.keys(codec.encode(record)).find((column) => !columns.includes(column));
    if (stray === undefined) return found;
    const reason = `CSV has the columns ${columns.join(', ')} and no place for ${stray}.`;
    return [...found, { field: 'messages', kind: 'blocked', reason }];
  }

  return { ...codec, losses };
}
