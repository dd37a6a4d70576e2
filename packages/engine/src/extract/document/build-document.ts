import type { Block, ExtractedDocument } from '@dsgen/core';
import { detectLanguage, UNKNOWN_LANGUAGE } from '../language.ts';
import type { RawDocument } from '../raw-block.ts';
import { DEFAULT_EXTRACT_LIMITS, type DocumentSource, type ExtractLimits } from '../source.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { cleanCharacters } from './clean-characters.ts';
import { joinLabels } from './join-labels.ts';
import { markRoles } from './mark-roles.ts';
import { renderDocument } from './render-document.ts';

const LONGEST_TITLE = 300;
const ENOUGH_PROSE = 200;

/** What programs write where nobody gave a title. */
const TITLE_OF_A_PROGRAM =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled\b|document\s?\d*$|powerpoint presentation$|presentation\s?\d*$|slide 1$|no title$)/i;

/**
 * Makes the document that every later stage refers to: cleans the blocks, marks their roles, renders one text with
 * exact offsets and detects the language.
 *
 * @throws ExtractError `output-too-large` when the text passes `limits.maxTextLength` characters.
 */
export async function buildDocument(
  raw: RawDocument,
  source: DocumentSource,
  limits: ExtractLimits = DEFAULT_EXTRACT_LIMITS,
): Promise<ExtractedDocument> {
  const cleaned = joinLabels(cleanBlocks(raw.blocks));
  const { text, blocks } = renderDocument(cleaned, markRoles(cleaned), limits.maxTextLength);
  const title = cleanTitle(raw.title) ?? titleFromHeadings(text, blocks);
  const partOf = cleanTitle(raw.partOf);
  return {
    documentId: source.documentId,
    mediaType: source.mediaType,
    ...(title === undefined ? {} : { title }),
    ...(partOf === undefined ? {} : { partOf }),
    language: await chooseLanguage(text, blocks, raw.declaredLanguage),
    text,
    blocks,
    ...(raw.pageCount === undefined ? {} : { pageCount: raw.pageCount }),
    ...(raw.unreadPages === undefined ? {} : { unreadPages: raw.unreadPages }),
    ...(raw.ocrPages === undefined ? {} : { ocrPages: raw.ocrPages }),
    warnings: (raw.warnings ?? []).map(cleanCharacters),
  };
}

function cleanTitle(title: string | undefined): string | undefined {
  const cleaned = cleanCharacters(title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (cleaned === '' || cleaned.length > LONGEST_TITLE || TITLE_OF_A_PROGRAM.test(cleaned)) return undefined;
  return cleaned;
}

/** The first top-level heading, else the heading the content starts with. */
function titleFromHeadings(text: string, blocks: readonly Block[]): string | undefined {
  const content = blocks.filter((block) => block.role === 'content');
  const first = content[0]?.kind === 'heading' ? content[0] : undefined;
  const heading = content.find((block) => block.kind === 'heading' && block.level === 1) ?? first;
  return heading === undefined ? undefined : text.slice(heading.start, heading.end);
}

async function chooseLanguage(text: string, blocks: readonly Block[], declared: string | undefined): Promise<string> {
  const content = blocks.filter((block) => block.role === 'content' && block.kind !== 'code');
  const prose = textOf(
    text,
    content.filter((block) => block.kind !== 'table'),
  );
  // Little prose tells little: then cells, headers and notes help.
  const sample =
    prose.length >= ENOUGH_PROSE
      ? prose
      : textOf(
          text,
          blocks.filter((block) => block.kind !== 'code'),
        );
  const detected = await detectLanguage(sample);
  return detected === UNKNOWN_LANGUAGE ? (baseLanguage(declared) ?? UNKNOWN_LANGUAGE) : detected;
}

function textOf(text: string, blocks: readonly Block[]): string {
  return blocks.map((block) => text.slice(block.start, block.end)).join('\n');
}

/** `de` of `de-AT`. */
function baseLanguage(tag: string | undefined): string | undefined {
  return /^[a-z]{2}(?=$|[-_])/i.exec(tag ?? '')?.[0].toLowerCase();
}
