import type { CodecRecord, Loss } from '@dsgen/core';
import { escapePointer } from '../json/inspect-json.ts';

export interface CleanedRecord<Row extends CodecRecord> {
  readonly record: Row;
  /** Text that no UTF-8 file can hold, or that consumers cut at. Normalising to NFC loses nothing and is not listed. */
  readonly losses: readonly Loss[];
}

/** Deepest nesting of tool arguments and parameters: with the row around them, readers' own limits still hold. */
const MAX_DEPTH = 100;

/** The record with every text as the files hold it: NFC, no lone surrogates, no NUL. Unchanged parts are shared. */
export function cleanRecord<Row extends CodecRecord>(record: Row): CleanedRecord<Row> {
  const cleaner = new JsonCleaner();
  const messages = cleaner.clean(record.messages, 'messages');
  const tools = cleaner.clean(record.tools, 'tools');
  const rejected = cleaner.clean(record.rejected, 'rejected');
  const { losses } = cleaner;
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

class JsonCleaner {
  readonly losses: Loss[] = [];
  #depth = 0;

  clean<Value>(value: Value, path: string): Value;
  clean(value: unknown, path: string): unknown {
    if (typeof value === 'string') return this.#cleanText(value, path);
    if (typeof value === 'number' && !Number.isFinite(value)) this.#block(path, `${value} is no JSON number.`);
    if (typeof value !== 'object' || value === null) return value;
    if (this.#depth >= MAX_DEPTH) {
      this.#block(path, `It nests deeper than ${MAX_DEPTH} levels.`);
      return null;
    }
    this.#depth += 1;
    const cleaned = Array.isArray(value) ? this.#cleanList(value, path) : this.#cleanObject(value, path);
    this.#depth -= 1;
    return cleaned;
  }

  #cleanList(list: readonly unknown[], path: string): readonly unknown[] {
    const elements = list.map((element, index) => this.clean(element, `${path}/${index}`));
    return elements.every((element, index) => Object.is(element, list[index])) ? list : elements;
  }

  #cleanObject(object: object, path: string): object {
    let isSame = true;
    const entries = Object.entries(object).map(([key, member]): readonly [string, unknown] => {
      const cleanedKey = this.#cleanText(key, path);
      const cleaned: unknown = this.clean(member, `${path}/${escapePointer(key)}`);
      isSame &&= cleanedKey === key && Object.is(cleaned, member);
      return [cleanedKey, cleaned];
    });
    if (isSame) return object;
    if (new Set(entries.map(([key]) => key)).size < entries.length) {
      this.losses.push({ field: path, kind: 'dropped', reason: 'Two keys are the same text after normalising.' });
    }
    // `fromEntries` defines properties, so a key like `__proto__` stays an ordinary key.
    return Object.fromEntries(entries);
  }

  #cleanText(text: string, field: string): string {
    let cleaned = text;
    if (!text.isWellFormed()) {
      cleaned = cleaned.toWellFormed();
      this.losses.push({ field, kind: 'dropped', reason: 'Lone surrogates are no text; U+FFFD takes their place.' });
    }
    if (cleaned.includes('\0')) {
      cleaned = cleaned.replaceAll('\0', '');
      this.losses.push({ field, kind: 'dropped', reason: 'NUL characters are left out; consumers cut text at them.' });
    }
    return cleaned.normalize('NFC');
  }

  #block(field: string, reason: string): void {
    this.losses.push({ field, kind: 'blocked', reason });
  }
}
