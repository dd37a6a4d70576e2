import { LANES } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { processorOf, route } from './route.ts';

const MB = 1_000_000;

describe('route', () => {
  it.each([
    [MB - 1, 'fast', 'simple'],
    [MB, 'standard', 'medium'],
    [10 * MB - 1, 'standard', 'medium'],
    [10 * MB, 'heavy', 'complex'],
    [100 * MB - 1, 'heavy', 'complex'],
    [100 * MB, 'massive', 'research'],
  ])('sends %i bytes of text to the %s lane with %s analysis', (bytes, lane, complexity) => {
    expect(route({ mediaType: 'text/plain', bytes })).toMatchObject({ processor: 'text', lane, complexity });
  });

  it.each([
    ['application/pdf', 'pdf', 'medium'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'office', 'medium'],
    ['application/vnd.oasis.opendocument.spreadsheet', 'table', 'simple'],
    ['text/html', 'html', 'complex'],
    ['text/csv', 'table', 'simple'],
    ['message/rfc822', 'mail', 'simple'],
    ['image/png', 'image', 'medium'],
    ['text/x-python', 'code', 'simple'],
    ['text/markdown', 'text', 'simple'],
  ])('sends %s to the %s processor with %s analysis at least', (mediaType, processor, complexity) => {
    expect(processorOf(mediaType)).toBe(processor);
    expect(route({ mediaType, bytes: 1000 })).toMatchObject({ processor, complexity, lane: 'fast' });
  });

  it('deepens the analysis for scans, for difficult layout and for very long documents', () => {
    const facts = { mediaType: 'application/pdf', bytes: 1000, pages: 8 };
    expect(route(facts).complexity).toBe('medium');
    expect(route({ ...facts, complexPages: 2 }).complexity).toBe('complex');
    expect(route({ ...facts, pagesWithoutText: 1, ocr: true }).complexity).toBe('complex');
    expect(route({ ...facts, pages: 1000 }).complexity).toBe('research');
  });

  it('moves a small scan out of the fast lane when OCR takes longer than its target', () => {
    const scan = { mediaType: 'application/pdf', bytes: 200_000, pages: 40, pagesWithoutText: 40 };
    expect(route(scan).lane).toBe('fast');
    expect(route({ ...scan, ocr: true }).lane).toBe('standard');
  });

  it('never estimates less work, or a lighter lane, for more bytes', () => {
    const sizes = [0, 1, 1000, MB, 5 * MB, 50 * MB, 500 * MB];
    for (const mediaType of ['application/pdf', 'text/html', 'text/plain']) {
      const routes = sizes.map((bytes) => route({ mediaType, bytes }));
      const work = routes.map(({ estimatedMs }) => estimatedMs);
      const lanes = routes.map(({ lane }) => LANES.indexOf(lane));
      expect(work).toEqual(work.toSorted((one, other) => one - other));
      expect(lanes).toEqual(lanes.toSorted((one, other) => one - other));
    }
  });

  it('counts the tokens of the text layer where it was measured', () => {
    expect(route({ mediaType: 'application/pdf', bytes: MB, textLength: 4200 }).estimatedTokens).toBe(1000);
  });
});
