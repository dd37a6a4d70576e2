import { describe, expect, it } from 'vitest';
import { contextFor } from '../fixtures/make-document.ts';
import { proseWindow, type WindowLimits } from './prose-window.ts';

const ANY = { minWords: 3, maxWords: 100 };

async function windowText(source: string, limits: WindowLimits = ANY): Promise<string | undefined> {
  const context = await contextFor(`# Harbour\n\n${source}`);
  return context.analysis.sections.map((section) => proseWindow(context, section, limits)?.text).at(-1);
}

describe('proseWindow', () => {
  it('takes whole paragraphs and lists up to the limit', async () => {
    const source = 'Boats leave at noon.\n\n- Cutters go first.\n- Tugs go last.\n\nCrews sign the book.';
    expect(await windowText(source, { minWords: 3, maxWords: 11 })).toBe(
      'Boats leave at noon.\n\n- Cutters go first.\n- Tugs go last.',
    );
  });

  it('begins with what leans on nothing, and leaves out sentences that point elsewhere', async () => {
    const source =
      'They wait there.\n\nCrews sign the book. For more information, see the harbour page. Boats leave at noon.';
    expect(await windowText(source)).toBe('Crews sign the book. Boats leave at noon.');
  });

  it('leaves out a paragraph that announces code or what is missing', async () => {
    expect(await windowText('Crews sign the book.\n\nRun this command:\n\n```sh\nls\n```')).toBe(
      'Crews sign the book.',
    );
    expect(await windowText('These are the rules:\n\nBoats leave at noon.')).toBe('Boats leave at noon.');
  });

  it('takes no list of links', async () => {
    expect(await windowText('Crews sign the book.\n\nResources:\n\n- Harbour map\n- Tide tables')).toBe(
      'Crews sign the book.',
    );
  });

  it('is nothing where too little is said', async () => {
    expect(await windowText('Boats leave.', { minWords: 5, maxWords: 100 })).toBeUndefined();
  });
});
