import type { CodecRecord, Loss } from '@dsgen/core';
import { escapePointer } from '../json/inspect-json.ts';
import { isSurelyStable, normaliseText } from './stable-text.ts';

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
  const messages = cleaner.cleanField('messages', record.messages);
  const tools = cleaner.cleanField('tools', record.tools);
  const rejected = cleaner.cleanField('rejected', record.rejected);
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
  /** Where the walk is. Joined only when there is a loss to name: rows have many texts and few losses. */
  readonly #path: string[] = [];

  cleanField<Value>(key: string, value: Value): Value;
  cleanField(key: string, value: unknown): unknown {
    this.#path.push(key);
    const cleaned = this.#clean(value);
    this.#path.pop();
    return cleaned;
  }

  #clean(value: unknown): unknown {
    if (typeof value === 'string') return this.#cleanText(value);
    if (typeof value === 'number' && !Number.isFinite(value)) this.#lose('blocked', `${value} is no JSON number.`);
    if (typeof value !== 'object' || value === null) return value;
    if (this.#path.length > MAX_DEPTH) {
      this.#lose('blocked', `It nests deeper than ${MAX_DEPTH} levels.`);
      return null;
    }
    return Array.isArray(value) ? this.#cleanList(value) : this.#cleanObject(value);
  }

  #cleanList(list: readonly unknown[]): readonly unknown[] {
    let isSame = true;
    const elements = list.map((element, index) => {
      const cleaned: unknown = this.cleanField(String(index), element);
      isSame &&= Object.is(cleaned, element);
      return cleaned;
    });
    return isSame ? list : elements;
  }

  #cleanObject(object: object): object {
    let isSame = true;
    const entries = Object.entries(object).map(([key, member]): readonly [string, unknown] => {
      const cleanedKey = this.#cleanText(key);
      const cleaned: unknown = this.cleanField(key, member);
      isSame &&= cleanedKey === key && Object.is(cleaned, member);
      return [cleanedKey, cleaned];
    });
    if (isSame) return object;
    if (new Set(entries.map(([key]) => key)).size < entries.length) {
      this.#lose('dropped', 'Two keys are the same text after normalising.');
    }
    // `fromEntries` defines properties, so a key like `__proto__` stays an ordinary key.
    return Object.fromEntries(entries);
  }

  #cleanText(text: string): string {
    let cleaned = text;
    if (cleaned.includes('\0')) {
      cleaned = cleaned.replaceAll('\0', '');
      this.#lose('dropped', 'NUL characters are left out; consumers cut text at them.');
    }
    if (isSurelyStable(cleaned)) return cleaned;
    if (!cleaned.isWellFormed()) {
      this.#lose('dropped', 'Lone surrogates are no text; U+FFFD takes their place.');
    }
    return normaliseText(cleaned);
  }

  #lose(kind: Loss['kind'], reason: string): void {
    this.losses.push({ field: this.#path.map(escapePointer).join('/'), kind, reason });
  }
}
