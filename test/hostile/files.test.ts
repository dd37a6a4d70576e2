import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { CLI_ENTRY, rawControlCharacters, runCli, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';
import { generateDataset, shortOutcome, STACK_TRACE, wrongSums, type GenerateRun } from '../support/generate.ts';
import type { Outcome } from '../support/hostile-corpus.ts';
import { docx, docxParagraph } from '../support/office-files.ts';
import { onePagePdf } from '../support/pdf-files.ts';

const GIBIBYTE = 1024 ** 3;
/** What starts a program that may not read everything: root may, so it becomes nobody. */
const nobody = findNobody();
if (nobody === undefined)
  console.log('skipped: files that may not be read, because root cannot become another user here');
const PROSE = 'The harbour office answers every letter within five working days.\n';

describe('entries of a folder that are no plain documents', () => {
  const expected: Readonly<Record<string, Outcome>> = {
    'out.md': 'outside-corpus',
    'loop-a.md': 'not-a-file',
    'loop-b.md': 'not-a-file',
    'dangling.md': 'not-a-file',
    'folder-loop': 'duplicate-document',
    'inside.md': 'done',
    'zz-target.md': 'duplicate-document',
    'zz-hard-link.md': 'duplicate-document',
    'pipe.md': 'not-a-file',
    'socket.md': 'not-a-file',
    'empty.pdf': 'empty',
    'huge.txt': 'too-large',
    '.hidden.md': 'hidden',
    '.hidden-folder/': 'hidden',
  };
  let folder: TemporaryFolder;
  let server: Server;
  let run: GenerateRun;
  beforeAll(async () => {
    folder = await temporaryFolder({
      ...HANDBOOK,
      'outside/secret.md': PROSE,
      'docs/zz-target.md': `${PROSE}Also on Sundays.\n`,
      'docs/empty.pdf': '',
      'docs/huge.txt': 'x',
      'docs/.hidden.md': PROSE,
      'docs/.hidden-folder/page.md': PROSE,
    });
    await truncate(folder.at('docs', 'huge.txt'), 2 * GIBIBYTE + 1);
    await symlink(folder.at('outside', 'secret.md'), folder.at('docs', 'out.md'));
    await symlink('loop-b.md', folder.at('docs', 'loop-a.md'));
    await symlink('loop-a.md', folder.at('docs', 'loop-b.md'));
    await symlink('nowhere.md', folder.at('docs', 'dangling.md'));
    await symlink('.', folder.at('docs', 'folder-loop'));
    await symlink('zz-target.md', folder.at('docs', 'inside.md'));
    await link(folder.at('docs', 'zz-target.md'), folder.at('docs', 'zz-hard-link.md'));
    spawnSync('mkfifo', [folder.at('docs', 'pipe.md')]);
    server = createServer();
    await new Promise<void>((resolve) => server.listen(folder.at('docs', 'socket.md'), resolve));
    run = await generateDataset(folder.at('docs'), { cwd: folder.path });
  });
  afterAll(async () => {
    server.close();
    await folder[Symbol.asyncDispose]();
  });

  it.each(Object.entries(expected))('%s becomes %s', (path, outcome) => {
    expect(shortOutcome(run.outcomes.get(path)), JSON.stringify(run.outcomes.get(path))).toBe(outcome);
  });

  it('keeps the good documents, adds up and reads nothing outside', async () => {
    expect(run.result.code).toBe(0);
    expect(run.result.stderr).not.toMatch(STACK_TRACE);
    expect(wrongSums(run.result.json)).toEqual([]);
    expect(run.outcomes.size).toBe(Object.keys(expected).length + Object.keys(HANDBOOK).length);
    expect(await folder.read('dataset/lineage.jsonl')).not.toContain('secret');
  });
});

describe('names that nobody expects', () => {
  const names = [
    'line\nfeed.md',
    'escape\u001b[31m\u0007.md',
    'bidi\u202egpj.md',
    `${'n'.repeat(252)}.md`,
    `${'名'.repeat(84)}.md`,
    '-rf --out.md',
    ' leading and trailing .md ',
    'quote"\'`$(touch owned)`.md',
    'percent%2e%2e%2f.md',
    'back\\slash.md',
    'star*[a-z]?{x,y}!(z).md',
    'na\u0308ive.md',
    'e\u0301\u{1f6a2}.md',
    'CON.md',
    '__proto__.md',
    'no extension',
    '...md',
    'constructor/hasOwnProperty.md',
  ];
  let folder: TemporaryFolder;
  let run: GenerateRun;
  beforeAll(async () => {
    const files = names.map(
      (name, index) => [`docs/${name}`, `${PROSE}Letter ${index} is about ${index} ships.\n`] as const,
    );
    folder = await temporaryFolder({ ...HANDBOOK, ...Object.fromEntries(files) });
    await writeFile(
      Buffer.concat([Buffer.from(folder.at('docs', 'not-utf8-')), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]),
      PROSE,
    );
    run = await generateDataset(folder.at('docs'), { cwd: folder.path });
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it.each(names)('%j is read', (name) => {
    const isHidden = name.startsWith('.');
    expect(shortOutcome(run.outcomes.get(name))).toBe(isHidden ? 'hidden' : 'done');
  });

  it('a name that is not UTF-8 is refused by a readable name', () => {
    const [path, outcome] = [...run.outcomes].find(([name]) => name.startsWith('not-utf8-')) ?? [];
    expect(path).toContain('fffe');
    expect(shortOutcome(outcome)).toBe('unreadable');
  });

  it('shows them without obeying them, and proves what came of them', async () => {
    expect(run.result.code).toBe(0);
    expect(wrongSums(run.result.json)).toEqual([]);
    for (const args of [
      ['plan', 'docs', '--all', '--store', 'store'],
      ['generate', 'docs', '--store', 'store', '--out', 'again'],
      ['verify', 'dataset', '--corpus', 'docs', '--store', 'store'],
    ]) {
      const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
      expect(code).toBe(0);
      expect(rawControlCharacters(stdout + stderr)).toEqual([]);
    }
    expect(existsSync(folder.at('owned'))).toBe(false);
  });
});

describe('names that promise another format', () => {
  const files: Readonly<Record<string, readonly [content: string | Uint8Array, outcome: Outcome]>> = {
    'pdf.txt': [onePagePdf(), 'done'],
    'pdf.docx': [onePagePdf({ mediaBox: '[0 0 500 800]' }), 'done'],
    'text.pdf': [PROSE, 'done'],
    'html.docx': [`<!doctype html><html><body><p>${PROSE}</p></body></html>`, 'done'],
    'html.txt': [`<!doctype html><html><body><h1>Letters</h1><p>${PROSE}</p></body></html>`, 'done'],
    'docx.pdf': [docx(docxParagraph(PROSE)), 'done'],
    'docx.md': [docx(docxParagraph(`${PROSE} twice`)), 'done'],
    'rtf.docx': [`{\\rtf1\\ansi ${PROSE}\\par}`, 'done'],
    'text.json': [`This is no JSON. ${PROSE}`, 'done'],
    'csv.jsonl': ['a,b\n1,2\n', 'corrupt'],
    'program.txt': [Buffer.from('7f454c4602010100000000000000000003003e0001000000', 'hex'), 'corrupt'],
    program: [Buffer.from('7f454c4602010100000000000000000003003e0002000000', 'hex'), 'unsupported-type'],
  };
  let folder: TemporaryFolder;
  let run: GenerateRun;
  beforeAll(async () => {
    const contents = Object.entries(files).map(([name, [content]]) => [`docs/${name}`, content] as const);
    folder = await temporaryFolder({ ...HANDBOOK, ...Object.fromEntries(contents) });
    run = await generateDataset(folder.at('docs'), { cwd: folder.path });
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it.each(Object.entries(files).map(([name, [, outcome]]) => [name, outcome] as const))(
    '%s becomes %s',
    (name, outcome) => {
      expect(shortOutcome(run.outcomes.get(name)), JSON.stringify(run.outcomes.get(name))).toBe(outcome);
      expect(run.result.code).toBe(0);
    },
  );
});

describe.skipIf(nobody === undefined)('files that may not be read or written', () => {
  const launcher = nobody ?? [];
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder({ ...HANDBOOK, 'docs/locked.md': PROSE, 'docs/locked-folder/page.md': PROSE });
    await chmod(folder.path, 0o755);
    await mkdir(folder.at('free'));
    await chmod(folder.at('free'), 0o777);
    for (const name of ['locked.md', 'locked-folder']) await chmod(folder.at('docs', name), 0o000);
  });
  afterAll(async () => {
    await chmod(folder.at('docs', 'locked-folder'), 0o755);
    await folder[Symbol.asyncDispose]();
  });

  it('are quarantined as unreadable; the others are done', async () => {
    const { result, outcomes } = await generateDataset(folder.at('docs'), { cwd: folder.at('free'), launcher });
    expect(result.code).toBe(0);
    expect(result.stderr).not.toMatch(STACK_TRACE);
    expect(wrongSums(result.json)).toEqual([]);
    const refused = [...outcomes].filter(([, { state }]) => state !== 'done');
    expect(refused.map(([path, outcome]) => [path, shortOutcome(outcome)])).toEqual([
      ['locked-folder/', 'unreadable'],
      ['locked.md', 'unreadable'],
    ]);
  });

  it('are named when one of them is all there is', async () => {
    const args = ['generate', folder.at('docs', 'locked-folder', 'page.md'), '--store', 'store'];
    const { code, stderr } = await runCli(args, { cwd: folder.at('free'), launcher });
    expect(code).toBe(3);
    expect(stderr).toContain('page.md');
    expect(stderr).toContain('access is denied');
  });

  it('stop a run that would keep its work there, before it reads anything', async () => {
    const { code, stderr } = await runCli(['generate', folder.at('docs')], { cwd: folder.at('free'), launcher });
    expect(code).toBe(5);
    expect(stderr).toContain('--store');
    expect(stderr).not.toMatch(STACK_TRACE);
  });

  it('stop a run that would write its dataset there', async () => {
    const args = ['generate', folder.at('docs'), '--store', 'other-store', '--out', folder.at('dataset')];
    const { code, stderr } = await runCli(args, { cwd: folder.at('free'), launcher });
    expect(code).toBe(5);
    expect(stderr).toContain('--out');
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(existsSync(folder.at('dataset'))).toBe(false);
  });
});

describe('paths that give nothing', () => {
  it('make an empty dataset, and fail, where no document has text', async () => {
    await using folder = await temporaryFolder({ 'docs/a.md': '', 'docs/b.pdf': '', 'docs/.c.md': PROSE });
    const { result } = await generateDataset(folder.at('docs'), { cwd: folder.path });
    expect(result.code).toBe(4);
    expect(wrongSums(result.json)).toEqual([]);
    expect(result.json).toMatchObject({ records: 0, reasons: { 'document/empty': 2, 'document/hidden': 1 } });
    expect((await runCli(['verify', 'dataset', '--corpus', 'docs'], { cwd: folder.path })).code).toBe(0);
  });

  it.each([
    ['a folder without a file', ['empty']],
    ['a path that does not exist, beside one that does', ['docs', 'missing']],
    ['a link to nothing', ['docs/dangling']],
    ['a loop of links', ['docs/loop']],
  ])('stop the run when there is %s', async (_case, paths) => {
    await using folder = await temporaryFolder(HANDBOOK);
    await mkdir(folder.at('empty'));
    await symlink('nowhere', folder.at('docs', 'dangling'));
    await symlink('loop', folder.at('docs', 'loop'));
    const { code, stderr } = await runCli(['generate', ...paths, '--out', 'dataset'], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toContain(paths.at(-1));
    expect(stderr).toContain('fix:');
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(existsSync(folder.at('dataset'))).toBe(false);
  });
});

function findNobody(): readonly string[] | undefined {
  if (process.getuid?.() !== 0) return [];
  const launcher = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const { status } = spawnSync('setpriv', [...launcher, process.execPath, CLI_ENTRY, '--version']);
  return status === 0 ? ['setpriv', ...launcher] : undefined;
}
