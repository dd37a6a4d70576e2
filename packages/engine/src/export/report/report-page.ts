import { createHash } from 'node:crypto';
import { clipLine } from './clip.ts';
import { coveragePart } from './parts/coverage-part.ts';
import { leftOutPart } from './parts/left-out-part.ts';
import { overviewPart } from './parts/overview-part.ts';
import { recordsPart } from './parts/records-part.ts';
import { samplePart } from './parts/sample-part.ts';
import { Html, html } from './html.ts';
import type { ReportFacts } from './report.ts';
import { SCRIPT } from './script.ts';
import { STYLES } from './styles.ts';

/**
 * `report.html` of a dataset: one page that needs nothing but itself, also from a folder without a network. Everything
 * is markup, so it can be read, printed and searched without the script, which only filters the sample. The policy
 * allows this style and this script by their hashes and nothing else, whatever a document tries to bring in.
 */
export function reportPage(facts: ReportFacts): string {
  const name = clipLine(facts.manifest.name, 80);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${hashOf(STYLES)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${name} · dataset report</title>
        ${new Html(`<style>${STYLES}</style>`)}
      </head>
      <body>
        <a class="skip" href="#overview">Skip to the report</a>
        ${masthead(facts, name)}
        <main>
          ${overviewPart(facts)} ${recordsPart(facts)} ${coveragePart(facts)} ${leftOutPart(facts)} ${samplePart(facts)}
        </main>
        ${footer(facts)} ${new Html(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `.toString();
}

function masthead({ manifest }: ReportFacts, name: string): Html {
  const links = [
    ['overview', 'Overview'],
    ['records', 'Records'],
    ['coverage', 'Coverage'],
    ['left-out', 'Left out'],
    ['sample', 'Sample'],
  ].map(([id = '', label = '']) => html`<li><a href="#${id}">${label}</a></li>`);
  return html`<header class="masthead">
    <p class="kind">Dataset report</p>
    <h1><bdi>${name}</bdi></h1>
    <p class="lead">
      Format ${manifest.format}, seed ${manifest.recipe.seed}. Every record names the passages of the documents that
      support it.
    </p>
    <nav aria-label="Parts of the report">
      <ul>
        ${links}
      </ul>
    </nav>
  </header>`;
}

function footer({ manifest }: ReportFacts): Html {
  return html`<footer>
    <dl class="facts">
      <div>
        <dt>dsgen</dt>
        <dd>${manifest.versions['dsgen'] ?? ''}</dd>
      </div>
      <div>
        <dt>Recipe</dt>
        <dd><code>${manifest.recipeHash}</code></dd>
      </div>
      <div>
        <dt>Documents</dt>
        <dd><code>${manifest.corpusHash}</code></dd>
      </div>
    </dl>
    <p>
      The same documents, recipe and version give the same bytes, this page included. To check every passage against the
      documents: <code>dsgen verify DATASET --corpus DOCUMENTS</code>
    </p>
  </footer>`;
}

/** A source expression of a content security policy. */
function hashOf(text: string): Html {
  return new Html(`sha256-${createHash('sha256').update(text).digest('base64')}`);
}
