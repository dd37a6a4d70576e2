import { DIFFICULTIES } from '@dsgen/core';
import { PATTERNS } from '../../../generate/patterns.ts';
import { emptyTasks } from '../../../generate/task-needs.ts';
import { patternOf } from '../../../write/prompt.ts';
import { PROMPTS } from '../../../write/prompts/all.ts';
import { clipPath, count, share } from '../clip.ts';
import { html, type Html } from '../html.ts';
import type { ReportFacts } from '../report.ts';
import type { TokenBin } from '../token-histogram.ts';
import { barTable, percent, type BarRow } from './bars.ts';
import { wideTable } from './wide-table.ts';

const PROMISES: ReadonlyMap<string, string> = new Map([
  ...PATTERNS.map(({ name, promise }) => [name, promise] as const),
  ...PROMPTS.map((prompt) => [patternOf(prompt), prompt.promise] as const),
]);

/** What the records are: by task, split, difficulty, document and pattern, and how long. */
export function recordsPart(facts: ReportFacts): Html {
  const { manifest, difficulties, tokens } = facts;
  if (manifest.records === 0) {
    return html`<section id="records" aria-labelledby="records-title">
      <h2 id="records-title">Records</h2>
      <p>There are none. What became of the documents and of the candidates is told below.</p>
      ${withoutRecords(manifest)}
    </section>`;
  }
  const total = manifest.records;
  const levels = DIFFICULTIES.flatMap((level) =>
    difficulties[level] === undefined ? [] : [{ name: level, value: difficulties[level] }],
  );
  return html`<section id="records" aria-labelledby="records-title">
    <h2 id="records-title">Records</h2>
    <div class="grid">
      ${barTable(toBars(manifest.tasks), { caption: 'By task', of: 'Task', total })}
      ${barTable(levels, { caption: 'By difficulty', of: 'Difficulty', total })}
      ${barTable(toBars(manifest.splits), { caption: 'By split', of: 'Split', total })} ${histogram(tokens.bins, total)}
    </div>
    ${documentTable(facts)} ${patternTable(facts)} ${withoutRecords(manifest)}
  </section>`;
}

/** Tasks that were asked for and found nothing to be made of. */
function withoutRecords({ recipe, tasks }: ReportFacts['manifest']): Html {
  const empty = emptyTasks(recipe, tasks);
  if (empty.length === 0) return html``;
  return html`<h3>Tasks without records</h3>
    <ul>
      ${empty.map(({ task, needs }) => html`<li><b>${task}</b> takes ${needs}.</li>`)}
    </ul>`;
}

function toBars(counts: Readonly<Record<string, number>>): BarRow[] {
  return Object.entries(counts).map(([name, value]) => ({ name, value }));
}

function documentTable({ richest, givers, manifest }: ReportFacts): Html {
  const shown = richest.map(({ path, records }) => ({ name: html`<bdi>${clipPath(path, 80)}</bdi>`, value: records }));
  const caption =
    givers > shown.length
      ? `By document: the first ${shown.length} of ${count(givers)} that gave records`
      : 'By document';
  return barTable(shown, { caption, of: 'Document', total: manifest.records });
}

function histogram(bins: readonly TokenBin[], total: number): Html {
  const most = Math.max(1, ...bins.map(({ records }) => records));
  const columns = bins.map(({ from, to, records }) => {
    const height = percent(records, most);
    return html`<li>
      <span class="value"
        >${count(records)}<span class="unseen">
          records of ${count(from)} to ${count(to)} tokens, ${share(records, total)}</span
        ></span
      ><svg aria-hidden="true"><rect y="${percent(most - records, most)}" width="100%" height="${height}" /></svg
      ><span class="range" aria-hidden="true">${count(to)}</span>
    </li>`;
  });
  return html`<figure class="histogram">
    <figcaption>Length of records, in tokens up to</figcaption>
    <ol>
      ${columns}
    </ol>
  </figure>`;
}

/** What each pattern promises, how often it fired and how much of that was kept. */
function patternTable({ manifest, candidates }: ReportFacts): Html {
  const patterns = Object.entries(candidates)
    .map(([name, made]) => ({ name, made, kept: manifest.patterns[name] ?? 0 }))
    .toSorted((left, right) => right.kept - left.kept || (left.name < right.name ? -1 : 1));
  const rows = patterns.map(({ name, made, kept }) => ({
    name: html`<code>${name}</code>`,
    numbers: [count(kept), count(made), share(kept, made)],
    text: PROMISES.get(name) ?? '',
  }));
  return wideTable(rows, {
    id: 'patterns',
    caption: 'By pattern',
    head: ['Pattern', ['Records', 'Candidates', 'Kept'], 'What holds for its records'],
  });
}
