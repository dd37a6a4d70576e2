import type { DocumentRun } from './corpus-run.ts';

export interface CorpusYield {
  readonly words: number;
  readonly records: number;
  /** Sections with at least 40 words of content, and how many of them give a record. */
  readonly sections: number;
  readonly covered: number;
  readonly byPattern: ReadonlyMap<string, number>;
  /** Why the other sections give none, by the reason of their first candidate or of the section itself. */
  readonly uncovered: ReadonlyMap<string, number>;
}

const LEAST_WORDS = 40;

/** How many records a corpus gives for its words, and how many of its sections give one. */
export function measureYield(runs: readonly DocumentRun[]): CorpusYield {
  const byPattern = new Map<string, number>();
  const uncovered = new Map<string, number>();
  let words = 0;
  let sections = 0;
  let covered = 0;
  for (const { processed, choices } of runs) {
    const kept = choices.filter(({ rejection }) => rejection === undefined);
    for (const { assessed } of kept) count(byPattern, assessed.candidate.pattern);
    const giving = new Set(kept.map(({ assessed }) => assessed.candidate.section));
    for (const section of processed.sections) {
      words += section.words;
      if (section.words < LEAST_WORDS) continue;
      sections += 1;
      if (giving.has(section.id)) covered += 1;
      else count(uncovered, reasonOf(choices, section.id) ?? section.idle ?? 'cited');
    }
  }
  const records = [...byPattern.values()].reduce((sum, number) => sum + number, 0);
  return { words, records, sections, covered, byPattern, uncovered };
}

function reasonOf(choices: DocumentRun['choices'], section: string): string | undefined {
  return choices.find(({ assessed, rejection }) => assessed.candidate.section === section && rejection !== undefined)
    ?.rejection?.reason;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
