export { codecs, FORMAT_NAMES, type FormatName } from './codecs.ts';
export { createCustomCodec } from './custom/codec.ts';
export { RECORD_PARTS, type RecordPart } from './custom/well-known.ts';
export { formatRow } from './json/format-row.ts';
export type { RowLimits } from './json/limits.ts';
export { resolveCodec, type ResolveCodecOptions } from './resolve-codec.ts';
export { readRows, type ReadRowsOptions } from './rows/read-rows.ts';
