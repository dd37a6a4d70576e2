import type { CodecRecord, DecodeResult, ToolDefinition } from '@dsgen/core';
import { readOpenAi } from '../openai/read.ts';

/** Reads one row. A description or parameters that only fill a gap are left out again. */
export function readMistral(row: unknown): DecodeResult {
  const decoded = readOpenAi(row);
  return decoded.ok ? { ...decoded, value: withoutFillers(decoded.value) } : decoded;
}

function withoutFillers(record: CodecRecord): CodecRecord {
  return record.tools === undefined ? record : { ...record, tools: record.tools.map(withoutFiller) };
}

function withoutFiller({ name, description, parameters }: ToolDefinition): ToolDefinition {
  const hasParameters = parameters !== undefined && Object.keys(parameters).length > 0;
  return {
    name,
    ...(description !== undefined && description !== '' && { description }),
    ...(hasParameters && { parameters }),
  };
}
