import type { Candidate } from '@dsgen/core';
import { ANSWER_KINDS, type AnswerKind } from '../generate/patterns.ts';
import { patternOf } from '../write/prompt.ts';
import { PROMPTS } from '../write/prompts/all.ts';

const PROMPT_KINDS: ReadonlyMap<string, AnswerKind> = new Map(
  PROMPTS.map((prompt) => [patternOf(prompt), prompt.answerKind]),
);

/** A candidate taken apart once, for all checks. */
export interface RecordParts {
  readonly candidate: Candidate;
  /** All user turns, joined by line breaks. */
  readonly question: string;
  /** All assistant turns. */
  readonly answer: string;
  /** The passage the user gives along; empty for a record that stands alone. */
  readonly passage: string;
  readonly kind: AnswerKind;
  /** The answer's running text: without fenced code, tables and JSON. */
  readonly prose: string;
}

export function takeApart(candidate: Candidate): RecordParts {
  const texts = { user: [] as string[], assistant: [] as string[], passage: [] as string[] };
  for (const message of candidate.messages) {
    if (message.role === 'user') {
      texts.user.push(message.content);
      if (message.context !== undefined) texts.passage.push(message.context);
    } else if (message.role === 'assistant') {
      texts.assistant.push(message.content);
    }
  }
  const answer = texts.assistant.join('\n');
  const kind = ANSWER_KINDS.get(candidate.pattern) ?? PROMPT_KINDS.get(candidate.pattern) ?? 'prose';
  return {
    candidate,
    question: texts.user.join('\n'),
    answer,
    passage: texts.passage.join('\n\n'),
    kind,
    prose: kind === 'data' ? '' : withoutCodeAndTables(answer),
  };
}

/** Running text only: fences and pipe tables are carried as they are and not judged as prose. */
export function withoutCodeAndTables(text: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^[ \t]*(?<fence>`{3,}|~{3,})/u.exec(line)?.groups?.['fence'];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence !== undefined && mark !== undefined && line.trim().startsWith(fence)) fence = undefined;
    else if (fence === undefined && !/^[ \t]*\|/u.test(line)) lines.push(line);
  }
  return lines.join('\n').replaceAll(/`[^`\n]+`/gu, '`code`');
}
