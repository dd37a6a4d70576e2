import { licenceOfText } from './licence-of-text.ts';

/** A file beside documents that says under which licence they are. */
export interface LicenceFile {
  /** Relative to the corpus root, parts divided by `/`. */
  readonly path: string;
  readonly text: string;
}

const LICENCE_NAME = /^(?:licen[cs]e|copying|unlicense)(?:[-_.][\w.-]{1,40})?$/iu;

/** Whether a path is that of a licence by its name: `LICENSE`, `docs/COPYING.txt`, `LICENSE-MIT`. */
export function isLicenceFile(path: string): boolean {
  return LICENCE_NAME.test(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * The licence of each folder that has a licence file: undefined where it is not known, or where several files of one
 * folder say different things and nothing says which of them holds.
 */
export function folderLicences(files: readonly LicenceFile[]): ReadonlyMap<string, string | undefined> {
  const licences = new Map<string, string | undefined>();
  for (const { path, text } of files) {
    const folder = folderOf(path);
    const licence = licenceOfText(text);
    licences.set(folder, licences.has(folder) && licences.get(folder) !== licence ? undefined : licence);
  }
  return licences;
}

/** The licence of the nearest folder above a path that has one. */
export function licenceAbove(path: string, licences: ReadonlyMap<string, string | undefined>): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (licences.has(folder)) return licences.get(folder);
    if (folder === '') return undefined;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
