import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { LiteParse } from '@llamaindex/liteparse';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { lexer } from 'marked';
import PostalMime from 'postal-mime';
import { filesBelow } from './support.ts';

/**
 * The libraries dsgen reads with, called bare on every file of a folder: the floor that the whole pipeline is compared to.
 * Office files are inflated and parsed as XML, which is what every reader of them must do at least.
 */
type Parse = (bytes: Buffer) => unknown;

const liteparse = new LiteParse({ ocrEnabled: false });

function parseOffice(bytes: Buffer): void {
  const entries = Object.values(unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels|x?html)$/.test(name) }));
  for (const entry of entries) parseDocument(Buffer.from(entry).toString('utf8'), { xmlMode: true });
}

const parsers = new Map<string, Parse>([
  ['.pdf', (bytes) => liteparse.parse(bytes)],
  ...['.docx', '.pptx', '.xlsx', '.odt', '.epub'].map((extension): [string, Parse] => [extension, parseOffice]),
  ['.html', (bytes) => parseDocument(bytes.toString('utf8'))],
  ['.md', (bytes) => lexer(bytes.toString('utf8'))],
  ['.eml', (bytes) => PostalMime.parse(bytes)],
  ['.csv', (bytes) => parse(bytes, { relax_column_count: true, relax_quotes: true })],
]);

let parsed = 0;
for (const file of filesBelow(process.argv[2] ?? '.')) {
  try {
    await parsers.get(extname(file).toLowerCase())?.(readFileSync(file));
    parsed += 1;
  } catch {
    // Broken files are part of the folder; the parser has done its work on them as well.
  }
}
console.log(parsed);
