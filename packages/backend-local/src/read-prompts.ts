import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '@dsgen/core';
import { parsePromptFile, PROMPTS, type Prompt } from '@dsgen/engine';

/**
 * The built-in prompts, with those of a folder in their place or after them. Files end in `.md`; others are not looked
 * at.
 *
 * @throws UsageError `prompt-folder-unreadable`, `prompt-invalid`
 */
export async function readPrompts(folder?: string): Promise<readonly Prompt[]> {
  if (folder === undefined) return PROMPTS;
  const prompts = new Map(PROMPTS.map((prompt) => [prompt.name, prompt]));
  for (const { name, content } of await readFiles(folder)) {
    prompts.set(name, parsePromptFile(name, content, PROMPTS));
  }
  return [...prompts.values()];
}

async function readFiles(folder: string): Promise<ReadonlyArray<{ readonly name: string; readonly content: string }>> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
    return await Promise.all(
      names.map(async (name) => ({ name: name.slice(0, -3), content: await readFile(join(folder, name), 'utf8') })),
    );
  } catch (cause) {
    throw new UsageError({
      code: 'prompt-folder-unreadable',
      message: `Cannot read the prompts in ${JSON.stringify(folder)}: ${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}`,
      fix: 'Name a folder of prompt files; `dsgen prompts eject DIR` makes one.',
      data: { folder },
      cause,
    });
  }
}
