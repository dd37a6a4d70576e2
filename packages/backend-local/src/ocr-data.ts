import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { UsageError } from '@dsgen/core';
import { exists, writeDurably } from './store/durable-file.ts';
import { explainIoError } from './store/explain-io-error.ts';

const inflate = promisify(gunzip);

/** Trained data of one language is 1 to 40 MiB. */
const MAX_DATA_BYTES = 256 * 1024 * 1024;
const LANGUAGE = /^[a-z]{3}(?:_[a-z]+)*$/iu;

/**
 * The folder with the OCR data of a language, which is inflated into the store once. The data comes with a package of its own, and
 * nothing is ever downloaded.
 *
 * @param language Tesseract's code, such as `eng`; several are joined by `+`
 * @throws UsageError `ocr-language-invalid`, `ocr-data-missing`
 */
export async function prepareOcrData(storeFolder: string, language: string): Promise<string> {
  const folder = join(storeFolder, 'ocr');
  for (const part of language.split('+')) await prepareLanguage(storeFolder, folder, part);
  return folder;
}

async function prepareLanguage(storeFolder: string, folder: string, language: string): Promise<void> {
  if (!LANGUAGE.test(language)) {
    throw new UsageError({
      code: 'ocr-language-invalid',
      message: `Cannot read by OCR in the language ${JSON.stringify(language)}`,
      fix: 'Use a Tesseract code such as "eng", "deu" or "chi_sim".',
    });
  }
  const target = join(folder, `${language}.traineddata`);
  if (await exists(target)) return;
  const packed = await readFile(findPackedData(language));
  const data = await inflate(packed, { maxOutputLength: MAX_DATA_BYTES });
  try {
    await writeDurably(target, data, { temporaryFolder: join(storeFolder, 'temporary'), ifAbsent: true });
  } catch (error) {
    throw explainIoError(error, target);
  }
}

function findPackedData(language: string): string {
  const name = `@tesseract.js-data/${language}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), '4.0.0_best_int', `${language}.traineddata.gz`);
  } catch (cause) {
    throw new UsageError({
      code: 'ocr-data-missing',
      message: `Cannot read by OCR in the language ${JSON.stringify(language)}: the package ${name} is not installed`,
      fix: `Run: npm install ${name}`,
      cause,
    });
  }
}
