import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** "Request for Comments (RFC)": asked as "What does RFC stand for?". */
export const acronym: Pattern = {
  name: 'acronym',
  task: 'qa',
  family: 'acronym',
  version: 1,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    const open = new Set(context.analysis.acronyms.keys());
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
            answer: [`${name} stands for `, { start, end: start + expansion.length }, '.'],
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
