import type { Reader } from './reader.ts';

type LoadReader = () => Promise<Reader>;

const OPENXML = 'application/vnd.openxmlformats-officedocument';
const OPENDOCUMENT = 'application/vnd.oasis.opendocument';

/** One loader per reader: a run over Markdown never loads a PDF engine. */
const LOADERS = {
  csv: () => import('./readers/csv.ts').then((module) => module.csvReader),
  docx: () => import('./readers/docx.ts').then((module) => module.docxReader),
  epub: () => import('./readers/epub.ts').then((module) => module.epubReader),
  html: () => import('./readers/html.ts').then((module) => module.htmlReader),
  image: () => import('./readers/image.ts').then((module) => module.imageReader),
  json: () => import('./readers/json.ts').then((module) => module.jsonReader),
  mail: () => import('./readers/mail.ts').then((module) => module.mailReader),
  markdown: () => import('./readers/markdown.ts').then((module) => module.markdownReader),
  odt: () => import('./readers/odt.ts').then((module) => module.odtReader),
  ole: () => import('./readers/ole.ts').then((module) => module.oleReader),
  pdf: () => import('./readers/pdf.ts').then((module) => module.pdfReader),
  pptx: () => import('./readers/pptx.ts').then((module) => module.pptxReader),
  rtf: () => import('./readers/rtf.ts').then((module) => module.rtfReader),
  sourceCode: () => import('./readers/source-code.ts').then((module) => module.sourceCodeReader),
  text: () => import('./readers/text.ts').then((module) => module.textReader),
  xlsx: () => import('./readers/xlsx.ts').then((module) => module.xlsxReader),
} satisfies Record<string, LoadReader>;

const LOADER_BY_MEDIA_TYPE: ReadonlyMap<string, LoadReader> = new Map<string, LoadReader>([
  ['application/pdf', LOADERS.pdf],
  [`${OPENXML}.wordprocessingml.document`, LOADERS.docx],
  [`${OPENXML}.presentationml.presentation`, LOADERS.pptx],
  [`${OPENXML}.spreadsheetml.sheet`, LOADERS.xlsx],
  [`${OPENDOCUMENT}.text`, LOADERS.odt],
  [`${OPENDOCUMENT}.presentation`, LOADERS.odt],
  [`${OPENDOCUMENT}.spreadsheet`, LOADERS.odt],
  ['application/rtf', LOADERS.rtf],
  ['application/epub+zip', LOADERS.epub],
  ['application/x-ole-storage', LOADERS.ole],
  ['text/html', LOADERS.html],
  ['text/markdown', LOADERS.markdown],
  ['text/plain', LOADERS.text],
  ['text/csv', LOADERS.csv],
  ['text/tab-separated-values', LOADERS.csv],
  ['application/json', LOADERS.json],
  ['application/x-ndjson', LOADERS.json],
  ['message/rfc822', LOADERS.mail],
  ['image/png', LOADERS.image],
  ['image/jpeg', LOADERS.image],
  ['image/gif', LOADERS.image],
  ['image/bmp', LOADERS.image],
  ['image/tiff', LOADERS.image],
  ['image/webp', LOADERS.image],
]);

/** The reader of a media type, or undefined where none exists. `text/x-<language>` is source code. */
export async function loadReader(mediaType: string): Promise<Reader | undefined> {
  const load =
    LOADER_BY_MEDIA_TYPE.get(mediaType) ?? (mediaType.startsWith('text/x-') ? LOADERS.sourceCode : undefined);
  return load?.();
}
