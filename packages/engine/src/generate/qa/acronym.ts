import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** Acronyms per document: each is a trivial record, so a document gives its first few that it really uses. */
const MOST = 2;
const LEAST_USES = 4;

/** "Request for Comments (RFC)": asked as "What does RFC stand for?". */
export const acronym: Pattern = {
  name: 'acronym',
  task: 'qa',
  promise: 'The document itself writes out what the acronym stands for.',
  family: 'acronym',
  version: 1,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    const open = new Set([...context.analysis.acronyms.keys()].filter((name) => isInUse(context, name)).slice(0, MOST));
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        if (sentence === undefined || open.size === 0) continue;
        const text = context.text(sentence);
        for (const [, name = ''] of text.matchAll(/\(([A-Z][A-Za-z&/-]{1,9})\)/gu)) {
          const expansion = context.analysis.acronyms.get(name);
          const at = expansion === undefined ? -1 : text.indexOf(`${expansion} (${name})`);
          if (expansion === undefined || at === -1 || !open.delete(name) || name.endsWith('s')) continue;
          const start = sentence.start + at;
          yield {
            section,
            question: context.choose({ start, end: start }, [
              `What does ${name} stand for?`,
              `What does the acronym ${name} stand for?`,
              `What is the full form of ${name}?`,
              `Expand the acronym ${name}.`,
            ]),
            answer: [`${name} stands for `, { start, end: start + expansion.replace(/["'”’]+$/u, '').length }, '.'],
            evidence: [{ start: sentence.start, end: sentence.end }],
            reasoning: 'recall',
            focus: name,
            fit: 0.3,
          };
        }
      }
    }
  },
};

function isInUse(context: PatternContext, name: string): boolean {
  let uses = 0;
  for (let at = context.document.text.indexOf(name); at !== -1 && uses < LEAST_USES; uses += 1) {
    at = context.document.text.indexOf(name, at + name.length);
  }
  return uses >= LEAST_USES;
}
