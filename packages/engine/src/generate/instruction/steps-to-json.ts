import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { asData } from '../tables/cells.ts';

const FEWEST = 3;
const MOST = 12;
const FEWEST_STEP_WORDS = 3;
const MOST_STEP_WORDS = 50;
/** Steps that may open with something else than a hand's turn. */
const MOST_OTHERS = 1;

/** What is done at a screen or a bench: rules and aims are numbered too, and no procedure. */
const HANDS_ON =
  /^(?:click|double-click|right-click|select|deselect|open|close|go|navigate|log|sign|enter|type|choose|press|tap|run|execute|install|uninstall|download|upload|create|add|copy|paste|set|save|find|locate|scroll|search|submit|send|fill|delete|remove|check|uncheck|verify|confirm|restart|start|stop|build|push|pull|commit|merge|clone|edit|update|change|move|rename|replace|turn|switch|put|pour|cut|attach|connect|disconnect|plug|insert|drag|drop|expand|import|export|configure|enable|disable|visit|call|email|print|mark|assign|review|wait|repeat|fetch|apply|annotate|reinstall|refresh|register|schedule|notify|ask|request|return|use|identify|access|reset|generate|test|deploy|write|read|make|take|follow|ensure|post|share|complete|join|tell|talk)$/u;

/** A numbered procedure, as JSON that says the number and the text of each step. */
export const stepsToJson: Pattern = {
  name: 'steps-to-json',
  task: 'instruction',
  promise: 'Every numbered step of the document is in the answer, in its order and with its number.',
  family: 'steps',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const draft = block?.kind === 'list' ? convertSteps(context, section, block) : undefined;
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function convertSteps(context: PatternContext, section: Section, block: Block): Draft | undefined {
  const steps = (block.items ?? []).map((item) => context.text(item));
  if (block.ordered !== true || !/^1[.)]/u.test(context.text(block)) || !isProcedure(block, steps)) return undefined;
  const objects = steps.map((text, index) => ({ step: index + 1, text: asData(text) }));
  return {
    section,
    question: context.choose(block, [
      'Turn this procedure into a JSON array of objects with the keys "step" and "text".',
      'Convert these steps to JSON: an array with one object per step, with "step" for its number and "text" for what to do.',
      'Write the following steps as a JSON array. Each object has a "step" (its number) and a "text".',
      'I need these instructions as JSON, one object per step, with the keys "step" and "text".',
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [JSON.stringify(objects, undefined, 2)],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'convert',
    focus: `steps ${steps.join(' ').slice(0, 200)}`,
    fit: 0.6,
  };
}

function isProcedure({ items = [] }: Block, steps: readonly string[]): boolean {
  if (steps.length < FEWEST || steps.length > MOST || items.some(({ depth }) => depth > 0)) return false;
  return (
    !steps.some((step) => ALTERNATIVE.test(step)) &&
    steps.every(isClean) &&
    steps.filter((step) => !HANDS_ON.test(actOf(step))).length <= MOST_OTHERS
  );
}

/** One of several ways to the same end, of which only one is gone. */
const ALTERNATIVE =
  /^(?:(?:option|alternative|approach|method)s?\b|either\b|or\b|alternatively\b|instead\b)|\bthis is (?:the|an?) (?:\w+ )?(?:approach|way|option|method|solution|alternative)\b|\b(?:approach|option|method|way) (?:\w+ )?(?:taken|used|chosen|followed) by\b/iu;

/** One line of text, whole and without what a link or a listing below it left behind. */
function isClean(step: string): boolean {
  const words = countWords(step);
  return (
    words >= FEWEST_STEP_WORDS &&
    words <= MOST_STEP_WORDS &&
    !/[\n|]|[:;,]$|\(\s*\)|\]\(|\b(?:above|below|here)\b|\bsee (?:an?|the|how)\b|\(see\b|["“]\s*["”]|\bnote: |^(?:note|tip|warning)\b/iu.test(
      step,
    )
  );
}

/** The first word of what is to be done: "click" in "In the menu, click Save". */
function actOf(step: string): string {
  const act = /^(?:in|on|at|from|under|once|after|when|if|to|for|using|next|then|finally)\b[^,]{0,80}, (?<act>.+)$/isu;
  const text = (act.exec(step)?.groups?.['act'] ?? step).replace(/^(?:please|then|now|finally|next|and) /iu, '');
  return /^[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? '';
}
