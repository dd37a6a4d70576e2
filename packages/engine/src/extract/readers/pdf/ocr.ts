import { ExtractError } from '@dsgen/core';
import type { ExtractContext } from '../../source.ts';
import { describePages } from './page-list.ts';
import { readByOcr, type OcrPage, type OcrSettings, type PageTurn } from './liteparse-engine.ts';

/** Pages that one call takes: bounds memory and lets a cancelled run stop. */
const BATCH_PAGES = 4;
/** Mean confidence below which a page may stand on its head. Upright print gives 0.9 and more, upside down 0.7 and less. */
const DOUBTFUL = 0.75;
/** Gain that a turned reading must bring. */
const CLEAR_GAIN = 1.15;

/** Pages of a document read by OCR, each the way up that reads best. */
export async function readScannedPages(
  bytes: Uint8Array,
  pages: readonly number[],
  context: ExtractContext,
): Promise<readonly OcrPage[]> {
  const settings = ocrSettings(context);
  const read: OcrPage[] = [];
  for (let start = 0; start < pages.length; start += BATCH_PAGES) {
    context.signal.throwIfAborted();
    read.push(...(await readBatch(bytes, pages.slice(start, start + BATCH_PAGES), settings)));
  }
  return read;
}

/** @throws ExtractError `no-text-layer` when the data for the language is not installed. */
function ocrSettings({ ocrDataPath, options }: ExtractContext): OcrSettings {
  if (ocrDataPath === undefined) {
    throw new ExtractError(
      'no-text-layer',
      `OCR data for the language "${options.ocrLanguage}" is not installed; add the package @tesseract.js-data/${options.ocrLanguage}`,
    );
  }
  return { dataPath: ocrDataPath, language: options.ocrLanguage };
}

async function readBatch(bytes: Uint8Array, pages: readonly number[], settings: OcrSettings): Promise<OcrPage[]> {
  const first = await runOcr(bytes, { pages }, settings);
  const turns = first.flatMap((page): readonly PageTurn[] => turnsToTry(page));
  if (turns.length === 0) return first;
  const turned: OcrPage[] = [];
  for (const angle of [90, 180, 270] as const) {
    const affected = turns.filter((turn) => turn.angle === angle);
    if (affected.length > 0)
      turned.push(...(await runOcr(bytes, { pages: affected.map(({ page }) => page), turns: affected }, settings)));
  }
  return first.map((page) => bestReading(page, turned));
}

/** Lines that stand upright on a page lie on their side; little confidence means upside down. */
function turnsToTry({ page, confidence, isSideways }: OcrPage): readonly PageTurn[] {
  if (isSideways) {
    return [
      { page: page.number, angle: 90 },
      { page: page.number, angle: 270 },
    ];
  }
  return confidence < DOUBTFUL && page.runs.length > 0 ? [{ page: page.number, angle: 180 }] : [];
}

function bestReading(page: OcrPage, turned: readonly OcrPage[]): OcrPage {
  const others = turned.filter((other) => other.page.number === page.page.number);
  const needed = scoreOf(page) * (page.isSideways ? 1 : CLEAR_GAIN);
  return others.reduce((best, other) => (scoreOf(other) > Math.max(needed, scoreOf(best)) ? other : best), page);
}

/** Characters that are likely right; lines on their side cannot be put in order and count for nothing. */
function scoreOf({ page, confidence, isSideways }: OcrPage): number {
  const characters = page.runs.reduce((sum, { text }) => sum + text.length, 0);
  return isSideways ? 0 : characters * confidence;
}

/**
 * OCR that fails as a whole is the machine's trouble, not the document's: it must not pass for an empty page. Any other
 * failure comes from the bytes.
 */
async function runOcr(
  bytes: Uint8Array,
  selection: { readonly pages: readonly number[]; readonly turns?: readonly PageTurn[] },
  settings: OcrSettings,
): Promise<OcrPage[]> {
  try {
    return await readByOcr(bytes, selection, settings);
  } catch (error) {
    const isOcrTrouble = error instanceof Error && /OCR failed/i.test(error.message);
    throw isOcrTrouble
      ? new ExtractError('unreadable', `OCR of page ${describePages(selection.pages)} failed`, { cause: error })
      : new ExtractError('corrupt', 'the picture cannot be decoded', { cause: error });
  }
}
