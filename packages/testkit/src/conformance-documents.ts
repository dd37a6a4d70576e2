import type { DocumentInput } from '@dsgen/core';

/**
 * Documents of the back-end suite, in path order: every back end must find something to learn in the first two. The third repeats the
 * first byte for byte, the fourth is empty.
 */
export const CONFORMANCE_DOCUMENTS: ReadonlyArray<{ readonly path: string; readonly text: string }> = [
  {
    path: 'guides/tides.md',
    text: [
      '# Harbour handbook',
      '',
      '## What is a tide table?',
      '',
      'A tide table is a list of the predicted times and heights of high and low water at one place. Harbour masters publish it once a year, and skippers read it before every passage through shallow water.',
      '',
      '## What is a spring tide?',
      '',
      'A spring tide is a tide of greater range than usual that follows the new moon and the full moon. It brings the highest high water and the lowest low water of the month.',
      '',
    ].join('\n'),
  },
  {
    path: 'locks.md',
    text: [
      '# Canal handbook',
      '',
      '## What is a lock?',
      '',
      'A lock is a chamber with gates at both ends that raises and lowers boats between two levels of water. The keeper fills or empties it through sluices before a gate is opened.',
      '',
    ].join('\n'),
  },
  {
    path: 'tides-copy.md',
    text: '',
  },
  { path: 'zero.txt', text: '' },
].map(({ path, text }, _index, documents) => ({
  path,
  text: path === 'tides-copy.md' ? (documents[0]?.text ?? '') : text,
}));

/** The same as inputs of `corpora.add`, last path first: a back end sorts them itself. */
export function conformanceInputs(): readonly DocumentInput[] {
  return CONFORMANCE_DOCUMENTS.map(({ path, text }) => ({ path, body: new TextEncoder().encode(text) })).toReversed();
}
