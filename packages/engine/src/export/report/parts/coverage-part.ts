import { clipPath, count, plural, share } from '../clip.ts';
import type { CoverageSummary, DocumentCoverage, SectionCoverage } from '../coverage.ts';
import { html, type Html } from '../html.ts';
import type { ReportFacts } from '../report.ts';
import { stackedBar } from './bars.ts';
import { fit } from './fit.ts';
import { sectionHint } from './section-hints.ts';
import { wideTable } from './wide-table.ts';

const MAX_BYTES = 500_000;
/** Sections shown of each document: fewer where the page would grow too large. */
const SECTIONS_SHOWN = [80, 40, 20, 8, 0] as const;

/** Which sections gave a record, and why the others did not. */
export function coveragePart({ coverage }: ReportFacts): Html {
  return html`<section id="coverage" aria-labelledby="coverage-title">
    <h2 id="coverage-title">Coverage</h2>
    <p>
      ${count(coverage.fruitful)} of ${count(coverage.content)} sections that hold more than a heading gave a record of
      their own (${share(coverage.fruitful, coverage.content)}).
    </p>
    ${reasonTable(coverage)} ${setAside(coverage)} ${documentList(coverage)}
  </section>`;
}

function reasonTable({ reasons, fruitful }: CoverageSummary): Html {
  const sections = fruitful + reasons.reduce((sum, [, value]) => sum + value, 0);
  if (sections === 0) return html`<p>No document has a section.</p>`;
  const rows = reasons.map(([reason, value]) => ({
    name: html`<span class="tag">${reason}</span>`,
    numbers: [count(value), share(value, sections)],
    text: sectionHint(reason),
  }));
  const gave = {
    name: html`<span class="tag good">gave a record</span>`,
    numbers: [count(fruitful), share(fruitful, sections)],
    text: 'at least one record is about it',
  };
  return wideTable([gave, ...rows], {
    id: 'sections',
    caption: `What became of ${plural(sections, 'section')}`,
    head: ['Outcome', ['Sections', 'Share'], 'What it means'],
  });
}

function setAside({ setAside: roles }: CoverageSummary): Html {
  if (roles.length === 0) return html``;
  const parts = roles.map(([role, words]) => `${count(words)} in ${role.replaceAll('-', ' ')}`);
  return html`<p>Words set aside because they are not content: ${parts.join(', ')}.</p>`;
}

function documentList({ documents, total }: CoverageSummary): Html {
  if (documents.length === 0) return html``;
  const title =
    documents.length < total
      ? `The ${count(documents.length)} documents with the most sections left to explain, of ${count(total)}`
      : 'Document by document';
  return html`<h3>${title}</h3>
    ${fit(MAX_BYTES, SECTIONS_SHOWN, (most) => html`<div class="documents">${documents.map((document) => documentEntry(document, most))}</div>`)}`;
}

function documentEntry({ path, records, content, fruitful, sections }: DocumentCoverage, most: number): Html {
  const bar = stackedBar([
    { name: 'with records', value: fruitful, tone: 'good' },
    { name: 'without', value: Math.max(0, content - fruitful), tone: 'quiet' },
  ]);
  const sums =
    content === 0
      ? html`nothing in it is content`
      : html`${count(fruitful)} of ${plural(content, 'section')}, ${plural(records, 'record')} ${bar}`;
  const summary = html`<span class="path"><bdi>${clipPath(path)}</bdi></span> <span class="soft">${sums}</span>`;
  const shown = sections.slice(0, most);
  if (shown.length === 0) return html`<p class="document">${summary}</p>`;
  const rest = sections.length - shown.length;
  return html`<details class="document">
    <summary>${summary}</summary>
    <ol class="sections">
      ${shown.map(sectionEntry)}
    </ol>
    ${rest > 0 ? html`<p class="soft">and ${count(rest)} more sections</p>` : ''}
  </details> `;
}

/** Deeper headings are indented, up to the fourth level: more would leave no room on a small screen. */
function sectionEntry({ heading, depth, records, reason }: SectionCoverage): Html {
  const name = heading === '' ? html`<em>before the first heading</em>` : html`<bdi>${heading}</bdi>`;
  const outcome =
    reason === undefined
      ? html`<span class="tag good">${plural(records, 'record')}</span>`
      : html`<span class="tag" title="${sectionHint(reason)}">${reason}</span>`;
  return html`<li class="depth-${Math.min(depth, 3)}">${name} ${outcome}</li> `;
}
