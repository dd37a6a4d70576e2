import type { CorpusInfo, DatasetInfo } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { byteSize, count } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** One line per corpus. */
export function renderCorpora(corpora: readonly CorpusInfo[], style: Style): string {
  if (corpora.length === 0) return 'No corpora';
  const header = ['corpus', 'name', 'documents', 'size', 'state'].map((name) => style.dim(name));
  const rows = corpora.map((corpus) => [
    escapeText(corpus.id),
    escapeText(corpus.name),
    count(corpus.documents),
    byteSize(corpus.bytes),
    corpus.sealed ? 'sealed' : 'open',
  ]);
  return table([header, ...rows], { right: [2, 3], indent: 0 });
}

/** One line per dataset. */
export function renderDatasets(datasets: readonly DatasetInfo[], style: Style): string {
  if (datasets.length === 0) return 'No datasets';
  const header = ['dataset', 'name', 'records', 'place'].map((name) => style.dim(name));
  const rows = datasets.map(({ id, name, records, location }) => [
    escapeText(id),
    escapeText(name),
    count(records),
    escapeText(location),
  ]);
  return table([header, ...rows], { right: [2], indent: 0 });
}
