import { TASKS } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../extract/fixtures/read-document.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { seededPick } from '../shared/random.ts';
import { processDocument } from './process-document.ts';

const ENGLISH =
  'The kiln is a furnace that fires pots at a great heat. It takes about ten hours to reach the heat, and it must not be opened before it is cold again. If you open it too early, the pots crack.';
const WOOD =
  'Wood burns with a long flame that reaches every pot in the chamber. Dry wood gives more heat than wet wood, and the keeper of the kiln stores it under a roof for two years before it is burned.';
const GERMAN =
  'Der Ofen ist ein Gerät, das Töpfe bei großer Hitze brennt. Er braucht etwa zehn Stunden und darf nicht geöffnet werden, bevor er kalt ist. Wer ihn zu früh öffnet, zerstört die Töpfe.';
const JAPANESE = '窯は陶器を高温で焼くための炉です。温度に達するまでに約十時間かかり、冷めるまで開けてはいけません。';
const RUSSIAN =
  'Печь — это устройство, которое обжигает горшки при высокой температуре. Её нельзя открывать, пока она не остынет.';
const ARABIC = 'الفرن جهاز يحرق الأواني في حرارة عالية. يستغرق حوالي عشر ساعات ولا يجوز فتحه قبل أن يبرد.';

/** With every task on: what comes of a document, and why sections gave nothing. */
async function process(content: string, mediaType = 'text/markdown') {
  const document = await readDocument(content, mediaType);
  const recipe = resolveRecipe({ tasks: TASKS });
  const { candidates, sections, setAside } = await processDocument(document, {
    path: 'a',
    corpus: 'test',
    recipe,
    recipeHash: 'test',
  });
  const kept = candidates.flatMap(({ candidate, verdict }) => (verdict.accepted ? [candidate] : []));
  return {
    kept,
    rejected: candidates.flatMap(({ verdict }) => (verdict.accepted ? [] : [verdict.reason])),
    idle: sections.map(({ idle }) => idle),
    setAside,
  };
}

describe('a document without prose', () => {
  it.each([
    ['tables without names', `# Data\n\n${'| 0 | 12 |\n| --- | --- |\n| 1 | 2 |\n| 4 | 5 |\n\n'.repeat(3)}`],
    ['code', `# Listing\n\n\`\`\`js\n${'const a = 1;\n'.repeat(60)}\`\`\`\n`],
    ['images', '# Photos\n\n![a](a.png)\n\n![b](b.png)\n'],
  ])('of %s gives no record, and says that it has none', async (_name, content) => {
    const { kept, idle } = await process(content);
    expect(kept).toEqual([]);
    expect(idle).toContain('no-prose');
  });

  it('of headings gives no record', async () => {
    expect(await process('# A\n\n## B\n\n### C\n')).toMatchObject({
      kept: [],
      idle: ['heading-only', 'heading-only', 'heading-only'],
    });
  });
});

describe('a document of one line', () => {
  it.each(['kiln', 'The kiln is hot.'])('such as %j gives no record', async (line) => {
    expect(await process(line, 'text/plain')).toMatchObject({ kept: [], idle: ['too-short'] });
  });

  it('of megabytes ends soon, and gives no record', async () => {
    const { kept } = await process(ENGLISH.repeat(10_000), 'text/plain');
    expect(kept).toEqual([]);
  });
});

describe('a document that is not English', () => {
  it.each([
    ['German', GERMAN],
    ['Japanese', JAPANESE],
    ['Russian', RUSSIAN],
    ['Arabic', ARABIC],
  ])('but %s gives no record whose wording is English', async (_name, text) => {
    const { kept, idle } = await process(`# ${text.slice(0, 6)}\n\n## ${text.slice(0, 20)}\n\n${text.repeat(6)}\n`);
    expect(kept).toEqual([]);
    expect(idle.at(-1)).toMatch(/language|too-short/u);
  });

  it('in parts gives records of its English parts only', async () => {
    const source = `# Kiln\n\n## What is a kiln?\n\n${ENGLISH}\n\n## Why does a kiln need wood?\n\n${WOOD}\n\n## Was ist ein Ofen?\n\n${GERMAN}\n\n## Firing the kiln\n\n${ENGLISH} ${GERMAN}\n`;
    const { kept, rejected } = await process(source);
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept.map(({ messages }) => messages))).not.toMatch(/Gerät|öffnet/u);
    expect(rejected).toContain('wrong-language');
  });
});

describe('text without sense', () => {
  const WORDS = [
    'kiln',
    'the',
    'of',
    'and',
    'glaze',
    'wood',
    'a',
    'heat',
    'is',
    'vent',
    'from',
    'cup',
    'which',
    'plate',
  ];
  const SALAD = Array.from({ length: 240 }, (_, index) => seededPick(WORDS, String(index), 1)).join(' ');

  it.each([
    ['shuffled words', `# Kiln glaze\n\n## What is kiln glaze?\n\n${SALAD}.\n`],
    [
      'a bad translation',
      '# Product\n\n## What is kiln?\n\nKiln it is by the which pots are to be fire doing in the heat. The user can please to opening not the kiln because is hot very it. For to fire, pressing must the button in the which is red colour of it.\n',
    ],
    [
      'filler',
      '# Welcome\n\n## What is this?\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.\n',
    ],
    ['numbers', Array.from({ length: 300 }, (_, index) => String((index * 7919) % 1_000_003)).join(' ')],
    ['pictures', `# 🎉\n\n${'🎉🔥😀 '.repeat(200)}\n`],
  ])('such as %s gives no record', async (_name, content) => {
    expect((await process(content)).kept).toEqual([]);
  });
});

describe('a page of boilerplate', () => {
  it('gives no record, and counts its words as set aside', async () => {
    const { kept, setAside } = await process(
      '<html><body><nav><a href="/">Home</a> <a href="/a">About</a></nav><p>Copyright 2024 Example Inc. All rights reserved.</p><p>We use cookies to give you the best experience on our website. If you continue to use this site we will assume that you are happy with it.</p></body></html>',
      'text/html',
    );
    expect(kept).toEqual([]);
    expect(Object.values(setAside).reduce((sum, words) => sum + words, 0)).toBeGreaterThan(20);
  });
});
