import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractedDocument, Processor } from '@dsgen/core';
import {
  DEFAULT_EXTRACT_LIMITS,
  assembleDataset,
  extractDocument,
  planDocument,
  processDocument,
  recipeHash,
  resolveCodec,
  resolveRecipe,
  sha256,
  type AssemblyDocument,
  type DatasetSink,
} from '@dsgen/engine';

/** What documents of one processor cost, measured against what the plan says of them. */
export interface UnitMeasurement {
  readonly processor: Processor;
  readonly documents: number;
  readonly bytes: number;
  /** Core time of extracting and processing, by the estimate from type and size, which is all the planner has. */
  readonly workFactor: number;
  readonly artefactBytesPerByte: number;
}

export interface Measurement {
  readonly byProcessor: readonly UnitMeasurement[];
  readonly documents: number;
  readonly bytes: number;
  readonly workFactor: number;
  readonly artefactBytesPerByte: number;
  readonly assemblyMsPerDocument: number;
  readonly datasetBytesPerByte: number;
}

interface Sums {
  documents: number;
  bytes: number;
  estimatedMs: number;
  measuredMs: number;
  artefactBytes: number;
}

const recipe = resolveRecipe({});
const run = { recipe, recipeHash: recipeHash(recipe), corpus: 'bench' };
const { signal } = new AbortController();

/** Loading code and vocabularies is paid by the first documents; a warm worker does not pay it. */
const WARM_UP_DOCUMENTS = 5;

/** Runs the engine over the files of some folders, one after the other on one core. Files that give nothing are left out. */
export async function measureUnits(folders: readonly string[]): Promise<Measurement> {
  const files = filesOf(folders);
  for (const file of files.slice(0, WARM_UP_DOCUMENTS)) await measureFile(file, new Map());
  const sums = new Map<Processor, Sums>();
  const documents: AssemblyDocument[] = [];
  for (const file of files) {
    const measured = await measureFile(file, sums);
    if (measured !== undefined) documents.push(measured);
  }
  return summarise(sums, await measureAssembly(documents));
}

function filesOf(folders: readonly string[]): { readonly folder: string; readonly path: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ folder, path: join(entry.parentPath, entry.name).slice(folder.length + 1) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

async function measureFile(
  { folder, path }: { readonly folder: string; readonly path: string },
  sums: Map<Processor, Sums>,
): Promise<AssemblyDocument | undefined> {
  const bytes = readFileSync(join(folder, path));
  const documentId = sha256(bytes);
  const size = bytes.byteLength;
  // By type and size, as the planner estimates; it takes the type from the name, which files of a benchmark may lack.
  const { mediaType, outcome, processor, estimatedMs } = planDocument({
    path,
    documentId,
    bytes: size,
    head: bytes,
    tail: bytes,
  });
  if (outcome !== undefined) return undefined;
  const before = process.cpuUsage();
  let extracted: ExtractedDocument;
  try {
    const context = { options: recipe.extract, limits: DEFAULT_EXTRACT_LIMITS, signal };
    extracted = await extractDocument({ path, documentId, bytes, mediaType }, context);
  } catch {
    return undefined;
  }
  const processed = await processDocument(extracted, { path, ...run });
  const artefactBytes = Buffer.byteLength(JSON.stringify(extracted)) + Buffer.byteLength(JSON.stringify(processed));
  const { user, system } = process.cpuUsage(before);
  const own = sums.get(processor) ?? { documents: 0, bytes: 0, estimatedMs: 0, measuredMs: 0, artefactBytes: 0 };
  own.documents += 1;
  own.bytes += size;
  own.estimatedMs += estimatedMs;
  own.measuredMs += (user + system) / 1_000;
  own.artefactBytes += artefactBytes;
  sums.set(processor, own);
  return { path, documentId, outcome: { state: 'done' }, processed };
}

async function measureAssembly(
  documents: readonly AssemblyDocument[],
): Promise<{ readonly msPerDocument: number; readonly datasetBytes: number }> {
  const sink = countingSink();
  const before = process.cpuUsage();
  const assembly = assembleDataset({
    name: 'bench',
    corpus: run.corpus,
    recipe,
    codec: await resolveCodec('alpaca'),
    documents: documents.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    sink: sink.sink,
    version: '0.0.0',
  });
  for (let step = await assembly.next(); step.done !== true; step = await assembly.next());
  const { user, system } = process.cpuUsage(before);
  return { msPerDocument: (user + system) / 1_000 / documents.length, datasetBytes: sink.bytes() };
}

/** Files that are counted and forgotten. */
function countingSink(): { readonly sink: DatasetSink; readonly bytes: () => number } {
  let total = 0;
  const sink: DatasetSink = {
    open: () => {
      const written: Uint8Array[] = [];
      return Promise.resolve({
        write: (data) => {
          written.push(Buffer.from(data as string));
          return Promise.resolve();
        },
        close: () => {
          const whole = Buffer.concat(written);
          total += whole.byteLength;
          return Promise.resolve({ bytes: whole.byteLength, sha256: sha256(whole) });
        },
      });
    },
    rename: () => Promise.resolve(),
  };
  return { sink, bytes: () => total };
}

function summarise(
  sums: ReadonlyMap<Processor, Sums>,
  assembly: { readonly msPerDocument: number; readonly datasetBytes: number },
): Measurement {
  const all = [...sums.values()];
  function total(member: keyof Sums): number {
    return all.reduce((sum, own) => sum + own[member], 0);
  }
  return {
    byProcessor: [...sums].map(([processor, own]) => ({
      processor,
      documents: own.documents,
      bytes: own.bytes,
      workFactor: own.measuredMs / own.estimatedMs,
      artefactBytesPerByte: own.artefactBytes / own.bytes,
    })),
    documents: total('documents'),
    bytes: total('bytes'),
    workFactor: total('measuredMs') / total('estimatedMs'),
    artefactBytesPerByte: total('artefactBytes') / total('bytes'),
    assemblyMsPerDocument: assembly.msPerDocument,
    datasetBytesPerByte: assembly.datasetBytes / total('bytes'),
  };
}
