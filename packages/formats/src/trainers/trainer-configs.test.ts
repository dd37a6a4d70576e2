import { describe, expect, it } from 'vitest';
import { trainerConfigs } from './trainer-configs.ts';

const files = { train: 'train.jsonl', validation: 'validation.jsonl' };

function configs(format: string, columns?: readonly string[]): ReadonlyMap<string, string> {
  return trainerConfigs({ format, datasetName: 'My data, v2', files, ...(columns !== undefined && { columns }) });
}

function datasetInfo(format: string, columns?: readonly string[]): Record<string, Record<string, unknown>> {
  return JSON.parse(configs(format, columns).get('dataset_info.json') ?? '{}');
}

describe('trainerConfigs', () => {
  it('gives a file for each trainer', () => {
    expect([...configs('alpaca').keys()]).toEqual([
      'dataset_info.json',
      'axolotl.yaml',
      'train_trl.py',
      'train_unsloth.py',
      'torchtune.yaml',
    ]);
  });

  it('names every shard of a split, for LLaMA-Factory as datasets of their own', () => {
    const shards = ['train-00000-of-00002.jsonl', 'train-00001-of-00002.jsonl'];
    const written = trainerConfigs({ format: 'alpaca', datasetName: 'x', files: { train: shards } });
    for (const [, text] of written) for (const shard of shards) expect(text).toContain(shard);
    const info = JSON.parse(written.get('dataset_info.json') ?? '') as Record<string, { file_name: string }>;
    expect(Object.entries(info).map(([name, { file_name }]) => [name, file_name])).toEqual([
      ['x_00000', `../${shards[0]}`],
      ['x_00001', `../${shards[1]}`],
    ]);
  });

  it.each([
    ['train.parquet', ['load_dataset("parquet"', 'ds_type: parquet', 'source: parquet']],
    ['train.csv.gz', ['load_dataset("csv"', 'ds_type: csv', 'source: csv']],
    ['train.json', ['load_dataset("json"', 'ds_type: json', 'source: json']],
  ])('opens %s with the loader of its container', (train, loaders) => {
    const written = trainerConfigs({ format: 'alpaca', datasetName: 'x', files: { train } });
    const names = ['train_trl.py', 'axolotl.yaml', 'torchtune.yaml'];
    for (const [index, name] of names.entries()) expect(written.get(name)).toContain(loaders[index]);
  });

  it('leaves out who would not open the files', () => {
    const compressed = trainerConfigs({ format: 'alpaca', datasetName: 'x', files: { train: 'train.jsonl.zst' } });
    expect([...compressed.keys()]).not.toContain('dataset_info.json');
    expect(trainerConfigs({ format: 'alpaca', datasetName: 'x', files: { train: 'train.tar' } }).size).toBe(0);
    const withTools = { format: 'openai', datasetName: 'x', columns: ['tools'] };
    const plain = trainerConfigs({ ...withTools, files: { train: 'train.jsonl' } });
    const parquet = trainerConfigs({ ...withTools, files: { train: 'train.parquet' } });
    expect([...plain.keys()]).toContain('train_trl.py');
    expect([...parquet.keys()]).not.toContain('train_trl.py');
  });

  it('writes for the named consumers only', () => {
    const named = { format: 'alpaca', datasetName: 'x', files, consumers: ['axolotl', 'openai'] };
    expect([...trainerConfigs(named).keys()]).toEqual(['axolotl.yaml']);
    const text = { format: 'text', datasetName: 'x', files };
    expect([...trainerConfigs(text).keys()]).toEqual(['train_trl.py']);
    expect(trainerConfigs({ ...text, consumers: ['axolotl'] }).size).toBe(0);
  });

  it('names no script after a library it imports, which Python would import instead', () => {
    for (const format of ['alpaca', 'sharegpt', 'openai', 'kto', 'preference-trl', 'prompt-completion']) {
      const scripts = [...configs(format)].filter(([name]) => name.endsWith('.py'));
      const modules = scripts.flatMap(([, text]) =>
        [...text.matchAll(/^(?:from|import) (\w+)/gm)].map((found) => found[1]),
      );
      expect(scripts.filter(([name]) => modules.includes(name.replace('.py', '')))).toEqual([]);
      expect(modules.length).toBeGreaterThan(0);
    }
  });

  it('names every column for LLaMA-Factory and finds the data from trainers/', () => {
    expect(datasetInfo('alpaca')).toEqual({
      My_data_v2: {
        file_name: '../train.jsonl',
        formatting: 'alpaca',
        columns: { prompt: 'instruction', query: 'input', response: 'output' },
      },
      My_data_v2_validation: {
        file_name: '../validation.jsonl',
        formatting: 'alpaca',
        columns: { prompt: 'instruction', query: 'input', response: 'output' },
      },
    });
  });

  it('names optional columns only where the data has them', () => {
    expect(datasetInfo('alpaca', ['system', 'history'])['My_data_v2']?.['columns']).toMatchObject({
      system: 'system',
      history: 'history',
    });
    expect(datasetInfo('sharegpt')['My_data_v2']?.['columns']).toEqual({ messages: 'conversations' });
    expect(datasetInfo('sharegpt', ['tools'])['My_data_v2']?.['columns']).toMatchObject({ tools: 'tools' });
  });

  it('names every tag, because LLaMA-Factory forgets those a tags block leaves out', () => {
    for (const format of ['sharegpt', 'openai']) {
      expect(Object.keys(datasetInfo(format)['My_data_v2']?.['tags'] ?? {})).toEqual([
        'role_tag',
        'content_tag',
        'user_tag',
        'assistant_tag',
        'observation_tag',
        'function_tag',
        'system_tag',
      ]);
    }
  });

  it('leaves a trainer out that would mistrain on rows with tools', () => {
    expect(configs('openai', ['tools']).has('dataset_info.json')).toBe(false);
    expect(configs('openai', ['tools']).has('torchtune.yaml')).toBe(false);
    expect(configs('openai', ['tools']).has('train_trl.py')).toBe(true);
  });

  it('renders rows with tools before datasets can mix the arguments of different tools', () => {
    for (const script of ['train_trl.py', 'train_unsloth.py']) {
      expect(configs('openai', ['tools']).get(script)).toContain('tools = row.get("tools")');
      expect(configs('sharegpt', ['tools']).get(script)).toContain('json.loads(row.get("tools") or "[]")');
      expect(configs('openai', ['tools']).get(script)).not.toContain('load_dataset');
    }
  });

  it('reads the arguments of OpenAI calls as objects where a chat template sees them', () => {
    expect(configs('openai', ['tools']).get('train_trl.py')).toContain('json.loads(call["function"]["arguments"])');
    expect(configs('openai').get('train_trl.py')).not.toContain('import json');
  });

  it('maps the roles of ShareGPT for TRL, which only renames keys', () => {
    expect(configs('sharegpt').get('train_trl.py')).toContain('"human": "user", "gpt": "assistant"');
  });

  it('does not use axolotl’s sharegpt type, which stops with an error', () => {
    expect(configs('sharegpt').get('axolotl.yaml')).toContain('type: chat_template');
    expect(configs('sharegpt').get('axolotl.yaml')).not.toContain('type: sharegpt');
  });

  it('configures preferences for the one trainer that reads each', () => {
    expect(datasetInfo('preference-llamafactory')['My_data_v2']).toMatchObject({
      ranking: true,
      columns: { messages: 'conversations', chosen: 'chosen', rejected: 'rejected' },
      tags: { user_tag: 'human' },
    });
    expect(configs('preference-axolotl').get('axolotl.yaml')).toContain('type: chat_template.default');
    expect(configs('preference-trl').get('train_trl.py')).toContain('DPOTrainer(');
    expect(configs('kto').get('train_trl.py')).toContain('KTOTrainer(');
    expect(configs('prompt-completion').get('train_trl.py')).toContain('SFTTrainer(');
  });

  it('gives nothing for a format that no trainer reads as it is', () => {
    expect(configs('custom').size).toBe(0);
  });
});
