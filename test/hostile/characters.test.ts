import { readdir, readFile } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { rawControlCharacters, runCli } from '../support/cli.ts';
import { extractedText } from '../support/generate.ts';
import { describeHostileCorpus, type HostileFile } from '../support/hostile-corpus.ts';

/** Text that gives records about a term of its own, with marks where a terminal would obey them. */
function about(term: string, marks = ''): string {
  return `# Harbour papers: ${term}${marks}

## What is a ${term}${marks}?

A ${term} is a written approval that the harbour office issues for one voyage of one ship. The office keeps a copy of each ${term}
until the ship has left the harbour, and shows it to whoever has a reason to ask.

## How to get a ${term}

1. Fill in the form of the harbour office and sign it.
2. Send it at least two days before the ship arrives.
3. Keep the answer of the office on board.
`;
}

function utf16be(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}

const ESCAPES = '\u001b[31m\u001b]0;owned\u0007\u009b2J\u0008\r\u007f';
const BIDI = '\u202e\u2066\u200f';
/** An overlong slash, a lone continuation byte, a surrogate in UTF-8 and a byte that never occurs. */
const INVALID_UTF8 = Buffer.from([0xc0, 0xaf, 0x80, 0xed, 0xa0, 0x80, 0xff]);

/** Encodings of one text, each with its own term. */
const READABLE: ReadonlyArray<readonly [name: string, term: string, encode: (text: string) => string | Uint8Array]> = [
  ['invalid-utf8.md', 'clearance', (text) => Buffer.concat([Buffer.from(text), INVALID_UTF8])],
  ['utf8-mark.md', 'customs seal', (text) => `\ufeff${text}`],
  ['utf16le-mark.md', 'berth pass', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf16be-mark.md', 'crane licence', (text) => utf16be(`\ufeff${text}`)],
  ['utf16le.md', 'pilot order', (text) => Buffer.from(text, 'utf16le')],
  ['utf16be.md', 'tug voucher', (text) => utf16be(text)],
  [
    'utf16-odd.md',
    'gale warning',
    (text) => Buffer.concat([Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from('x')]),
  ],
  ['nul.md', 'night permit', (text) => `${text}\u0000\u0000`],
];

const HOSTILE: Readonly<Record<string, string | Uint8Array>> = {
  'latin-1.txt': Buffer.from('Le capitaine d\u00e9sign\u00e9 reste \u00e0 bord du b\u00e2timent.\n', 'latin1'),
  'surrogates.json': '[{"text": "A \\ud800 lone half and a \\udc00 lower one, then a pair \\ud83d\\udea2 and words."}]',
  'surrogate-key.json': '{"\\udfff": "A key that is half a character has a text."}',
  'escapes.md': about('dive notice', ESCAPES),
  'bidi.md': about('fuel ticket', BIDI),
  'escapes.html': `<h2>What is a rat guard?</h2><p>A rat guard is a disc &#27;[31m&#x9b;2J&#8238; on each mooring line.</p>`,
  'escapes.csv': `name,meaning\n"buoy ${ESCAPES}","a float ${BIDI}"\n${'"mooring","a rope to the quay, on the bow and on the stern"\n'.repeat(9)}`,
  'escapes.eml': `From: a@example.org\nTo: b@example.org\nSubject: =?utf-8?q?Red=1b[31m?=\n\nThe berth${ESCAPES} is free.\n`,
};

const FILES = new Map<string, HostileFile>([['nuls.txt', { content: '\u0000'.repeat(5_000), becomes: 'corrupt' }]]);
for (const [name, term, encode] of READABLE) FILES.set(name, { content: encode(about(term)), becomes: 'done' });
for (const [name, content] of Object.entries(HOSTILE)) FILES.set(name, { content, becomes: 'done' });

describe('bytes and characters that are not what they should be', () => {
  const corpus = describeHostileCorpus(FILES);

  it.each(READABLE)('reads %s, which says what a %s is', async (name, term) => {
    const text = await extractedText(corpus().run, name);
    expect(text).toContain(
      `A ${term} is a written approval that the harbour office issues for one voyage of one ship.`,
    );
  });

  it('takes control characters and halves of characters out of the text', async () => {
    for (const name of FILES.keys()) {
      const text = await extractedText(corpus().run, name);
      expect(text.isWellFormed(), name).toBe(true);
      expect(text.match(/(?![\n\t])\p{Cc}/gu), name).toBeNull();
    }
  });

  it('writes files that any reader of UTF-8 takes', async () => {
    const { folder, run } = corpus();
    for (const name of await readdir(run.result.json.dataset)) {
      const path = folder.at('dataset', name);
      const bytes = await readFile(path).catch(() => Buffer.of());
      expect(isUtf8(bytes), name).toBe(true);
      expect(bytes.toString('utf8').match(/(?![\n\t])\p{Cc}|\\u(?:d[89a-f]|00[01])/giu), name).toBeNull();
    }
  });

  it('never lets the terminal obey a document', async () => {
    const { folder } = corpus();
    const store = ['--store', 'store'];
    for (const args of [
      ['generate', 'docs', '--out', 'again', ...store],
      ['plan', 'docs', '--all', ...store],
      ['show', 'dataset', '--random', '100', ...store],
      ['show', 'dataset', '--random', '100', '--json', ...store],
      ['stats', 'dataset'],
      ['verify', 'dataset', '--corpus', 'docs', ...store],
      ['jobs', 'list', ...store],
    ]) {
      const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
      expect(code, args.join(' ')).toBe(0);
      expect(rawControlCharacters(stdout + stderr), args.join(' ')).toEqual([]);
      expect(stdout.isWellFormed()).toBe(true);
    }
  });
});
