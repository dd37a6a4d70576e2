import { count, share } from '../clip.ts';
import { html, type Html } from '../html.ts';
import type { ReportFacts } from '../report.ts';
import { stackedBar, type StackPart } from './bars.ts';

/** The account: each level as a sum that adds up. */
export function overviewPart({ manifest, coverage, tokens, givers }: ReportFacts): Html {
  const { documents, chunks, candidates } = manifest.ledger;
  const splits = Object.entries(manifest.splits).map(([split, records]) => `${count(records)} ${split}`);
  return html`<section id="overview" aria-labelledby="overview-title" tabindex="-1">
    <h2 id="overview-title">Overview</h2>
    <ul class="figures">
      ${figure(count(manifest.records), 'records', splits.join(', '))}
      ${figure(count(givers), givers === 1 ? 'document gave records' : 'documents gave records', `of ${count(documents.total)} in the corpus`)}
      ${figure(share(coverage.fruitful, coverage.content), 'of sections gave a record', `${count(coverage.fruitful)} of ${count(coverage.content)} that hold more than a heading`)}
      ${figure(count(tokens.median), 'tokens in the median record', `longest ${count(tokens.longest)}, ${count(tokens.total)} in all`)}
    </ul>
    <div class="sums">
      ${sum('Documents', documents.total, [
        { name: 'done', value: documents.done, tone: 'good' },
        { name: 'skipped', value: documents.skipped, tone: 'quiet' },
        { name: 'quarantined', value: documents.quarantined, tone: 'bad' },
      ])}
      ${sum('Chunks', chunks.total, [
        { name: 'gave a candidate', value: chunks.used, tone: 'good' },
        { name: 'gave none', value: chunks.unused, tone: 'quiet' },
      ])}
      ${sum('Candidates', candidates.total, [
        { name: 'accepted as records', value: candidates.accepted, tone: 'good' },
        { name: 'rejected', value: candidates.rejected, tone: 'quiet' },
      ])}
    </div>
  </section>`;
}

function figure(value: string, name: string, note: string): Html {
  return html`<li><b>${value}</b> <span>${name}</span> <small>${note}</small></li>`;
}

function sum(name: string, total: number, parts: readonly StackPart[]): Html {
  const terms = parts.map(
    ({ name: part, value, tone }, index) =>
      html`${index === 0 ? '= ' : '+ '}<span class="term"
          ><i class="key ${tone}" aria-hidden="true"></i>${count(value)} ${part}</span
        > `,
  );
  return html`<div class="sum">
    <h3>${name}</h3>
    <p><b>${count(total)}</b> ${terms}</p>
    ${stackedBar(parts)}
  </div>`;
}
