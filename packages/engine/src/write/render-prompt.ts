import { UsageError } from '@dsgen/core';
import { PROMPT_VARIABLES, type Prompt, type PromptText, type PromptValues } from './prompt.ts';

const PLACE = /\{\{(?<name>[^{}]*)\}\}/gu;

/** The two texts of a call. Values are put in once: a source that holds `{{count}}` stays as it is. */
export function renderPrompt({ system, user }: PromptText, values: PromptValues): PromptText {
  return { system: fill(system, values), user: fill(user, values) };
}

function fill(text: string, values: PromptValues): string {
  return text.replaceAll(PLACE, (place, name: string) => {
    const key = name.trim();
    return Object.hasOwn(values, key) ? String(values[key as keyof PromptValues]) : place;
  });
}

/**
 * Checks a prompt's text before anything is asked: every `{{variable}}` is known, and the material is in it.
 *
 * @throws UsageError `prompt-invalid`
 */
export function checkPrompt({ name, text }: Pick<Prompt, 'name' | 'text'>): void {
  const used = [...`${text.system}\n${text.user}`.matchAll(PLACE)].map((match) =>
    (match.groups?.['name'] ?? '').trim(),
  );
  const unknown = used.find((variable) => !Object.hasOwn(PROMPT_VARIABLES, variable));
  const known = Object.keys(PROMPT_VARIABLES).join(', ');
  if (unknown !== undefined) {
    throw invalid(name, `it refers to ${JSON.stringify(`{{${unknown}}}`)}`, `Use one of the variables ${known}.`);
  }
  if (!text.user.includes('{{material}}')) {
    throw invalid(name, 'its user part has no {{material}}', 'Write {{material}} where the source text is to stand.');
  }
}

function invalid(name: string, problem: string, fix: string): UsageError {
  return new UsageError({
    code: 'prompt-invalid',
    message: `Cannot use the prompt ${JSON.stringify(name)}: ${problem}`,
    fix,
    data: { prompt: name },
  });
}
