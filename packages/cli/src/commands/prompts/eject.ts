import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { formatPromptFile, readPrompts, UsageError } from '@dsgen/sdk';
import { DsgenCommand } from '../../base-command.ts';
import { fileError } from '../../file-error.ts';
import { escapeText } from '../../render/escape.ts';

export default class PromptsEject extends DsgenCommand {
  static override summary = 'Write the built-in prompts into a folder, to change them.';
  static override description = `Each file holds one prompt. Keep those you change and delete the others; then use the folder with --prompts DIR or model.promptFolder.
A file with another name is a further prompt, with the shape of the one that it is "like".`;
  static override examples = [
    { description: 'All of them', command: '<%= config.bin %> prompts eject ./prompts' },
    { description: 'One of them', command: '<%= config.bin %> prompts eject ./prompts --prompt qa' },
  ];
  static override args = {
    folder: Args.string({ description: 'Folder to write to; made when missing.', required: true }),
  };
  static override flags = {
    prompt: Flags.string({
      description: 'Only this prompt. Repeat for more.',
      env: 'DSGEN_PROMPT',
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true,
    }),
    force: Flags.boolean({ description: 'Replace files that exist.', env: 'DSGEN_FORCE' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PromptsEject);
    const prompts = await choose(flags.prompt);
    await mkdir(args.folder, { recursive: true }).catch((error: unknown) => {
      throw fileError(error, { action: 'make the folder', path: args.folder });
    });
    const files = prompts.map((prompt) => ({
      path: join(args.folder, `${prompt.name}.md`),
      text: formatPromptFile(prompt),
    }));
    for (const { path, text } of files) await write(path, text, flags.force ? 'w' : 'wx');
    if (flags.json) await this.printJson({ files: files.map(({ path }) => path) });
    else
      await this.print(
        `Wrote ${files.length} prompts to ${escapeText(args.folder)}. Use them: dsgen generate --prompts ${escapeText(args.folder)}`,
      );
  }
}

async function choose(names: readonly string[] | undefined): ReturnType<typeof readPrompts> {
  const known = await readPrompts();
  const stray = names?.find((name) => !known.some((prompt) => prompt.name === name));
  if (stray === undefined) return names === undefined ? known : known.filter(({ name }) => names.includes(name));
  throw new UsageError({
    code: 'prompt-unknown',
    message: `Cannot find the prompt ${JSON.stringify(stray)}; there are ${known.map(({ name }) => name).join(', ')}`,
    fix: 'Use one of these.',
  });
}

async function write(path: string, text: string, flag: 'w' | 'wx'): Promise<void> {
  try {
    await writeFile(path, text, { flag });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw fileError(error, { action: 'write the prompt', path });
    throw new UsageError({
      code: 'file-exists',
      message: `Cannot write the prompt ${JSON.stringify(path)}: it exists`,
      fix: 'Add --force to replace it, or name another folder.',
    });
  }
}
