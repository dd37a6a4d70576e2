import { readFileSync } from 'node:fs';
import { extname, relative } from 'node:path';
import type { ExtractedDocument, Recipe } from '@dsgen/core';
import { findAcronyms } from '../packages/engine/src/analyze/acronyms.ts';
import { analyzeDocument } from '../packages/engine/src/analyze/analyze-document.ts';
import { countCasing } from '../packages/engine/src/analyze/casing.ts';
import { sentenceCentrality } from '../packages/engine/src/analyze/centrality.ts';
import { findEntities } from '../packages/engine/src/analyze/entities/find-entities.ts';
import { buildGazetteer } from '../packages/engine/src/analyze/entities/gazetteer.ts';
import { isNarrative } from '../packages/engine/src/analyze/narrative.ts';
import { sectionRole } from '../packages/engine/src/analyze/section-role.ts';
import { findSections } from '../packages/engine/src/analyze/sections.ts';
import { assessCandidates } from '../packages/engine/src/assess/assess-candidates.ts';
import { chunkDocument } from '../packages/engine/src/chunk/chunk-document.ts';
import { extractDocument } from '../packages/engine/src/extract/extract-document.ts';
import { loadLanguageDetector } from '../packages/engine/src/extract/language.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../packages/engine/src/extract/source.ts';
import { generateCandidates, type GenerateInput } from '../packages/engine/src/generate/generate-candidates.ts';
import { PATTERNS } from '../packages/engine/src/generate/patterns.ts';
import { processDocument } from '../packages/engine/src/pipeline/process-document.ts';
import { DocumentPrivacy } from '../packages/engine/src/privacy/document-privacy.ts';
import { resolveRecipe } from '../packages/engine/src/recipe/resolve-recipe.ts';
import { sha256 } from '../packages/engine/src/shared/hash.ts';
import { minhash } from '../packages/engine/src/shared/minhash.ts';
import { loadTokenizer } from '../packages/engine/src/shared/tokens.ts';
import { splitSentences } from '../packages/engine/src/shared/sentences.ts';
import { corpora, filesBelow, printTable } from './support.ts';

/**
 * `node bench/analytics.ts [task,task]`: how fast everything after extraction is, in characters per core-second, and the
 * share of each analytic, each stage and each pattern of it. Without tasks: those of an empty recipe.
 */
interface Part {
  readonly name: string;
  readonly work: (document: ExtractedDocument, input: GenerateInput) => unknown;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.md': 'text/markdown', '.html': 'text/html' };
const ROUNDS = 3;

async function readDocuments(): Promise<
  ReadonlyArray<{ readonly path: string; readonly document: ExtractedDocument }>
> {
  const found = [];
  for (const { path: root } of corpora()) {
    for (const path of filesBelow(root)) {
      const mediaType = MEDIA_TYPES[extname(path)];
      if (mediaType === undefined) continue;
      const bytes = readFileSync(path);
      const source = { path: relative(root, path), documentId: sha256(bytes), bytes, mediaType };
      try {
        const context = {
          options: resolveRecipe({}).extract,
          limits: DEFAULT_EXTRACT_LIMITS,
          signal: new AbortController().signal,
        };
        found.push({ path: source.path, document: await extractDocument(source, context) });
      } catch {
        // Corpora hold broken files on purpose; what cannot be read is not measured.
      }
    }
  }
  return found.filter(({ document }) => document.language === 'en');
}

function paragraphsOf({ blocks, text }: ExtractedDocument): string[] {
  return blocks
    .filter(({ kind, role }) => kind === 'paragraph' && role === 'content')
    .map(({ start, end }) => text.slice(start, end));
}

const ANALYTICS: readonly Part[] = [
  { name: 'sections', work: (document) => findSections(document) },
  { name: 'sentences', work: (document) => paragraphsOf(document).map((text) => splitSentences(text, 'en')) },
  {
    name: 'casing',
    work: (document, { analysis }) =>
      countCasing(analysis.sentences.map(({ start, end }) => document.text.slice(start, end))),
  },
  {
    name: 'acronyms',
    work: (document, { analysis }) =>
      findAcronyms(analysis.sentences.map(({ start, end }) => document.text.slice(start, end))),
  },
  {
    name: 'centrality',
    work: (document, { analysis }) =>
      analysis.sections.map(({ sentences }) =>
        sentenceCentrality(
          sentences.map((index) =>
            document.text.slice(analysis.sentences[index]?.start, analysis.sentences[index]?.end),
          ),
        ),
      ),
  },
  {
    name: 'section roles (task classification)',
    work: (document, { analysis }) =>
      analysis.sections.map(({ heading = '', blocks }) =>
        sectionRole({
          heading,
          blocks: blocks.flatMap((index) => document.blocks[index] ?? []),
          text: ({ start, end }) => document.text.slice(start, end),
        }),
      ),
  },
  {
    name: 'entities (task entities)',
    work: (document, { analysis }) => {
      const knowledge = { casing: analysis.casing, gazetteer: buildGazetteer(document.text, analysis) };
      return paragraphsOf(document).map((text) => findEntities(text, knowledge));
    },
  },
  { name: 'narrative (task creative)', work: (document) => isNarrative(paragraphsOf(document)) },
];

/** CPU of `work` over all inputs, the best of some rounds: other processes only ever add. */
function bestCpuMs(inputs: ReadonlyArray<readonly [ExtractedDocument, GenerateInput]>, { work }: Part): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = process.cpuUsage();
    for (const [document, input] of inputs) work(document, input);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...rounds);
}

async function bestProcessMs(documents: Awaited<ReturnType<typeof readDocuments>>, recipe: Recipe): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    for (const { path, document } of documents)
      await processDocument(document, { path, corpus: 'bench', recipe, recipeHash: 'bench' });
    const { user, system } = process.cpuUsage(started);
    rounds.push((user + system) / 1000);
  }
  return Math.min(...rounds);
}

const tasks = process.argv[2]?.split(',');
const recipe = resolveRecipe(tasks === undefined ? {} : JSON.parse(JSON.stringify({ tasks })));
const documents = await readDocuments();
await loadTokenizer();
const detectLanguage = await loadLanguageDetector();
const inputs = documents.map(({ path, document }) => {
  const chunks = chunkDocument(document, { ...recipe.chunk, detectLanguage });
  const analysis = analyzeDocument(document);
  return [document, { document, chunks, analysis, path, corpus: 'bench', recipe, recipeHash: 'bench' }] as const;
});
const total = await bestProcessMs(documents, recipe);
const characters = documents.reduce((sum, { document }) => sum + document.text.length, 0);

const STAGES: readonly Part[] = [
  { name: 'chunk', work: (document) => chunkDocument(document, { ...recipe.chunk, detectLanguage }) },
  { name: 'analyze', work: (document) => analyzeDocument(document) },
  { name: 'generate', work: (_document, input) => generateCandidates(input) },
  { name: 'privacy', work: (document) => new DocumentPrivacy(document.text, recipe.assess.pii) },
  {
    name: 'assess, after its candidates are made',
    work: (document, input) => assessCandidates(generateCandidates(input), { document, recipe, chunks: input.chunks }),
  },
  { name: 'minhash of the text', work: (document) => minhash(document.text) },
];

function row({ name, ms }: { readonly name: string; readonly ms: number }): string[] {
  return [name, `${ms.toFixed(0)} ms`, `${((100 * ms) / total).toFixed(1)} %`];
}

function timedParts(parts: readonly Part[]): Array<{ readonly name: string; readonly ms: number }> {
  return parts.map((part) => ({ name: part.name, ms: bestCpuMs(inputs, part) }));
}

const stages = timedParts(STAGES);
const generate = stages.find(({ name }) => name === 'generate')?.ms ?? 0;
const privacy = stages.find(({ name }) => name === 'privacy')?.ms ?? 0;
const apart = stages.map(({ name, ms }) =>
  name.startsWith('assess') ? { name: 'assess', ms: Math.max(0, ms - generate - privacy) } : { name, ms },
);
const patterns = PATTERNS.filter(({ task }) => recipe.tasks.includes(task)).map((pattern) => ({
  name: `${pattern.task}/${pattern.name}`,
  work: (_document: ExtractedDocument, input: GenerateInput) => generateCandidates(input, [pattern]),
}));

printTable(
  `${documents.length} English documents, ${(characters / 1e6).toFixed(2)} M characters, tasks ${recipe.tasks.join(', ')}`,
  [
    ['everything after extraction', 'CPU', 'characters per core-second'],
    ['', `${total.toFixed(0)} ms`, `${(characters / 1000 / total).toFixed(2)} M`],
  ],
);
printTable('Stages', [['stage', 'CPU', 'share'], ...apart.map(row)]);
printTable('Analytics', [['analytic', 'CPU', 'share'], ...timedParts(ANALYTICS).map(row)]);
printTable('Patterns, each alone', [
  ['pattern', 'CPU', 'share'],
  ...timedParts(patterns)
    .toSorted((left, right) => right.ms - left.ms)
    .map(row),
]);
