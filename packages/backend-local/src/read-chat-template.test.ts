import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExportCodec } from './open-codec.ts';
import { readChatTemplate } from './read-chat-template.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-template-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const config = JSON.stringify({ chat_template: 'from the configuration', eos_token: '</s>' });

describe('readChatTemplate', () => {
  it('reads a Jinja file, a configuration, and a folder, whose own template goes first', async () => {
    const template = await write('chat_template.jinja', 'from the file');
    const configuration = await write('tokenizer_config.json', config);
    expect(await readChatTemplate(template)).toEqual({ source: 'from the file', variables: {} });
    expect(await readChatTemplate(configuration)).toMatchObject({ source: 'from the configuration' });
    expect(await readChatTemplate(folder)).toEqual({ source: 'from the file', variables: { eos_token: '</s>' } });
    await rm(template);
    expect(await readChatTemplate(folder)).toMatchObject({ source: 'from the configuration' });
  });

  it.each([
    ['nothing there', 'missing', 'chat-template-unreadable'],
    ['a configuration that is no JSON', 'broken.json', 'chat-template-unreadable'],
    ['a folder without a tokenizer', 'empty', 'chat-template-missing'],
    ['a template that is none', 'bad.jinja', 'chat-template-invalid'],
  ])('says what is wrong with %s', async (_, name, code) => {
    await mkdir(join(folder, 'empty'));
    await write('broken.json', '{');
    await write('bad.jinja', '{% for %}');
    const options = { format: 'text', container: 'jsonl', compression: 'none' } as const;
    const opening = openExportCodec({ ...options, chatTemplate: join(folder, name) });
    await expect(opening).rejects.toMatchObject({ code });
  });
});
