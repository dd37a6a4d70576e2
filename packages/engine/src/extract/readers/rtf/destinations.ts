/** Where the text of a group goes. */
export type Destination = 'body' | 'skip' | 'marker' | 'title' | 'fonts' | 'styles' | 'style' | 'lists' | 'information';

/** Parts of a document that are read on their own. */
export type Section = 'body' | 'header' | 'footer' | 'notes';

export interface DestinationStart {
  readonly destination: Destination;
  /** Set when the group holds running text of its own. */
  readonly section?: Section;
  /** Whether the word has done its work; others go on to be read inside the destination. */
  readonly isConsumed: boolean;
}

const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['header', 'header'],
  ['headerl', 'header'],
  ['headerr', 'header'],
  ['headerf', 'header'],
  ['footer', 'footer'],
  ['footerl', 'footer'],
  ['footerr', 'footer'],
  ['footerf', 'footer'],
  ['footnote', 'notes'],
  ['shptxt', 'body'],
]);
const DESTINATIONS: ReadonlyMap<string, Destination> = new Map([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['listtable', 'lists'],
  ['listoverridetable', 'lists'],
  ['info', 'information'],
  ['listtext', 'marker'],
  ['pntext', 'marker'],
]);
/** Data, field codes, index entries, and what repeats other content for old readers. */
const SKIPPED = new Set([
  'colortbl',
  'pict',
  'objdata',
  'objclass',
  'objname',
  'fldinst',
  'nonshppict',
  'shprslt',
  'sp',
  'xe',
  'tc',
  'tcn',
  'rxe',
  'filetbl',
  'revtbl',
  'rsidtbl',
  'nonesttables',
  'private',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'comment',
  'annotation',
  'atnid',
  'atnauthor',
]);
/** Extensions whose groups lie around ordinary text. */
const TRANSPARENT = new Set(['shpinst', 'shpgrp', 'do', 'dptxbxtext', 'cxspecial', 'levelmarker']);

/** The destination a group's first word starts; `undefined` when the word is ordinary formatting. */
export function destinationOf(word: string, inside: Destination, isStarred: boolean): DestinationStart | undefined {
  if (inside === 'styles') return { destination: 'style', isConsumed: false };
  if (inside === 'information') return { destination: word === 'title' ? 'title' : 'skip', isConsumed: true };
  const section = SECTIONS.get(word);
  if (section !== undefined) return { destination: 'body', section, isConsumed: true };
  const destination = DESTINATIONS.get(word);
  if (destination !== undefined) return { destination, isConsumed: true };
  if (SKIPPED.has(word)) return { destination: 'skip', isConsumed: true };
  return isStarred && !TRANSPARENT.has(word) && inside !== 'lists'
    ? { destination: 'skip', isConsumed: true }
    : undefined;
}
