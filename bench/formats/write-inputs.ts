import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CodecRecord } from '@dsgen/core';
import { codecs, formatRow } from '@dsgen/formats';
import { FORMATS, type Format } from './peers.ts';

const WORDS =
  'the of and to in that is was for it with as his on be at by had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also well down should because each just those people how too little state good very make world still see own work men day get here old life both between being under never before right great think where again used three himself look long water three'.split(
    ' ',
  );
const ACCENTED = ['café', 'naïve', 'Größe', '“quoted”', '—', '日本語'];

/** Mulberry32. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts as people write them: a line break or a quotation in most, other than English letters in one row of twenty. */
class Writer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomSource(seed);
  }

  record(format: Format): CodecRecord {
    const isAccented = this.#random() < 0.05;
    const context = format === 'alpaca' && this.#random() < 0.3 ? this.#text(40, isAccented) : undefined;
    const pairs = format === 'alpaca' || this.#random() < 0.7 ? 1 : 2 + Math.floor(this.#random() * 2);
    const hasSystem = this.#random() < 0.2;
    return {
      messages: [
        ...(hasSystem ? [{ role: 'system', content: this.#text(15, false) } as const] : []),
        ...Array.from({ length: pairs }, () => [
          { role: 'user', content: this.#text(20, isAccented), ...(context !== undefined && { context }) } as const,
          { role: 'assistant', content: this.#text(120, isAccented) } as const,
        ]).flat(),
      ],
    };
  }

  #text(mostWords: number, isAccented: boolean): string {
    const count = 4 + Math.floor(this.#random() * mostWords);
    let text = 'Say';
    for (let word = 0; word < count; word += 1) {
      const pick = this.#random();
      text += pick < 0.01 ? '.\n' : pick < 0.015 ? ' "so"' : ` ${this.#word(isAccented)}`;
    }
    return text;
  }

  #word(isAccented: boolean): string {
    const words = isAccented && this.#random() < 0.2 ? ACCENTED : WORDS;
    return words[Math.floor(this.#random() * words.length)] ?? '';
  }
}

const CHUNK_CHARACTERS = 1 << 20;

function* rowsOf(format: Format, megabytes: number): Generator<Buffer> {
  const writer = new Writer(FORMATS.indexOf(format) + 1);
  let text = '';
  for (let bytes = 0; bytes < megabytes * 1e6;) {
    text += formatRow(codecs[format].encode(writer.record(format)));
    if (text.length < CHUNK_CHARACTERS) continue;
    const chunk = Buffer.from(text);
    text = '';
    bytes += chunk.length;
    yield chunk;
  }
}

/** Writes a file of each format, the same ones for the same size. */
export async function writeInputs(folder: string, megabytes: number): Promise<Readonly<Record<Format, string>>> {
  const paths = {
    alpaca: join(folder, 'alpaca.jsonl'),
    sharegpt: join(folder, 'sharegpt.jsonl'),
    openai: join(folder, 'openai.jsonl'),
  };
  for (const format of FORMATS) {
    await pipeline(Readable.from(rowsOf(format, megabytes)), createWriteStream(paths[format]));
  }
  return paths;
}
