import type { Codec, DatasetFile, DatasetManifest, Split } from '@dsgen/core';
import { packingOfName, type Container } from '@dsgen/formats';
import { dataFiles, splitOf } from './data-files.ts';

type Node = Readonly<Record<string, unknown>>;

/** As the specification gives it: what each name of the file means. */
const CONTEXT: Node = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

export interface CroissantInput {
  readonly manifest: Pick<DatasetManifest, 'name' | 'files' | 'format' | 'records' | 'licences'>;
  readonly codec: Codec;
  /** Columns that at least one row has. */
  readonly columns: readonly string[];
  /** Codes of the languages of the documents. */
  readonly languages: readonly string[];
}

/**
 * `croissant.json`: what the data files are and what their columns hold, in the Croissant 1.0 vocabulary of MLCommons.
 * It says nothing that is not known, such as a date or an unclear licence.
 */
export function croissant(input: CroissantInput): Node {
  const { manifest, languages } = input;
  const files = manifest.files.filter(({ name }) => splitOf(name) !== undefined);
  const licences = manifest.licences.map(({ licence }) => licence);
  const known = licences.filter((licence) => licence !== null);
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: manifest.name,
    description: `${manifest.records} fine-tuning records in the ${manifest.format} format, each with the passages that support it in lineage.jsonl.`,
    ...(known.length > 0 && known.length === licences.length ? { license: known.map(licenceUrl) } : {}),
    ...(languages.length === 0 ? {} : { inLanguage: languages }),
    distribution: files.map(fileObject),
    ...recordSets(input, files),
  };
}

/** A page for one identifier; an expression of several stands as it is. */
function licenceUrl(licence: string): string {
  return /^[\w.+-]+$/u.test(licence) ? `https://spdx.org/licenses/${licence}.html` : licence;
}

const MEDIA_TYPES: Readonly<Record<Container, string>> = {
  lines: 'application/jsonlines',
  list: 'application/json',
  csv: 'text/csv',
  parquet: 'application/x-parquet',
  tar: 'application/x-tar',
};

function fileObject({ name, bytes, sha256, plain }: DatasetFile): Node {
  const { container, compression } = packingOfName(name);
  const packed = compression === undefined ? MEDIA_TYPES[container] : `application/${compression}`;
  return {
    '@type': 'cr:FileObject',
    '@id': name,
    name,
    contentUrl: name,
    contentSize: `${bytes} B`,
    encodingFormat: plain === undefined ? packed : 'application/octet-stream',
    sha256,
  };
}

/** One for each data file: its rows. What is in encrypted files, compressed ones and archives is not described. */
function recordSets({ manifest, codec, columns }: CroissantInput, files: readonly DatasetFile[]): Node {
  const readable = files.filter(({ name, plain }) => {
    const { container, compression } = packingOfName(name);
    return plain === undefined && compression === undefined && container !== 'tar';
  });
  const names = new Set(readable.map(({ name }) => name));
  const sets = dataFiles(manifest.files).flatMap(([split, shards]) =>
    shards.filter((name) => names.has(name)).map((name) => recordSet(split, name, { codec, columns })),
  );
  return sets.length === 0 ? {} : { recordSet: sets };
}

function recordSet(split: Split, file: string, { codec, columns }: Pick<CroissantInput, 'codec' | 'columns'>): Node {
  const id = file.replace(/\..*$/u, '');
  const properties = codec.schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  return {
    '@type': 'cr:RecordSet',
    '@id': id,
    name: id,
    description: `Rows of ${file}, for ${split}.`,
    field: columns.flatMap((column) => field(`${id}/${column}`, properties?.[column] ?? {}, { file, column })),
  };
}

interface JsonSchema {
  readonly type?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const DATA_TYPES: Readonly<Record<string, string>> = {
  string: 'sc:Text',
  boolean: 'sc:Boolean',
  integer: 'sc:Integer',
  number: 'sc:Float',
};

interface FieldSource {
  readonly file: string;
  readonly column: string;
}

/** A column of one type, or a list of objects with their texts; other columns have no words in the vocabulary. */
function field(id: string, schema: JsonSchema, { file, column }: FieldSource): readonly Node[] {
  const source = { fileObject: { '@id': file }, extract: { column } };
  const dataType = typeof schema.type === 'string' ? DATA_TYPES[schema.type] : undefined;
  const head = { '@type': 'cr:Field', '@id': id, name: column };
  if (dataType !== undefined) return [{ ...head, dataType, source }];
  const members = textMembers(schema.items);
  if (schema.type !== 'array' || members.length === 0) return [];
  const subField = members.map((name) => ({
    '@type': 'cr:Field',
    '@id': `${id}/${name}`,
    name,
    dataType: 'sc:Text',
    source: { ...source, transform: { jsonPath: `$[*].${name}` } },
  }));
  return [{ ...head, repeated: true, subField }];
}

/** Names of the members of a list's objects that are texts, whichever kind of object has them. */
function textMembers(items: JsonSchema | undefined): readonly string[] {
  const kinds = items?.oneOf ?? (items === undefined ? [] : [items]);
  const names = kinds.flatMap(({ properties = {} }) =>
    Object.entries(properties)
      .filter(([, member]) => member.type === 'string' || typeof (member.const ?? member.enum?.[0]) === 'string')
      .map(([name]) => name),
  );
  return [...new Set(names)];
}
