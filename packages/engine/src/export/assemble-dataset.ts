import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  type Candidate,
  type Codec,
  type DatasetFile,
  type DatasetManifest,
  type DatasetRecord,
  FaultError,
  type FileKeyRecipient,
  type DocumentOutcome,
  type LedgerSums,
  type Recipe,
  type Scorer,
  type SkipReason,
  type Split,
} from '@dsgen/core';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { licenceAbove } from '../licence/folder-licences.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { STAGE_VERSIONS } from '../pipeline/stage-versions.ts';
import { recipeHash } from '../recipe/recipe-hash.ts';
import { scoreCandidates } from '../score/score-candidates.ts';
import { chooseCandidates, type Choice } from './choose-candidates.ts';
import { consumerNotes } from './consumer-notes.ts';
import { lastNames } from './data-files.ts';
import type { DatasetSink } from './dataset-sink.ts';
import { DatasetWriter } from './dataset-writer.ts';
import { DocumentPlaces } from './document-places.ts';
import { EarlierCandidates } from './earlier-candidates.ts';
import { createEncrypt, type Encrypt } from './encryption/age.ts';
import { exportCodec } from './export-codec.ts';
import { addCounts, LedgerCounter, sortedCounts } from './ledger-counter.ts';
import { LicenceCounter } from './licence-counter.ts';
import { ModelSumsCounter } from './model-sums.ts';
import { RecordSums } from './record-sums.ts';
import { Report } from './report/report.ts';
import { reportPage } from './report/report-page.ts';
import { portableExport } from './side-files.ts';
import { SplitChooser } from './split-chooser.ts';
import { writeDescriptions } from './write-descriptions.ts';

/** One document as the streaming pass gets it. `processed` is there when the outcome is `done`. */
export interface AssemblyDocument {
  readonly path: string;
  readonly documentId: string;
  readonly outcome: DocumentOutcome;
  readonly processed?: ProcessedDocument;
}

export interface AssembleDatasetOptions {
  readonly name: string;
  /** Name of the corpus, for the lineage. */
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly codec: Codec;
  /** All documents of the corpus, in path order (code units). */
  readonly documents: AsyncIterable<AssemblyDocument> | Iterable<AssemblyDocument>;
  readonly sink: DatasetSink;
  /** Key providers that the files are encrypted for, beside the recipe's recipients. Default: none. */
  readonly keyRecipients?: readonly FileKeyRecipient[];
  /** Licences of the documents by folder, where a file beside them says so. Default: none is known. */
  readonly folderLicences?: ReadonlyMap<string, string | undefined>;
  /** The scorers of the recipe, by the names of their scores. Default: none. */
  readonly scorers?: ReadonlyMap<string, Scorer>;
  /** Version of dsgen, for the manifest. */
  readonly version: string;
  /** Told after each document what became of it, which may be `limit-reached` where the document itself was done. */
  readonly onDocument?: (progress: AssemblyProgress) => void;
  /**
   * Told once when the recipe's limit is reached: the documents after it need no work, only their place in the
   * stream.
   */
  readonly onLimitReached?: () => void;
  readonly signal?: AbortSignal;
}

export interface AssemblyProgress {
  readonly path: string;
  readonly outcome: DocumentOutcome;
  /** Sums so far. */
  readonly ledger: LedgerSums;
}

/** What a file listing shows before anything is read; these outcomes hold after the limit too. */
const KNOWN_FROM_LISTING: ReadonlySet<SkipReason> = new Set([
  'duplicate-document',
  'excluded',
  'hidden',
  'outside-corpus',
  'not-a-file',
]);

/**
 * Turns processed documents into a dataset in one streaming pass: duplicates across documents, caps, limit, split,
 * rows, lineage and rejects; at the end the card, the trainer configurations and, last of all, `dataset.json`. Records
 * are yielded once their rows are handed to the sink, and the manifest is the return value. Rules that look across
 * documents only look backwards, so the bytes depend on nothing but documents, recipe, seed and version.
 *
 * @example
 * const assembly = assembleDataset({ name: 'handbook', corpus: 'docs', recipe, codec, documents, sink, version });
 * for (let step = await assembly.next(); ; step = await assembly.next()) {
 *   if (step.done) { console.log(step.value.records); break; }
 *   console.log(step.value.id);
 * }
 */
export async function* assembleDataset(
  options: AssembleDatasetOptions,
): AsyncGenerator<DatasetRecord, DatasetManifest, undefined> {
  const assembly = new Assembly(options, await openEncryption(options));
  try {
    for await (const document of options.documents) {
      options.signal?.throwIfAborted();
      yield* assembly.addDocument(document);
    }
    options.signal?.throwIfAborted();
    return await assembly.finish();
  } finally {
    await assembly.abandon();
  }
}

async function openEncryption({ recipe, keyRecipients = [] }: AssembleDatasetOptions): Promise<Encrypt | undefined> {
  const recipients = [...(recipe.export.encryptTo ?? []), ...keyRecipients];
  return recipients.length === 0 ? undefined : createEncrypt(recipients);
}

class Assembly {
  readonly #options: AssembleDatasetOptions;
  readonly #recipeHash: string;
  readonly #writer: DatasetWriter;
  readonly #ledger = new LedgerCounter();
  readonly #earlier = new EarlierCandidates();
  readonly #splitChooser: SplitChooser;
  readonly #report: Report;
  readonly #corpusHash = createHash('sha256');
  readonly #sums = new RecordSums();
  readonly #model = new ModelSumsCounter();
  readonly #sensitive = new Map<string, number>();
  readonly #licences = new LicenceCounter();
  readonly #places = new DocumentPlaces();

  constructor(options: AssembleDatasetOptions, encrypt: Encrypt | undefined) {
    const recipe = portableRecipe(options.recipe, options.codec);
    const codec = exportCodec(options.codec, recipe.export);
    this.#options = { ...options, recipe, codec };
    this.#recipeHash = recipeHash(recipe);
    this.#writer = new DatasetWriter({ sink: options.sink, codec, export: recipe.export, encrypt });
    this.#splitChooser = new SplitChooser(options.recipe.split, options.recipe.seed);
    this.#report = new Report(options.recipe.seed);
  }

  async *addDocument(document: AssemblyDocument): AsyncGenerator<DatasetRecord> {
    this.#corpusHash.update(`${JSON.stringify([document.path, document.documentId])}\n`);
    const outcome = this.#outcomeOf(document);
    this.#ledger.countDocument(outcome);
    if (outcome.state !== 'done') this.#report.addRefused(document.path, outcome);
    const records = outcome.state === 'done' ? await this.#addProcessed(document.path, processedOf(document)) : [];
    this.#options.onDocument?.({ path: document.path, outcome, ledger: this.#ledger.sums() });
    yield* records;
  }

  async finish(): Promise<DatasetManifest> {
    const rowFiles = await this.#writer.close();
    return writeDescriptions({
      writer: this.#writer,
      codec: this.#options.codec,
      manifest: this.#manifest(rowFiles),
      reportPage: (manifest) => reportPage(this.#report.facts(manifest, lastNames(manifest.files))),
    });
  }

  /** Lets go of what is open when the dataset will not be finished. */
  abandon(): Promise<void> {
    return this.#writer.abandon();
  }

  /** After the limit nothing depends on how far ahead other documents were read. */
  #outcomeOf({ outcome }: AssemblyDocument): DocumentOutcome {
    const { limit } = this.#options.recipe.generate;
    if (limit === undefined || this.#sums.records < limit) return outcome;
    if (outcome.state === 'skipped' && KNOWN_FROM_LISTING.has(outcome.reason)) return outcome;
    return { state: 'skipped', reason: 'limit-reached', detail: `The dataset has the ${limit} records asked for.` };
  }

  async #addProcessed(path: string, processed: ProcessedDocument): Promise<DatasetRecord[]> {
    const { recipe, codec } = this.#options;
    const split = this.#splitChooser.choose(processed);
    const licence = processed.licence ?? licenceAbove(path, this.#options.folderLicences ?? new Map());
    const place = { split, licence };
    if ((recipe.model?.acrossDocuments ?? 0) > 0) this.#places.add(processed.documentId, place);
    this.#ledger.countChunks(processed.chunks);
    this.#ledger.countCalls(processed.calls);
    this.#model.add(processed.calls);
    for (const call of processed.calls ?? []) await this.#writer.addCall(path, call);
    addCounts(this.#sensitive, processed.sensitive);
    const choices = chooseCandidates(await this.#score(processed), {
      assess: recipe.assess,
      earlier: this.#earlier,
      notRepresentable: ({ candidate }) => findObstacle(codec, candidate),
    });
    const records: DatasetRecord[] = [];
    const finals: Choice[] = [];
    for (const choice of choices) {
      const final = this.#applyLimit(this.#places.keepApart(choice, place));
      finals.push(final);
      this.#ledger.countCandidate(final);
      if (final.rejection === undefined)
        records.push(await this.#addRecord(final, { path, processed, split, licence }));
      else await this.#writer.addReject(final, this.#recipeHash);
    }
    this.#report.addDocument(path, processed, finals);
    this.#licences.add(licence, records.length);
    return records;
  }

  #score({ candidates }: ProcessedDocument): Promise<readonly AssessedCandidate[]> {
    const { recipe, scorers = new Map<string, Scorer>(), signal } = this.#options;
    return scoreCandidates(candidates, { assess: recipe.assess, scorers, ...(signal === undefined ? {} : { signal }) });
  }

  #applyLimit(choice: Choice): Choice {
    const { limit } = this.#options.recipe.generate;
    if (limit === undefined || choice.rejection !== undefined || this.#sums.records < limit) return choice;
    return { ...choice, rejection: { reason: 'limit', detail: `The dataset has the ${limit} records asked for.` } };
  }

  async #addRecord(choice: Choice, { path, processed, split, licence }: RecordPlace): Promise<DatasetRecord> {
    const { pattern, section, focus: _focus, score, ...rest } = choice.assessed.candidate;
    const { corpus, recipe } = this.#options;
    const stated = licence === undefined ? {} : { licence };
    const lineage = { ...rest.lineage, corpus, path, ...stated, recipeHash: this.#recipeHash };
    const record: DatasetRecord = { ...rest, lineage, split };
    const row = await this.#writer.addRecord(record, { pattern, section, score, language: processed.language });
    this.#report.addRecord(path, { choice, split, ...row });
    this.#sums.add(record, { pattern, sensitive: choice.assessed.sensitive ?? {} });
    if (this.#sums.records === recipe.generate.limit) this.#options.onLimitReached?.();
    return record;
  }

  #manifest(files: readonly DatasetFile[]): DatasetManifest {
    const { name, codec, recipe, version } = this.#options;
    const model = this.#model.sums(this.#sums.records);
    const stages = Object.entries(STAGE_VERSIONS).map(([stage, number]) => [stage, String(number)]);
    return {
      kind: 'dsgen/dataset',
      specificationVersion: 1,
      name,
      versions: { dsgen: version, ...Object.fromEntries(stages) },
      format: codec.name,
      recipe,
      recipeHash: this.#recipeHash,
      corpusHash: this.#corpusHash.digest('hex'),
      ...this.#sums.sums(),
      ledger: this.#ledger.sums(),
      ...(model === undefined ? {} : { model }),
      privacy: {
        mode: recipe.assess.pii,
        documents: sortedCounts(this.#sensitive),
        records: this.#sums.sensitive,
      },
      licences: this.#licences.sums(),
      ...this.#consumerNotes(),
      files,
    };
  }

  #consumerNotes(): Pick<DatasetManifest, 'consumers'> {
    const { codec, recipe } = this.#options;
    const { consumers, container } = recipe.export;
    if (consumers === undefined) return {};
    const { firstRows } = this.#writer;
    const facts = { format: codec.name, rows: this.#sums.sums().splits.train, isList: container === 'json', firstRows };
    return { consumers: consumerNotes(consumers, facts) };
  }
}

interface RecordPlace {
  readonly path: string;
  readonly processed: ProcessedDocument;
  readonly split: Split;
  readonly licence: string | undefined;
}

/**
 * Paths and addresses of this machine have no place in a dataset: its recipe names the schema that lies beside it, the
 * model without where it runs, and scorers without their folder. Each record's lineage has the hash of its prompt.
 */
function portableRecipe(recipe: Recipe, codec: Codec): Recipe {
  const { model, ...rest } = recipe;
  const { scorers, ...assess } = recipe.assess;
  const { baseUrl: _baseUrl, batch: _batch, promptFolder: _promptFolder, ...portable } = model ?? {};
  return {
    ...rest,
    assess: { ...assess, ...(scorers === undefined ? {} : { scorers: scorers.map((scorer) => basename(scorer)) }) },
    ...(model === undefined ? {} : { model: { ...portable, name: model.name } }),
    export: portableExport(recipe.export, codec),
  };
}

function processedOf({ path, processed }: AssemblyDocument): ProcessedDocument {
  if (processed !== undefined) return processed;
  const message = `Cannot assemble ${JSON.stringify(path)}: it is done, but what was made of it is missing.`;
  throw new FaultError({ code: 'processed-document-missing', message });
}

/** Why the format cannot hold a candidate; undefined when it can. */
function findObstacle(codec: Codec, candidate: Candidate): string | undefined {
  return codec.losses(candidate).find(({ kind }) => kind === 'blocked')?.reason;
}
