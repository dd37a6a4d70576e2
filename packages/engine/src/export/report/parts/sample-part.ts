import { clipPath, count } from '../clip.ts';
import { html, type Html } from '../html.ts';
import type { SampledPassage, SampledRecord } from '../sampled-record.ts';
import type { ReportFacts } from '../report.ts';
import { fit } from './fit.ts';

const MAX_BYTES = 1_000_000;
/** Records shown: fewer where the page would grow too large. */
const RECORDS_SHOWN = [200, 140, 100, 70, 40] as const;

/** Records to read, each with its evidence where it stands in the document. */
export function samplePart({ sample, manifest }: ReportFacts): Html {
  if (sample.length === 0) return html``;
  return fit(MAX_BYTES, RECORDS_SHOWN, (most) => {
    const shown = sample.slice(0, most);
    const what =
      shown.length === manifest.records
        ? `All ${count(shown.length)} records`
        : `${count(shown.length)} of ${count(manifest.records)} records, drawn by the seed so that every pattern has its share`;
    return html`<section id="sample" aria-labelledby="sample-title">
      <h2 id="sample-title">Sample</h2>
      <p>${what}. Marked text is the evidence in its place in the document.</p>
      ${filterForm(shown)}
      <div id="sample-records">${shown.map(recordCard)}</div>
      <p class="more"><button type="button" id="more" hidden>Show more</button></p>
    </section>`;
  });
}

const FILTERS = ['pattern', 'task', 'difficulty', 'split'] as const;

/** Hidden until the script is there to make it work. */
function filterForm(sample: readonly SampledRecord[]): Html {
  return html`<form id="filter" role="search" aria-label="Filter the sample" hidden>
    <p class="field search">
      <label for="search">Search</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder="words of question, answer, evidence or path"
      />
    </p>
    ${FILTERS.map((name) => choice(name, sample))}
    <p class="field"><button type="reset">Clear</button></p>
    <p id="matches" role="status"></p>
  </form>`;
}

function choice(name: (typeof FILTERS)[number], sample: readonly SampledRecord[]): Html {
  const values = new Set(sample.map((record) => record[name]));
  const options = [...values].toSorted().map((value) => html`<option>${value}</option>`);
  return html`<p class="field">
    <label for="filter-${name}">${name}</label>
    <select id="filter-${name}" data-filter="${name}">
      <option value="">all</option>
      ${options}
    </select>
  </p>`;
}

function recordCard(record: SampledRecord): Html {
  const { id, pattern, task, difficulty, split, tokens, turns, file, line } = record;
  return html`<article
    id="r-${id}"
    aria-labelledby="t-${id}"
    tabindex="-1"
    data-pattern="${pattern}"
    data-task="${task}"
    data-difficulty="${difficulty}"
    data-split="${split}"
  >
    <header>
      <h3 id="t-${id}">${pattern}</h3>
      <ul class="tags">
        <li>${task}</li>
        <li>${difficulty}</li>
        <li>${split}</li>
        <li>${count(tokens)} tokens</li>
      </ul>
    </header>
    <div class="halves">
      <div class="turns">${turns.map(turn)}</div>
      ${evidence(record)}
    </div>
    <footer><code>${id}</code> ${file}, line ${count(line)}</footer>
  </article> `;
}

const ROLE_NAMES: ReadonlyMap<string, string> = new Map([
  ['user', 'User'],
  ['assistant', 'Assistant'],
  ['system', 'System'],
  ['passage', 'User’s passage'],
  ['tool', 'Tool'],
]);

function turn({ role, text }: SampledRecord['turns'][number]): Html {
  return html`<div class="turn ${role}">
    <h4>${ROLE_NAMES.get(role) ?? role}</h4>
    ${blocks(text)}
  </div>`;
}

/** Tables and code keep their lines; everything else wraps. */
function blocks(text: string): Html[] {
  if (/^\s*[[{]/u.test(text)) return [laidOut(text)];
  return textRuns(text).map(({ isLaidOut, lines }) => {
    const run = lines.join('\n').replace(/^\n+|\n+$/gu, '');
    return isLaidOut ? laidOut(run) : html`<p class="text" dir="auto">${run}</p>`;
  });
}

function laidOut(text: string): Html {
  return html`<pre tabindex="0" dir="auto">${text}</pre>`;
}

interface TextRun {
  readonly isLaidOut: boolean;
  readonly lines: string[];
}

/** Lines of fences and pipe tables, and the lines between them. */
function textRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let isFenced = false;
  for (const line of text.split('\n')) {
    const isFence = /^ *`{3}/u.test(line);
    const isLaidOut = isFenced || isFence || /^ *\|/u.test(line);
    if (isFence) isFenced = !isFenced;
    const last = runs.at(-1);
    if (last?.isLaidOut === isLaidOut) last.lines.push(line);
    else if (isLaidOut || line.trim() !== '') runs.push({ isLaidOut, lines: [line] });
  }
  return runs;
}

function evidence({ path, headingPath, pages, passages }: SampledRecord): Html {
  const page = pages.length === 0 ? '' : `, page ${pages.slice(0, 8).map(count).join(', ')}`;
  const place = headingPath.map((heading) => html` › <bdi>${heading}</bdi>`);
  return html`<div class="evidence">
    <h4>Evidence</h4>
    <p class="place"><bdi class="path">${clipPath(path)}</bdi>${place}${page}</p>
    ${passages.map(passageBlock)}
  </div>`;
}

function passageBlock({ otherPath, parts }: SampledPassage): Html {
  const quote = html`<blockquote dir="auto">${parts.map(passagePart)}</blockquote>`;
  if (otherPath === undefined) return quote;
  return html`<p class="place"><bdi class="path">${clipPath(otherPath)}</bdi></p>
    ${quote}`;
}

function passagePart({ kind, text }: SampledPassage['parts'][number]): Html {
  return kind === 'quote' ? html`<mark>${text}</mark>` : html`${text}`;
}
