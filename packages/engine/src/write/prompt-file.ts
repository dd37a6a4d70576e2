import { UsageError } from '@dsgen/core';
import { NAME_PATTERN } from '../recipe/field.ts';
import type { Prompt, PromptText } from './prompt.ts';
import { PROMPT_VARIABLES } from './prompt.ts';
import { checkPrompt } from './render-prompt.ts';

/** Longest prompt file, in characters. */
const MAX_LENGTH = 100_000;

const FILE = /^---\n(?<header>[\s\S]*?)\n---\n+# System\n(?<system>[\s\S]*?)\n# User\n(?<user>[\s\S]*)$/u;

/** The file of a prompt, as `dsgen prompts eject` writes it and {@link parsePromptFile} reads it. */
export function formatPromptFile({ name, like = name, version, promise, task, text }: Prompt): string {
  const variables = Object.entries(PROMPT_VARIABLES).map(([variable, meaning]) => `#   {{${variable}}}: ${meaning}`);
  const header = [
    `# ${promise} (task: ${task})`,
    '# What may stand in the text:',
    ...variables,
    `like: ${like}`,
    `version: ${version}`,
  ];
  return ['---', ...header, '---', '', '# System', '', text.system, '', '# User', '', text.user, ''].join('\n');
}

/**
 * The prompt of a file: the text is the file's, the shape of the answer and what becomes of it are those of the built-in
 * prompt that it is `like`. A file with the name of a built-in prompt takes its place.
 *
 * @param name Name of the file without its extension.
 * @throws UsageError `prompt-invalid`
 */
export function parsePromptFile(name: string, content: string, known: readonly Prompt[]): Prompt {
  if (!new RegExp(NAME_PATTERN, 'u').test(name)) {
    throw invalid(name, 'its name has other characters', 'Name the file with lower-case letters, digits and hyphens.');
  }
  if (content.length > MAX_LENGTH) {
    throw invalid(name, `it has ${content.length} characters; the limit is ${MAX_LENGTH}`, 'Shorten it.');
  }
  const parts = FILE.exec(content.replaceAll('\r\n', '\n'))?.groups;
  if (parts === undefined) {
    throw invalid(
      name,
      'it has not the parts "---", settings, "---", "# System" and "# User"',
      'Start from a file that `dsgen prompts eject` writes.',
    );
  }
  const { like = name, version } = readHeader(name, parts['header'] ?? '');
  const base = known.find((prompt) => prompt.name === like);
  if (base === undefined) {
    const names = known.map((prompt) => prompt.name).join(', ');
    throw invalid(
      name,
      `it is like ${JSON.stringify(like)}, which is no built-in prompt`,
      `Set like to one of ${names}.`,
    );
  }
  const text: PromptText = { system: (parts['system'] ?? '').trim(), user: (parts['user'] ?? '').trim() };
  const prompt: Prompt = { ...base, name, like: base.like ?? base.name, version: version ?? base.version, text };
  checkPrompt(prompt);
  return prompt;
}

function readHeader(name: string, header: string): { readonly like?: string; readonly version?: number } {
  const settings = new Map<string, string>();
  for (const line of header.split('\n')) {
    const found = /^(?<key>[a-z]+): *(?<value>\S+)\s*$/u.exec(line)?.groups;
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (found === undefined || !['like', 'version'].includes(found['key'] ?? '')) {
      throw invalid(
        name,
        `its settings have the line ${JSON.stringify(line)}`,
        'Set like and version, and nothing else.',
      );
    }
    settings.set(found['key'] ?? '', found['value'] ?? '');
  }
  const [like, version] = [settings.get('like'), settings.get('version')];
  if (version !== undefined && !/^[1-9]\d{0,8}$/u.test(version)) {
    throw invalid(name, `its version is ${JSON.stringify(version)}`, 'Set version to a whole number from 1.');
  }
  return {
    ...(like === undefined ? {} : { like }),
    ...(version === undefined ? {} : { version: Number(version) }),
  };
}

function invalid(name: string, problem: string, fix: string): UsageError {
  return new UsageError({
    code: 'prompt-invalid',
    message: `Cannot use the prompt file ${JSON.stringify(`${name}.md`)}: ${problem}`,
    fix,
    data: { prompt: name },
  });
}
