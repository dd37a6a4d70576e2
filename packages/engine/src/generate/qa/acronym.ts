import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor, fullAnchor, isPlaced } from '../subjects/anchor.ts';
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
  version: 3,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    const names = [...context.analysis.acronyms.keys()].filter(
      (name) => isInUse(context, name) && !name.endsWith('s') && !WELL_KNOWN.has(name),
    );
    const places = expansions(context, new Set(names.slice(0, MOST)));
    for (const [name, found] of places) {
      const asked = `What does ${name} stand for?`;
      const place = found.find(({ whole }) => context.finds(asked, [whole])) ?? found[0];
      if (place !== undefined && isWorthAsking(context, name, place)) yield toDraft(context, name, place);
    }
  },
};

/** What everybody knows, or could mean anything at all. */
const WELL_KNOWN = new Set(
  `AI API AWS CD CEO CI CLI CMS CPU CSS CSV CTO DB DNS EU FAQ FTP GB GPU GUI HR HTML HTTP HTTPS ID IDE IO IP ISO IT JS JSON KB LAN LLM MB MIT ML
  NASA NATO OCR OS OSS PC PDF PHP PIN PM PO PR PTO QA RAM RFC RSS SDK SEO SMS SQL SSH SSL TCP TLS TV UDP UI UK UN URI URL US USA USB UTC UX VM VP VPN WWW XML YAML`.split(
    /\s+/u,
  ),
);
/** From so many letters on an acronym is hardly ever two things. */
const TELLING_LETTERS = 4;

/** It says where it is used or is long enough to be one thing, and its name is spelled like one: no plural, no genitive. */
function isWorthAsking(context: PatternContext, name: string, { section, expansion }: Expansion): boolean {
  const words = context.text(expansion);
  if (/['’]|[^s]s$|\n/u.test(words) || isSentenceCase(words)) return false;
  return (
    name.length >= TELLING_LETTERS ||
    (context.topic.spoken?.ownsNames === true &&
      context.topic.spoken.isCertain === true &&
      isPlaced(context, section, `What does ${name} stand for?`))
  );
}

/** "Domestic employees overseas", as a heading writes it and no sentence would. */
function isSentenceCase(words: string): boolean {
  return /^\p{Lu}/u.test(words) && /\s\p{Ll}{4,}/u.test(words);
}

interface Expansion {
  readonly section: Section;
  readonly expansion: TextRange;
  /** The sentence or heading it stands in. */
  readonly whole: TextRange;
}

/** Where each acronym is written out, in sentences and headings. */
function expansions(context: PatternContext, names: ReadonlySet<string>): ReadonlyMap<string, Expansion[]> {
  const found = new Map<string, Expansion[]>();
  for (const section of context.analysis.sections) {
    const heading = section.headingBlock === undefined ? undefined : context.document.blocks[section.headingBlock];
    const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
    for (const { start, end } of heading === undefined ? sentences : [heading, ...sentences]) {
      const text = context.text({ start, end });
      for (const [, name = ''] of text.matchAll(/\(([A-Z][A-Za-z&/-]{1,9})\)/gu)) {
        const words = names.has(name) ? context.analysis.acronyms.get(name) : undefined;
        const at = words === undefined ? -1 : text.indexOf(`${words} (${name})`);
        if (words === undefined || at === -1 || !isHere(context, section, { name, words })) continue;
        const expansion = { start: start + at, end: start + at + words.replace(/["'”’]+$/u, '').length };
        found.set(name, [...(found.get(name) ?? []), { section, expansion, whole: { start, end } }]);
      }
    }
  }
  return found;
}

function toDraft(context: PatternContext, name: string, { section, expansion, whole }: Expansion): Draft {
  const wording = context.phrase({ start: expansion.start, end: expansion.start }, [
    `What does ${name} stand for?`,
    `What does the acronym ${name} stand for?`,
    `What does the abbreviation ${name} stand for?`,
    `What does the short form ${name} stand for?`,
    `Expand the acronym ${name}.`,
    `Write out ${name} in full.`,
    `What is ${name} short for?`,
  ]);
  const place = fullAnchor(context, section, wording.question)?.words ?? '';
  const isTold = topicOverlap(context.text(expansion), place) > 0;
  return {
    section,
    ...wording,
    ...(isTold || context.topic.spoken?.ownsNames !== true
      ? {}
      : { anchor: anchorFor(context, section, wording.question) }),
    ...(isTold ? { takesNoAnchor: true } : {}),
    answer: [`${name} stands for `, expansion, '.'],
    evidence: [whole],
    reasoning: 'recall',
    focus: name,
    fit: 0.3,
  };
}

/** A heading above, or the document's title, has the acronym or all of its words: elsewhere it is only mentioned. */
function isHere(
  { topic }: PatternContext,
  { heading, headingPath }: Section,
  { name, words }: { readonly name: string; readonly words: string },
): boolean {
  const headings = [heading ?? '', ...headingPath, topic.name ?? ''];
  return headings.some((text) => text.split(/[^\p{L}\p{N}&/-]+/u).includes(name) || topicOverlap(words, text) === 1);
}

function isInUse(context: PatternContext, name: string): boolean {
  let uses = 0;
  for (let at = context.document.text.indexOf(name); at !== -1 && uses < LEAST_USES; uses += 1) {
    at = context.document.text.indexOf(name, at + name.length);
  }
  return uses >= LEAST_USES;
}
