import { DsgenError, TASKS } from '@dsgen/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATTERNS } from '../generate/patterns.ts';
import { PROMPTS } from '../write/prompts/all.ts';
import { commentedRecipe } from './commented-recipe.ts';
import { PAIR_PROMPTS } from './export-conflicts.ts';
import { parseRecipe } from './parse-recipe.ts';
import { recipeHash } from './recipe-hash.ts';
import { recipeSchema } from './recipe-schema.ts';
import { checkRecipe, resolveRecipe } from './resolve-recipe.ts';

function failure(action: () => unknown): DsgenError {
  try {
    action();
  } catch (error) {
    if (DsgenError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('resolveRecipe', () => {
  it('fills in every default', () => {
    expect(resolveRecipe({})).toEqual({
      version: 1,
      tasks: ['qa', 'instruction', 'summarization'],
      seed: 0,
      extract: { ocr: false, ocrLanguage: 'eng', html: 'page' },
      chunk: { maxTokens: 512, overlapTokens: 64 },
      generate: { context: 'mixed' },
      assess: {
        minTokens: 10,
        maxTokens: 4096,
        nearDuplicate: 0.8,
        maxPerSection: 3,
        maxPerDocument: 200,
        maxQuarantinedShare: 1,
        pii: 'report',
      },
      split: { train: 0.9, validation: 0.05, test: 0.05 },
      export: { format: 'alpaca', container: 'jsonl', compression: 'none' },
    });
  });

  it('takes what is given and leaves the rest of a section at its defaults', () => {
    const recipe = resolveRecipe({ tasks: ['qa'], chunk: { maxTokens: 256 }, generate: { limit: 5 } });
    expect(recipe.tasks).toEqual(['qa']);
    expect(recipe.chunk).toEqual({ maxTokens: 256, overlapTokens: 64 });
    expect(recipe.generate.limit).toBe(5);
  });

  it('treats undefined as left out, and an empty section of a YAML file too', () => {
    expect(resolveRecipe({ seed: undefined, extract: null })).toEqual(resolveRecipe({}));
    expect(resolveRecipe(undefined)).toEqual(resolveRecipe({}));
  });

  it('takes the format that the named consumers understand, unless one is named', () => {
    expect(resolveRecipe({ export: { consumers: ['trl'] } }).export.format).toBe('openai');
    expect(resolveRecipe({ export: { consumers: ['unsloth', 'llamafactory'] } }).export.format).toBe('sharegpt');
    expect(resolveRecipe({ export: { consumers: ['llamafactory'], format: 'alpaca' } }).export.format).toBe('alpaca');
  });

  it.each(PAIR_PROMPTS)('takes formats of pairs where the prompt %s makes them', (name) => {
    const model = { name: 'openai/gpt-5-mini', prompts: [name] };
    expect(resolveRecipe({ model, export: { format: 'kto' } }).export.format).toBe('kto');
    expect(PROMPTS.map((prompt) => prompt.name)).toContain(name);
  });

  it.each([
    [{ format: 'preference-trl' }, 'nothing in the recipe makes such pairs'],
    [{ format: 'kto' }, 'nothing in the recipe makes such pairs'],
    [{ format: 'text' }, 'export.chatTemplate, which renders the conversations, is not set'],
    [{ format: 'openai', chatTemplate: 'x.jinja' }, 'export.chatTemplate is for the format text'],
    [{ container: 'parquet', compression: 'gz' }, 'a Parquet file is compressed within'],
    [{ container: 'csv', format: 'openai' }, 'export.container is "csv"; it holds alpaca'],
    [{ format: 'bedrock', consumers: ['trl'] }, 'names trl, which does not read "bedrock"'],
    [{ consumers: ['openai'], shardRecords: 10 }, 'openai takes one file, not shards'],
    [{ consumers: ['together'], container: 'json' }, 'together does not open list files'],
    [{ consumers: ['llamafactory'], compression: 'zst' }, 'llamafactory does not open files compressed with zstd'],
    [{ encryptTo: ['me'] }, 'export.encryptTo has "me", which is no age recipient'],
  ])('refuses the export %j', (options, message) => {
    expect(failure(() => resolveRecipe({ export: options })).message).toContain(message);
  });

  it('names path, value, allowed keys and the nearest key of an unknown key', () => {
    const error = failure(() => resolveRecipe({ chunk: { maxTokns: 12 } }));
    expect(error.code).toBe('recipe-unknown-key');
    expect(error.message).toBe(
      'The recipe: unknown key "maxTokns" in chunk (value 12); the keys are maxTokens, overlapTokens',
    );
    expect(error.fix).toBe('Did you mean "maxTokens"?');
  });

  it.each([
    [{ tasks: ['qa', 'sumarization'] }, 'tasks is ["qa","sumarization"]; it must be a list of', '"summarization"'],
    [{ tasks: [] }, 'tasks is []; it must be a list of', 'Set tasks'],
    [{ tasks: ['qa', 'qa'] }, 'tasks is ["qa","qa"]; it must be a list of different', 'Set tasks'],
    [{ seed: 1.5 }, 'seed is 1.5; it must be a whole number from 0', 'Set seed'],
    [{ seed: Number.NaN }, 'seed is NaN; it must be a whole number', 'Set seed'],
    [{ seed: '1' }, 'seed is "1"; it must be a whole number', 'Set seed'],
    [{ extract: { ocr: 'yes' } }, 'extract.ocr is "yes"; it must be true or false', 'Set extract.ocr'],
    [{ extract: { html: 'pages' } }, 'extract.html is "pages"; it must be one of page, article', '"page"'],
    [{ extract: [] }, 'extract is []; it must be a mapping with the keys ocr,', 'Set extract'],
    [{ version: 2 }, 'version is 2; it must be 1', 'Set version'],
    [{ export: { format: '' } }, 'export.format is ""; it must be a text', 'Set export.format'],
    ['text', 'the recipe is "text"; it must be a mapping', 'Set the recipe'],
    [{ assess: { nearDuplicate: 1.1 } }, 'assess.nearDuplicate is 1.1; it must be a number from 0.5 to 1', 'Set'],
    [{ split: { train: 0.5 } }, 'validation 0.05, test 0.05) sum to 0.6; they must sum to 1', 'Change split'],
    [{ chunk: { maxTokens: 100 } }, 'chunk.overlapTokens is 64; it must be at most 50', 'Change chunk.overlapTokens'],
    [{ assess: { minTokens: 9, maxTokens: 8 } }, 'assess.minTokens is 9; it must be at most', 'Change'],
    [{ model: { votes: 3 } }, 'model.name is missing', 'Change model.name'],
    [{ model: { name: 'my-model' } }, 'model.name is "my-model"; it must be provider/name', 'Change model.name'],
    [{ model: { name: 'a/b', prompts: ['../qa'] } }, 'it must be a list of different names', 'Set model.prompts'],
  ])('refuses %j', (input, message, fix) => {
    const error = failure(() => resolveRecipe(input));
    expect(error.message).toContain(message);
    expect(error.fix).toContain(fix);
  });

  it('offers every task, and each has a pattern', () => {
    expect([...TASKS].toSorted()).toEqual([...new Set(PATTERNS.map(({ task }) => task))].toSorted());
    expect(failure(() => resolveRecipe(JSON.parse('{"tasks": ["poetry"]}'))).message).toContain(
      'instruction, conversation, qa',
    );
  });

  it('reports every problem at once', () => {
    const error = failure(() => resolveRecipe({ sed: 1, tasks: 'qa' }));
    expect(error.message).toMatch(/^The recipe has 2 problems:\n {2}unknown key "sed".*\n {2}tasks is "qa"/);
    expect(error.data['issues']).toHaveLength(2);
  });

  it('is not fooled by names of the object prototype', () => {
    expect(failure(() => resolveRecipe(JSON.parse('{"__proto__": {"seed": 1}}'))).code).toBe('recipe-unknown-key');
    expect(failure(() => resolveRecipe({ constructor: 1 })).code).toBe('recipe-unknown-key');
  });

  it('has no model section unless something of it is set', () => {
    expect(resolveRecipe({ model: {} })).toEqual(resolveRecipe({}));
    expect(resolveRecipe({ model: { name: 'openai/small' } }).model).toEqual({ name: 'openai/small' });
  });

  it('accepts its own answer unchanged', () => {
    const recipe = resolveRecipe({ generate: { limit: 3, subject: 'Acme' } });
    expect(resolveRecipe(recipe)).toEqual(recipe);
  });

  it('answers anything with a recipe or with what is wrong', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const { recipe, issues } = checkRecipe(input);
        expect(issues.length > 0).toBe(recipe === undefined);
        expect(issues.every(({ message }) => message.length < 2000)).toBe(true);
      }),
    );
  });
});

describe('parseRecipe', () => {
  it('reads YAML and JSON', async () => {
    expect(await parseRecipe('tasks: [qa]\nseed: 3')).toEqual(resolveRecipe({ tasks: ['qa'], seed: 3 }));
    expect(await parseRecipe('{"seed": 3}')).toEqual(resolveRecipe({ seed: 3 }));
    expect(await parseRecipe('')).toEqual(resolveRecipe({}));
  });

  it.each([
    ['seed: 1\nchunk:\n  maxTokns: 5\n', 'dsgen.yaml: line 3, column 13: unknown key "maxTokns"'],
    ['tasks:\n  - qa\n  - poetry\n', 'dsgen.yaml: line 2, column 3: tasks is ["qa","poetry"]'],
    ['seed: 1\nseed: 2\n', 'dsgen.yaml: line 2, column 1: Map keys must be unique'],
    ['seed: "1\n', 'line 2, column 1: Missing closing "quote'],
    ['split:\n  train: 0.5\n', 'dsgen.yaml: line 2, column 3: the shares'],
  ])('places the problem of %j', async (text, message) => {
    await expect(parseRecipe(text, { name: 'dsgen.yaml' })).rejects.toThrow(message);
  });

  it.each([
    ['deep nesting', '['.repeat(20_000)],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]`)
        .join('\n')}`,
    ],
    ['a huge text', ' '.repeat(1_000_001)],
  ])('refuses %s', async (_name, text) => {
    await expect(parseRecipe(text)).rejects.toSatisfy((error) => DsgenError.isInstance(error));
  });
});

describe('commentedRecipe', () => {
  it('is the default recipe, explained', async () => {
    const text = commentedRecipe();
    expect(await parseRecipe(text)).toEqual(resolveRecipe({}));
    expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
    await expect(text).toMatchFileSnapshot('fixtures/commented-recipe.yaml');
  });

  it('stays a recipe when its examples are put in force', async () => {
    const text = commentedRecipe().replaceAll(/# (jsonField|limit|subject):/g, '$1:');
    expect(await parseRecipe(text)).toEqual(
      resolveRecipe({ extract: { jsonField: 'text' }, generate: { limit: 1000, subject: 'Acme Database' } }),
    );
  });
});

describe('recipeSchema', () => {
  const validate = new Ajv2020({ strict: true }).compile(recipeSchema);

  it('is the published file (`vitest -u` writes it)', async () => {
    await expect(`${JSON.stringify(recipeSchema, undefined, 2)}\n`).toMatchFileSnapshot('../../recipe.schema.json');
  });

  it.each([{}, { tasks: ['qa'] }, resolveRecipe({})])('accepts %j', (recipe) => {
    expect(validate(recipe)).toBe(true);
  });

  it.each([{ sed: 1 }, { tasks: ['poetry'] }, { chunk: { maxTokens: 1 } }, { extract: { ocr: 'yes' } }])(
    'refuses %j',
    (recipe) => {
      expect(validate(recipe)).toBe(false);
    },
  );
});

describe('recipeHash', () => {
  it('is the same for every way of writing the same recipe', () => {
    expect(recipeHash(resolveRecipe({ seed: 0, tasks: ['qa'] }))).toBe(recipeHash(resolveRecipe({ tasks: ['qa'] })));
    expect(recipeHash(resolveRecipe({ seed: 1 }))).not.toBe(recipeHash(resolveRecipe({})));
  });
});
