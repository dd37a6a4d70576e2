import type { Codec, DatasetFile, DatasetManifest } from '@dsgen/core';
import { croissant } from './croissant.ts';
import { datasetCard } from './dataset-card.ts';
import type { DatasetWriter } from './dataset-writer.ts';
import { sideFiles } from './side-files.ts';

const MANIFEST_FILE = 'dataset.json';
const CARD_FILE = 'README.md';
const CROISSANT_FILE = 'croissant.json';
const REPORT_FILE = 'report.html';

export interface WriteDescriptionsOptions {
  readonly writer: DatasetWriter;
  readonly codec: Codec;
  /** The manifest over the files there are so far. */
  readonly manifest: DatasetManifest;
  /** The page for people, of the manifest it is given. */
  readonly reportPage: (manifest: DatasetManifest) => string;
}

/**
 * Writes what describes the data: configurations of trainers, metadata, card and report; last of all the manifest, so
 * that a folder that has it is whole.
 */
export async function writeDescriptions(options: WriteDescriptionsOptions): Promise<DatasetManifest> {
  const { writer, codec, reportPage } = options;
  const { columns } = writer;
  const { name, files, recipe } = options.manifest;
  const languages = [...writer.languages.keys()].filter((language) => language !== 'und').toSorted();
  const texts = new Map(sideFiles({ name, codec, columns, files, consumers: recipe.export.consumers }));
  texts.set(CROISSANT_FILE, toJsonFile(croissant({ manifest: options.manifest, codec, columns, languages })));
  const side: DatasetFile[] = [];
  for (const [file, text] of texts) side.push(await writer.addFile(file, text));
  const manifest = withFiles(options.manifest, side);
  const card = await writer.addFile(CARD_FILE, datasetCard(manifest, languages));
  const report = await writer.addConfidentialFile(REPORT_FILE, reportPage(manifest));
  const whole = withFiles(manifest, [card, report]);
  await writer.addFile(MANIFEST_FILE, toJsonFile(whole));
  return whole;
}

function withFiles(manifest: DatasetManifest, added: readonly DatasetFile[]): DatasetManifest {
  const files = [...manifest.files, ...added].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return { ...manifest, files };
}

function toJsonFile(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
