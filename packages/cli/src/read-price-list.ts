import { readFile } from 'node:fs/promises';
import { InputError, parsePriceList, type ModelSettings } from '@dsgen/sdk';

/** The list of prices in a file. */
export async function readPriceList(path: string): Promise<NonNullable<ModelSettings['prices']>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new InputError({
      code: 'price-list-unreadable',
      message: `Cannot read the price list ${JSON.stringify(path)}: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: 'Check the path.',
      cause,
    });
  }
  return parsePriceList(text);
}
