import type { Scorer } from '@dsgen/core';
import type * as Harper from 'harper.js';
import type * as HarperBinary from 'harper.js/binary';
import { loadOptional } from '../shared/load-optional.ts';
import { splitSentences } from '../shared/sentences.ts';
import type { OpenScorer } from './open-scorer.ts';

/** Findings that say nothing of grammar: names that no dictionary has, and taste. */
const NO_GRAMMAR = new Set(['Spelling', 'Style', 'Readability', 'Enhancement', 'Formatting', 'Capitalization']);

const FENCED = /^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[^\n]*$/gmu;

/**
 * A scorer of grammar: the share of a record's sentences in which the rules of Harper find nothing. It reads what users and
 * assistants say in English; of other languages, of data and of code it has nothing to say.
 *
 * @throws UsageError `package-missing` when the package `harper.js` is not installed
 */
export async function openGrammarScorer(): Promise<OpenScorer> {
  const linter = await openLinter();
  return {
    score: grammarScorer(linter),
    close: () => linter.dispose(),
  };
}

function grammarScorer(linter: Harper.LocalLinter): Scorer {
  return async ({ messages, payload, task }, { signal }) => {
    if (task === 'code' || task === 'entities' || payload?.label !== undefined) return null;
    const texts = messages.filter(({ role }) => role !== 'system').map(({ content }) => content.replaceAll(FENCED, ''));
    const sentences = texts.flatMap((text) =>
      splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end)),
    );
    if (sentences.length === 0 || !(await linter.isLikelyEnglish(texts.join('\n')))) return null;
    let clean = 0;
    for (const sentence of sentences) {
      signal?.throwIfAborted();
      if (await isClean(linter, sentence)) clean += 1;
    }
    return clean / sentences.length;
  };
}

async function isClean(linter: Harper.LocalLinter, sentence: string): Promise<boolean> {
  const findings = await linter.lint(sentence);
  const isFine = findings.every((finding) => NO_GRAMMAR.has(finding.lint_kind()));
  for (const finding of findings) finding.free();
  return isFine;
}

async function openLinter(): Promise<Harper.LocalLinter> {
  const { LocalLinter: Linter } = await loadOptional<typeof Harper>('harper.js');
  const { binary } = await loadOptional<typeof HarperBinary>('harper.js', 'harper.js/binary');
  const linter = new Linter({ binary });
  await linter.setup();
  return linter;
}
