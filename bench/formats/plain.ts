import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { codecs, convert } from '@dsgen/formats';
import type { Format } from './peers.ts';

/** `node bench/formats/plain.ts <from> <to> <input>`: parses and writes every row and prints the sha256 of the result. */
const [from, to, input = ''] = process.argv.slice(2);
const hash = createHash('sha256');
for await (const row of convert(createReadStream(input), { from: codecs[from as Format], to: codecs[to as Format] })) {
  if (row.ok) hash.update(row.text);
}
console.log(hash.digest('hex'));
