import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { SkipReason } from '@dsgen/core';
import type { CorpusEntry } from '../state/corpus-entry-table.ts';
import { isWithin, type CorpusPaths } from './corpus-paths.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createFileLook, type LookAtFile } from './look-at-files.ts';
import type { PathFilter } from './path-filter.ts';
import { readSmallFile } from './read-document.ts';

export interface WalkCorpusOptions {
  readonly filter: PathFilter;
  /** Files of more bytes are not read. */
  readonly maxDocumentBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** A name in a folder; `sortName` puts paths in code unit order when siblings are sorted by it. */
interface Sibling {
  readonly path: string;
  readonly absolute: string;
  readonly isFolder: boolean;
  readonly isSymbolicLink: boolean;
  readonly isNamed: boolean;
}

type Context = WalkCorpusOptions & { readonly corpus: CorpusPaths; readonly look: LookAtFile };

/**
 * Everything below the corpus's paths, in code unit order of the relative paths. Nothing is opened: what is
 * no plain readable document comes with the reason it will not be read. Folders that will not be entered count as one entry.
 */
export async function* walkCorpus(corpus: CorpusPaths, options: WalkCorpusOptions): AsyncGenerator<CorpusEntry> {
  const roots = corpus.paths.map(({ absolute, isFolder }) => ({
    path: toPosix(relative(corpus.root, absolute)),
    absolute,
    isFolder,
    isSymbolicLink: false,
    isNamed: true,
  }));
  const context = { ...options, corpus, look: createFileLook() };
  for (const root of inPathOrder(roots)) yield* visit(root, context);
}

async function* visit(sibling: Sibling, context: Context): AsyncGenerator<CorpusEntry> {
  context.signal?.throwIfAborted();
  if (isOurs(sibling)) return;
  if (sibling.isFolder && (await isDataset(sibling))) return;
  const refusal = refuseByName(sibling, context.filter);
  if (refusal !== undefined) yield refusal;
  else if (sibling.isSymbolicLink) yield await describeLink(sibling, context);
  else if (sibling.isFolder) yield* visitFolder(sibling, context);
  else yield await describeFile(sibling, context);
}

/** The store and unfinished datasets may lie inside the corpus; a second run must see the same corpus as the first. */
function isOurs({ path }: Sibling): boolean {
  const name = basename(path);
  return name === '.dsgen' || name.startsWith('.dsgen-');
}

/** A dataset that dsgen wrote, for the same reason. */
async function isDataset({ absolute }: Sibling): Promise<boolean> {
  const text = await readSmallFile(join(absolute, 'dataset.json'));
  if (text === undefined) return false;
  try {
    return (JSON.parse(text) as { kind?: unknown } | null)?.kind === 'dsgen/dataset';
  } catch {
    return false;
  }
}

function refuseByName(sibling: Sibling, filter: PathFilter): CorpusEntry | undefined {
  const { path, isFolder, isNamed } = sibling;
  if (!isNamed && basename(path).startsWith('.')) {
    return skipped(sibling, 'hidden', `the ${isFolder ? 'folder' : 'file'}'s name begins with a dot`);
  }
  const detail = path === '' ? undefined : filter.whyExcluded(path, isFolder);
  return detail === undefined ? undefined : skipped(sibling, 'excluded', detail);
}

async function* visitFolder(folder: Sibling, context: Context): AsyncGenerator<CorpusEntry> {
  let entries: Array<Dirent<Buffer>>;
  try {
    entries = await readdir(folder.absolute, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    yield unreadable(folder, error);
    return;
  }
  for (const sibling of inPathOrder(entries.map((entry) => toSibling(folder, entry)))) yield* visit(sibling, context);
}

function toSibling(folder: Sibling, entry: Dirent<Buffer>): Sibling {
  const name = printableName(entry.name);
  return {
    path: folder.path === '' ? name : `${folder.path}/${name}`,
    absolute: join(folder.absolute, name),
    isFolder: entry.isDirectory(),
    isSymbolicLink: entry.isSymbolicLink(),
    isNamed: false,
  };
}

/** Names that are not UTF-8 cannot be opened by their text; they get one that says so and leads nowhere. */
function printableName(name: Buffer): string {
  const text = name.toString('utf8');
  return Buffer.from(text, 'utf8').equals(name) ? text : `${text} (name not UTF-8: ${name.toString('hex')})`;
}

/** A folder's own name never appears in a path without the `/` that follows, so it is sorted with it. */
function inPathOrder(siblings: readonly Sibling[]): readonly Sibling[] {
  const keyed = siblings.map((sibling) => ({ sibling, key: sibling.isFolder ? `${sibling.path}/` : sibling.path }));
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(({ sibling }) => sibling);
}

async function describeFile(sibling: Sibling, context: Context): Promise<CorpusEntry> {
  try {
    return describeStats(sibling, sibling.absolute, await context.look(sibling.absolute), context);
  } catch (error) {
    return unreadable(sibling, error);
  }
}

/** Links are followed to files inside the corpus only; their content then is a duplicate of the file's, or the other way round. */
async function describeLink(sibling: Sibling, context: Context): Promise<CorpusEntry> {
  let target: string;
  try {
    target = await realpath(sibling.absolute);
  } catch (error) {
    const isLoop = (error as NodeJS.ErrnoException).code === 'ELOOP';
    return skipped(sibling, 'not-a-file', isLoop ? 'a loop of symbolic links' : 'a symbolic link to nothing');
  }
  if (!context.corpus.paths.some((path) => isWithin(path.absolute, target))) {
    return skipped(sibling, 'outside-corpus', 'a symbolic link that leads out of the corpus');
  }
  try {
    const facts = await stat(target, { bigint: true });
    if (!facts.isDirectory()) return describeStats(sibling, target, facts, context);
    const inside = JSON.stringify(toPosix(relative(context.corpus.root, target)) || '.');
    return skipped(sibling, 'duplicate-document', `a symbolic link to the folder ${inside}, which is read where it is`);
  } catch (error) {
    return unreadable(sibling, error);
  }
}

function describeStats(sibling: Sibling, file: string, facts: BigIntStats, context: Context): CorpusEntry {
  const bytes = Number(facts.size);
  if (!facts.isFile()) return skipped(sibling, 'not-a-file', `a ${kindOf(facts)}`);
  if (bytes === 0) return skipped(sibling, 'empty', 'the file has 0 bytes');
  if (bytes > context.maxDocumentBytes) {
    const detail = `the file has ${bytes} bytes; the limit is ${context.maxDocumentBytes}`;
    return { path: sibling.path, bytes, refusal: { state: 'quarantined', reason: 'too-large', detail } };
  }
  return { path: sibling.path, bytes, file: { path: file, fingerprint: fingerprintOf(facts) } };
}

function kindOf(facts: BigIntStats): string {
  if (facts.isFIFO()) return 'named pipe';
  if (facts.isSocket()) return 'socket';
  if (facts.isDirectory()) return 'folder';
  return facts.isBlockDevice() || facts.isCharacterDevice() ? 'device' : 'special file';
}

function skipped(sibling: Sibling, reason: SkipReason, detail: string): CorpusEntry {
  return { path: entryPath(sibling), bytes: 0, refusal: { state: 'skipped', reason, detail } };
}

function unreadable(sibling: Sibling, error: unknown): CorpusEntry {
  const code = (error as NodeJS.ErrnoException).code;
  const detail =
    code === 'EACCES' || code === 'EPERM' ? 'access is denied' : `cannot be read: ${code ?? 'unknown error'}`;
  return { path: entryPath(sibling), bytes: 0, refusal: { state: 'quarantined', reason: 'unreadable', detail } };
}

function entryPath({ path, isFolder }: Sibling): string {
  return isFolder ? `${path}/` : path;
}

function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
