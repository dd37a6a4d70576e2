import type { CodecRecord, Loss } from '@dsgen/core';

export interface CleanedRecord<Row extends CodecRecord> {
  readonly record: Row;
  /** Text that no UTF-8 file can hold, or that consumers cut at. Normalising to NFC loses nothing and is not listed. */
  readonly losses: readonly Loss[];
}

/** The record with every text as the files hold it: NFC, no lone surrogates, no NUL. Unchanged parts are shared. */
export function cleanRecord<Row extends CodecRecord>(record: Row): CleanedRecord<Row> {
  const losses: Loss[] = [];
  const messages = cleanJson(record.messages, 'messages', losses);
  const tools = cleanJson(record.tools, 'tools', losses);
  const rejected = cleanJson(record.rejected, 'rejected', losses);
  const isSame = messages === record.messages && tools === record.tools && rejected === record.rejected;
  if (isSame) return { record, losses };
  return {
    record: {
      ...record,
      messages,
      ...(tools !== undefined && { tools }),
      ...(rejected !== undefined && { rejected }),
    },
    losses,
  };
}

function cleanJson<Value>(value: Value, path: string, losses: Loss[]): Value;
function cleanJson(value: unknown, path: string, losses: Loss[]): unknown {
  if (typeof value === 'string') return cleanText(value, path, losses);
  if (Array.isArray(value)) {
    const elements = value.map((element, index) => cleanJson(element, `${path}/${index}`, losses));
    return elements.every((element, index) => element === value[index]) ? value : elements;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    losses.push({ field: path, kind: 'blocked', reason: `${value} is no JSON number.` });
  }
  if (typeof value !== 'object' || value === null) return value;
  let isSame = true;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => {
    const cleanedKey = cleanText(key, `${path}/${key}`, losses);
    const cleaned: unknown = cleanJson(member, `${path}/${key}`, losses);
    isSame &&= cleanedKey === key && cleaned === member;
    return [cleanedKey, cleaned];
  });
  // `fromEntries` defines properties, so a key like `__proto__` stays an ordinary key.
  return isSame ? value : Object.fromEntries(entries);
}

function cleanText(text: string, field: string, losses: Loss[]): string {
  let cleaned = text;
  if (!text.isWellFormed()) {
    cleaned = cleaned.toWellFormed();
    losses.push({ field, kind: 'dropped', reason: 'Lone surrogates are no text; U+FFFD takes their place.' });
  }
  if (cleaned.includes('\0')) {
    cleaned = cleaned.replaceAll('\0', '');
    losses.push({ field, kind: 'dropped', reason: 'NUL characters are left out; consumers cut text at them.' });
  }
  return cleaned.normalize('NFC');
}
