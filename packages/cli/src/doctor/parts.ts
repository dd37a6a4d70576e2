import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Finding } from './check.ts';

const require = createRequire(import.meta.url);

/** Parsers with native or wasm files, which are packages of their own. */
const PARSERS = ['@llamaindex/liteparse', '@hyzyla/pdfium'];

export function checkParsers(): Finding {
  const versions = PARSERS.map((name) => `${name} ${versionOf(name) ?? 'missing'}`);
  const isMissing = PARSERS.some((name) => versionOf(name) === undefined);
  return {
    name: 'Parsers',
    state: isMissing ? 'problem' : 'ok',
    value: versions.join(', '),
    ...(isMissing ? { fix: 'Install dsgen again: a part of it is missing.' } : {}),
  };
}

/** OCR works without data for every language but the one that is asked for. */
export function checkOcr(): Finding {
  const languages = ocrLanguages();
  const isMissing = languages.length === 0;
  return {
    name: 'OCR data',
    state: isMissing ? 'note' : 'ok',
    value: isMissing ? 'none' : languages.join(', '),
    ...(isMissing ? { fix: 'For --ocr, install @tesseract.js-data/eng beside dsgen.' } : {}),
  };
}

function ocrLanguages(): string[] {
  const folder = (require.resolve.paths('@tesseract.js-data/eng') ?? []).flatMap((path) => {
    try {
      return readdirSync(`${path}/@tesseract.js-data`);
    } catch {
      return [];
    }
  });
  return [...new Set(folder)].toSorted();
}

/** From the package's own file: its exports may not name package.json. */
function versionOf(name: string): string | undefined {
  try {
    let folder = dirname(require.resolve(name));
    while (dirname(folder) !== folder) {
      const manifest = manifestIn(folder);
      if (manifest?.name === name) return manifest.version;
      folder = dirname(folder);
    }
  } catch {
    // Not installed: that is the answer.
  }
  return undefined;
}

function manifestIn(folder: string): { readonly name?: string; readonly version?: string } | undefined {
  try {
    return require(`${folder}/package.json`) as { readonly name?: string; readonly version?: string };
  } catch {
    return undefined;
  }
}
