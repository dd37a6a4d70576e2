import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { anchorFor } from '../subjects/anchor.ts';
import { isImperative, toFirstPerson } from '../wording/phrases.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** "To list shards, run the following command:" and its code. */
const TO_DO =
  /^(?:For example, |For instance, |Alternatively, |Then,? |Next,? |Now,? |Finally,? )?[Tt]o (?<task>[a-z][^.:;]{5,90}?), (?:(?:you (?:can|could|should|may|must|need to|would|will need to|'ll need to) |simply |just |please |we (?:can|could|would|need to) |one can )?(?:then )?(?:run|use|execute|type|enter|call|issue|invoke|do|write|add|set|put|create|include|specify|try|set up|declare|define)\b)[^.;]{0,120}:$/u;

const SHOWS =
  /^(?:The|This) (?:following|next)? ?(?:example|code|command|snippet|program|query|script|configuration|statement|function|config|line)s? (?:below )?(?<verb>shows? how to|demonstrates? how to|illustrates? how to|shows? you how to) (?<task>[a-z][^.:;]{5,90})[.:]$/u;

/** "relayhost = mail" or "/etc/postfix/main.cf:": what goes into a file, not on the command line. */
const SETTING = /^\s*[\w.-]+ ?= |^\w+=\S*$|^\s*[\w/.-]+:\s*$|^\s*[<{[]|\{$/mu;

/** A fence whose lead sentence says what it is for. */
export const codeForTask: Pattern = {
  name: 'code-for-task',
  task: 'code',
  promise: 'The code is whole, and the document says that it is for this task.',
  family: 'code',
  version: 1,
  languages: ['en'],
  precision: 0.83,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const [position, index] of section.blocks.entries()) {
        const lead = context.document.blocks[index];
        const code = context.document.blocks[section.blocks[position + 1] ?? -1];
        if (lead?.kind !== 'paragraph' || code?.kind !== 'code') continue;
        const draft = readCode(context, section, {
          lead,
          code,
          next: context.document.blocks[section.blocks[position + 2] ?? -1],
        });
        if (draft !== undefined) yield draft;
      }
    }
  },
};

interface CodePlace {
  readonly lead: Block;
  readonly code: Block;
  readonly next: Block | undefined;
}

function readCode(context: PatternContext, section: Section, { lead, code, next }: CodePlace): Draft | undefined {
  const source = context.text(code);
  const lines = source.split('\n').length - 2;
  if (lines < 1 || lines > 60 || /\{\{|<%|include::|\.\.\.\s*$/u.test(source) || next?.kind === 'code')
    return undefined;
  const last = section.sentences
    .flatMap((index) => context.analysis.sentences[index] ?? [])
    .findLast(({ start, end }) => start >= lead.start && end <= lead.end);
  if (last === undefined) return undefined;
  const text = context.text(last).replaceAll(/\s+/gu, ' ');
  const task = (TO_DO.exec(text) ?? SHOWS.exec(text))?.groups?.['task'];
  if (
    task === undefined ||
    !isImperative(task) ||
    countWords(task) < 3 ||
    task.includes(',') ||
    (task.match(/\b[A-Z]\b/gu) ?? []).length > 1 ||
    /\b(?:it|this|that|these|those|them|we|our|do so|above|below|following|previous|same)\b/iu.test(task)
  )
    return undefined;
  const phrase = toFirstPerson(task);
  const isCommand =
    /^(?:ba|z|)sh$|^console$|^shell$|^text$|^powershell$/u.test(code.language ?? 'text') &&
    (/^[$%>] |^```\w*\n# /mu.test(source) || (lines <= 3 && !SETTING.test(source)));
  const question = context.choose(
    code,
    isCommand
      ? [
          `Which command do I use to ${phrase}?`,
          `What is the command to ${phrase}?`,
          `How do I ${phrase} on the command line?`,
        ]
      : [
          `Show me how to ${phrase}.`,
          `Give an example of how to ${phrase}.`,
          `Write code to ${phrase}.`,
          `How do I ${phrase}? Show the code.`,
        ],
  );
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    answer: [{ start: last.start, end: last.end }, '\n\n', { start: code.start, end: code.end }],
    reasoning: 'procedure',
    focus: task,
    fit: 0.6,
  };
}
