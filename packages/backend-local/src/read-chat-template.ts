import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@dsgen/core';
import { chatTemplateOf, type ChatTemplate } from '@dsgen/engine';

/** Longest file of a tokenizer that is read; configurations with long vocabularies are some hundred kilobytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The chat template in a Jinja file, in a `tokenizer_config.json`, or in the folder of a tokenizer, where
 * `chat_template.jinja` goes before the one in the configuration.
 *
 * @throws InputError `chat-template-unreadable`
 * @throws UsageError `chat-template-missing` when the tokenizer has none.
 */
export async function readChatTemplate(path: string): Promise<ChatTemplate> {
  const facts = await stat(path).catch((cause: unknown) => refuse(path, cause));
  if (!facts.isDirectory()) {
    const text = await readText(path);
    return chatTemplateOf(path.endsWith('.json') ? { tokenizerConfig: parse(path, text) } : { template: text });
  }
  const [template, config] = await Promise.all([
    readIfThere(join(path, 'chat_template.jinja')),
    readIfThere(join(path, 'tokenizer_config.json')),
  ]);
  return chatTemplateOf({
    ...(template === undefined ? {} : { template }),
    ...(config === undefined ? {} : { tokenizerConfig: parse(join(path, 'tokenizer_config.json'), config) }),
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() === true ? readText(path) : undefined;
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new RangeError(`it has ${size} bytes, more than ${MAX_BYTES}`);
    return await readFile(path, 'utf8');
  } catch (cause) {
    return refuse(path, cause);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse(path, cause);
  }
}

function refuse(path: string, cause: unknown): never {
  throw new InputError({
    code: 'chat-template-unreadable',
    message: `Cannot read the chat template ${JSON.stringify(path)}: ${cause instanceof Error ? cause.message : String(cause)}`,
    fix: 'Name a Jinja file, a tokenizer_config.json or the folder of a tokenizer.',
    cause,
  });
}
