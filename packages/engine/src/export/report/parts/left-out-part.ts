import type { PiiMode } from '@dsgen/core';
import { clipPath, count, share } from '../clip.ts';
import { html, type Html } from '../html.ts';
import { reasonHint } from '../../reason-hints.ts';
import type { RefusedDocument, RejectExample, ReportFacts } from '../report.ts';
import { fit } from './fit.ts';
import { wideTable } from './wide-table.ts';

const MAX_BYTES = 250_000;
/** Documents listed of each state: fewer where the page would grow too large. */
const DOCUMENTS_SHOWN = [300, 150, 60, 20] as const;

/** What is not in the dataset: documents and candidates, each with its reason. */
export function leftOutPart(facts: ReportFacts): Html {
  return html`<section id="left-out" aria-labelledby="left-out-title">
    <h2 id="left-out-title">Left out</h2>
    <h3>Documents</h3>
    ${documents(facts)}
    <h3>Candidates</h3>
    ${candidates(facts)}
    <h3>Personal data and secrets</h3>
    ${privacy(facts)}
  </section>`;
}

function documents(facts: ReportFacts): Html {
  const { documents: sums } = facts.manifest.ledger;
  if (sums.skipped + sums.quarantined === 0) return html`<p>None: every document was read.</p>`;
  return html`${reasonTable(facts, 'document', 'Why documents were not read')}
  ${fit(
    MAX_BYTES,
    DOCUMENTS_SHOWN,
    (most) =>
      html`${documentList('Quarantined: refused, and worth a look', facts.quarantined.slice(0, most), sums.quarantined)}
      ${documentList('Skipped: by choice or by nature', facts.skipped.slice(0, most), sums.skipped)}`,
  )}`;
}

function documentList(title: string, shown: readonly RefusedDocument[], total: number): Html {
  if (total === 0) return html``;
  const entries = shown.map(
    ({ path, outcome }) =>
      html`<li>
        <span class="path"><bdi>${clipPath(path)}</bdi></span> <span class="tag">${outcome.reason}</span>
        <span class="soft"><bdi>${outcome.detail}</bdi></span>
      </li> `,
  );
  const rest = total - shown.length;
  return html`<details class="list">
    <summary>${title} (${count(total)})</summary>
    <ul class="refused">
      ${entries}
    </ul>
    ${rest > 0 ? html`<p class="soft">and ${count(rest)} more: dsgen generate --json and the events of the job name them all.</p>` : ''}
  </details>`;
}

function candidates(facts: ReportFacts): Html {
  const { candidates: sums } = facts.manifest.ledger;
  if (sums.rejected === 0) return html`<p>None: every candidate became a record.</p>`;
  return html`<p>
      Patterns make more candidates than are wanted, so that the best can be kept. Every reject is in
      <code>rejected.jsonl</code>.
    </p>
    ${reasonTable(facts, 'candidate', 'Why candidates were rejected')} ${rejectExamples(facts)}`;
}

const PRIVACY_MODES: Readonly<Record<PiiMode, string>> = {
  off: 'The recipe did not ask to look for any.',
  report: 'Personal data is counted and left in; records with a key or a password are left out.',
  mask: 'Personal data, keys and passwords are replaced by placeholders.',
  drop: 'Records with personal data, a key or a password are left out.',
};

function privacy({ manifest }: ReportFacts): Html {
  const { mode, documents: inDocuments, records: inRecords } = manifest.privacy;
  const kinds = [...new Set([...Object.keys(inDocuments), ...Object.keys(inRecords)])].toSorted();
  if (kinds.length === 0) return html`<p>${PRIVACY_MODES[mode]}${mode === 'off' ? '' : ' None was found.'}</p>`;
  const rows = kinds.map((kind) => ({
    name: html`<span class="tag">${kind}</span>`,
    numbers: [count(inDocuments[kind] ?? 0), count(inRecords[kind] ?? 0)],
  }));
  const head = ['Kind', ['In the documents', 'In the records']] as const;
  return html`<p>${PRIVACY_MODES[mode]}</p>
    ${wideTable(rows, { id: 'privacy', caption: 'What was found', head })}`;
}

function ranked({ manifest }: ReportFacts, kind: 'candidate' | 'document'): Array<readonly [string, number]> {
  return Object.entries(manifest.ledger.reasons)
    .filter(([reason]) => reason.startsWith(`${kind}/`))
    .map(([reason, value]) => [reason.slice(kind.length + 1), value] as const)
    .toSorted(([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1));
}

function reasonTable(facts: ReportFacts, kind: 'candidate' | 'document', caption: string): Html {
  const reasons = ranked(facts, kind);
  const total = reasons.reduce((sum, [, value]) => sum + value, 0);
  const rows = reasons.map(([reason, value]) => ({
    name: html`<span class="tag">${reason}</span>`,
    numbers: [count(value), share(value, total)],
    text: reasonHint(`${kind}/${reason}`),
  }));
  const counted = kind === 'document' ? 'Documents' : 'Candidates';
  return wideTable(rows, { id: `${kind}-reasons`, caption, head: ['Reason', [counted, 'Share'], 'What it means'] });
}

function rejectExamples(facts: ReportFacts): Html {
  const lists = ranked(facts, 'candidate').map(
    ([reason]) =>
      html`<li>
        <span class="tag">${reason}</span>
        <ul>
          ${(facts.examples.get(reason) ?? []).map(rejectExample)}
        </ul>
      </li> `,
  );
  return html`<details class="list">
    <summary>Examples of each reason</summary>
    <ul class="examples">
      ${lists}
    </ul>
  </details>`;
}

function rejectExample({ question, detail, pattern, path }: RejectExample): Html {
  return html`<li>
    <q dir="auto">${question}</q> <span dir="auto">${detail}</span>
    <span class="soft"><code>${pattern}</code> in <bdi>${clipPath(path, 80)}</bdi></span>
  </li>`;
}
