import { InputError, type ModelPrice, type ModelPriceList } from '@dsgen/core';
import list from './prices.json' with { type: 'json' };

export const PRICE_LIST: ModelPriceList = list;

/** The day of a snapshot at the end of a model's name: it costs what the model costs. */
const SNAPSHOT = /-(?:\d{4}-\d{2}-\d{2}|\d{8}|latest)$/;

/** The price of `provider/name`, when the list has it. Models that run on this machine cost nothing. */
export function priceOf(model: string, { models }: ModelPriceList = PRICE_LIST): ModelPrice | undefined {
  if (model.startsWith('gguf/')) return { input: 0, output: 0 };
  const name = Object.hasOwn(models, model) ? model : model.replace(SNAPSHOT, '');
  return Object.hasOwn(models, name) ? models[name] : undefined;
}

/**
 * Reads a price list of the user's own, as JSON.
 *
 * @throws InputError `price-list-invalid`
 */
export function parsePriceList(json: string): ModelPriceList {
  const value = parse(json) as Partial<ModelPriceList> | null | undefined;
  const { asOf, source = 'a list of the user', models } = value ?? {};
  if (typeof asOf !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw invalid('"asOf" is not a day such as 2026-11-20');
  if (typeof models !== 'object' || models === null) throw invalid('"models" is not an object');
  for (const [name, price] of Object.entries(models)) {
    if (!isPrice(price) || (price.longer !== undefined && !isPrice(price.longer))) {
      throw invalid(`the price of ${JSON.stringify(name)} is not {"input": dollars, "output": dollars}`);
    }
  }
  return { asOf, source: String(source), models };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalid('it is not JSON');
  }
}

function isPrice(price: Partial<ModelPrice> | null | undefined): boolean {
  return isAmount(price?.input) && isAmount(price?.output);
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function invalid(problem: string): InputError {
  return new InputError({
    code: 'price-list-invalid',
    message: `Cannot use the price list: ${problem}`,
    fix: 'Write {"asOf": "2026-11-20", "models": {"provider/name": {"input": 0.15, "output": 0.60}}}, dollars for a million tokens.',
  });
}
