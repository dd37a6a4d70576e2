import { DsgenError } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import type { Prompt } from './prompt.ts';
import { formatPromptFile, parsePromptFile } from './prompt-file.ts';
import { choosePrompts, promptHash } from './prompt-set.ts';
import { PROMPTS } from './prompts/all.ts';
import { renderPrompt } from './render-prompt.ts';

function failure(action: () => unknown): DsgenError {
  try {
    action();
  } catch (error) {
    if (DsgenError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

function file(user: string, header = 'like: qa'): string {
  return `---\n${header}\n---\n\n# System\n\nBe exact.\n\n# User\n\n${user}\n`;
}

function parse(content: string, name = 'mine'): Prompt {
  return parsePromptFile(name, content, PROMPTS);
}

describe('a prompt file', () => {
  it.each(PROMPTS)('gives back the built-in prompt "$name"', (prompt) => {
    const read = parse(formatPromptFile(prompt), prompt.name);
    expect(read.text).toEqual(prompt.text);
    expect(promptHash(read)).toBe(promptHash(prompt));
  });

  it('makes a prompt of its own with the shape of a built-in one', () => {
    const prompt = parse(file('Ask about {{material}} in {{language}}.', 'like: yes-no\nversion: 3'));
    expect(prompt).toMatchObject({ name: 'mine', like: 'yes-no', version: 3, task: 'qa' });
    expect(prompt.text.system).toBe('Be exact.');
    const used = choosePrompts({ tasks: ['qa'], model: { name: 'a/b', prompts: ['mine'] } }, [...PROMPTS, prompt]);
    expect(used).toEqual([prompt]);
  });

  it.each([
    ['an unknown variable', file('{{material}} {{persona}}'), 'refers to "{{persona}}"', 'count, title'],
    ['no material', file('Ask something.'), 'has no {{material}}', 'Write {{material}}'],
    ['no parts', 'Ask about {{material}}', 'has not the parts', 'prompts eject'],
    ['another shape', file('{{material}}', 'like: poem'), 'like "poem", which is no built-in prompt', 'Set like'],
    ['a strange setting', file('{{material}}', 'temperature: 3'), 'the line "temperature: 3"', 'nothing else'],
    ['a strange version', file('{{material}}', 'version: x'), 'version is "x"', 'whole number'],
    ['a huge text', file('{{material}}'.repeat(20_000)), 'the limit is 100000', 'Shorten'],
  ])('is refused before any call when it has %s', (_case, content, message, fix) => {
    const error = failure(() => parse(content));
    expect(error.code).toBe('prompt-invalid');
    expect(error.message).toContain(message);
    expect(error.fix).toContain(fix);
  });

  it('is refused when its name is none', () => {
    expect(failure(() => parse(file('{{material}}'), '../qa')).message).toContain('other characters');
  });
});

describe('renderPrompt', () => {
  const values = {
    material: 'The pump holds {{count}} litres and {"a": {}} braces.',
    count: 3,
    title: 'Pump',
    language: 'en',
    subject: 'Pump',
    level: 'expert',
    conversation: '',
  } as const;

  it('fills in each variable once, and leaves braces of source and prompt as they are', () => {
    const { user } = renderPrompt(
      { system: '', user: 'JSON like {"q": {}}: {{count}} of {{ title }}: {{material}}' },
      values,
    );
    expect(user).toBe('JSON like {"q": {}}: 3 of Pump: The pump holds {{count}} litres and {"a": {}} braces.');
  });
});

describe('choosePrompts', () => {
  it('takes those that are on for the tasks, in the order of the table', () => {
    const names = choosePrompts({ tasks: ['summarization', 'qa'] }).map(({ name }) => name);
    expect(names).toEqual(['qa', 'summary']);
  });

  it('names the nearest for one that is unknown', () => {
    const error = failure(() => choosePrompts({ tasks: ['qa'], model: { name: 'a/b', prompts: ['resoning'] } }));
    expect(error.message).toContain('Cannot find the prompt "resoning"');
    expect(error.fix).toBe('Did you mean "reasoning"?');
  });
});
