import { expect, test } from 'vitest';
import { parsePriceList, PRICE_LIST, priceOf } from './price-list.ts';
import { costOf, parseBudget, parsePrice } from './price.ts';

test('a call costs its tokens, at the higher price when it is longer than the limit', () => {
  const price = { input: 1, output: 10, longer: { overInputTokens: 1_000, input: 2, output: 20 } };
  expect(costOf({ inputTokens: 1_000, outputTokens: 100 }, price)).toBeCloseTo(0.002, 12);
  expect(costOf({ inputTokens: 1_001, outputTokens: 100 }, price)).toBeCloseTo(0.004002, 12);
});

test.each([
  ['0.15/0.60', { input: 0.15, output: 0.6 }],
  ['3/15', { input: 3, output: 15 }],
])('reads the price %j', (text, price) => {
  expect(parsePrice(text)).toEqual(price);
});

test.each(['', '3', '3/', '-1/2', '1/2/3', 'free'])('refuses the price %j', (text) => {
  expect(() => parsePrice(text)).toThrow(expect.objectContaining({ code: 'price-invalid' }));
});

test.each([
  ['20usd', 20],
  ['0.5 USD', 0.5],
  ['$3', 3],
  ['7', 7],
])('reads the budget %j', (text, usd) => {
  expect(parseBudget(text)).toBe(usd);
});

test.each(['', 'usd', '-3usd', '20eur', '1e9'])('refuses the budget %j', (text) => {
  expect(() => parseBudget(text)).toThrow(expect.objectContaining({ code: 'budget-invalid' }));
});

test('knows models by name and by snapshot, what runs here as free, and nothing else', () => {
  expect(priceOf('openai/gpt-4o-mini')).toEqual({ input: 0.15, output: 0.6 });
  expect(priceOf('openai/gpt-4o-mini-2024-07-18')).toEqual({ input: 0.15, output: 0.6 });
  expect(priceOf('gguf/./model.gguf')).toEqual({ input: 0, output: 0 });
  expect(priceOf('openai/toString')).toBeUndefined();
  expect(priceOf('openai-compatible/gpt-4o-mini')).toBeUndefined();
});

test('the list says when and where its prices are from, and each is a price', () => {
  expect(parsePriceList(JSON.stringify(PRICE_LIST))).toEqual(PRICE_LIST);
});

test.each([
  '',
  '{}',
  '{"asOf":"today","models":{}}',
  '{"asOf":"2026-01-01","models":{"a/b":{"input":"1","output":2}}}',
])('refuses the list %j', (json) => {
  expect(() => parsePriceList(json)).toThrow(expect.objectContaining({ code: 'price-list-invalid' }));
});
