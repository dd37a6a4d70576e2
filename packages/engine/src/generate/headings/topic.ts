import type { ExtractedDocument } from '@dsgen/core';
import type { DocumentAnalysis } from '../../analyze/analysis.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { findOrganisation } from '../subjects/organisation.ts';
import { languageOfCode } from '../subjects/language-of-code.ts';
import { isVagueHeading } from './vague-headings.ts';
import { recase, type TextSample } from '../wording/recase.ts';
import { isImperative, subjectDefect } from '../wording/phrases.ts';
import { findSpokenSubject, spokenOf, subjectOfWhole, type SpokenSubject } from '../subjects/subject.ts';
import { nameInTitle } from '../subjects/subject-of-title.ts';
import { holdsUnmistakable } from '../subjects/unmistakable.ts';

/** What a document is about, in words that can stand inside a question. */
export interface DocumentTopic {
  /** Title or subject as it reads in mid-sentence; undefined when the document offers none. */
  readonly name?: string;
  /** A name given by the user for the whole corpus: product or organisation. */
  readonly subject?: string;
  /** The name that runs through the document, where one stands out. */
  readonly spoken?: SpokenSubject;
}

const SITE_SUFFIX = /\s+(?:[|·•]|--|—|–|-)\s+[^|·•—–]{2,40}$/u;
const NUMBERING =
  /^(?:(?:chapter|section|part|appendix|article|step|play|lesson|unit|module)\s+)?(?:\d+(?:\.(?:\d+|[a-wyz](?![\p{L}\p{N}])))*|\d+[A-Z](?:(?:\.\d+)+|(?=[.)]\s))|[A-Z](?:\.\d+)+|[IVX]+|[A-Z])[.:)]?\s+(?:[-–—:]\s*)?/iu;
/** What titles put before the thing itself. */
const TITLE_OPENING =
  /^(?:(?:an? |the )?(?:(?:brief|quick|short|gentle) )?(?:howto|how-to|(?:closer|quick|first|deeper) look|look|tour|introduction|intro|guide|overview|quick start|getting started|welcome|tutorial)(?: guide)?(?: to| of| on| with| for| at) (?:the |using )?|(?:frequently asked )?questions (?:about|on) (?:the )?|more (?:on|about) (?:the )?|(?:all )?about (?:the )?|what is (?:an? |the )?)(?=\S)/iu;
/** Kinds of text and manual sections that say nothing of the subject. */
const TITLE_CLOSING =
  /(?:\s*\(\d[a-z]?\))?(?:\s+(?:manual pages?|man pages?|documentation|docs|readme|howto|how-to|wiki|web ?site|home ?page|page))?$/iu;
const FILE_NAME = /\.(?:docx?|pdf|html?|md|txt|odt|rtf|pptx?|xlsx?|csv|json|epub|eml)$/iu;

/** The topic from title, first heading and the user's subject. */
export function findTopic(
  document: ExtractedDocument,
  analysis: DocumentAnalysis,
  { sample, subject }: { readonly sample: TextSample; readonly subject: string | undefined },
): DocumentTopic {
  const firstHeading = analysis.sections.find(({ level }) => level === 1)?.heading;
  const name = [document.title, firstHeading]
    .map((title) => (title === undefined ? undefined : usableTitle(title)))
    .find((title) => title !== undefined);
  const whole = document.partOf ?? wholeInTitle(document.title ?? '');
  const spoken = document.language === 'en' ? findSubject({ document, analysis, sample, subject, whole }) : undefined;
  return {
    ...(spoken === undefined ? {} : { spoken }),
    ...(name === undefined ? {} : { name: recase(sample, analysis.casing, name) }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** "Knotter" of "Loops | Knotter"; "Junior developers" of "Plan - Junior developers" is no site and no manual. */
function wholeInTitle(title: string): string | undefined {
  const suffix = SITE_SUFFIX.exec(title)?.[0].replace(/^\s*\S+\s+/u, '');
  return suffix !== undefined && holdsUnmistakable(`a ${suffix}`) ? suffix : undefined;
}

interface SubjectSources {
  readonly document: ExtractedDocument;
  readonly analysis: DocumentAnalysis;
  readonly sample: TextSample;
  readonly subject: string | undefined;
  /** What the document is a page of. */
  readonly whole: string | undefined;
}

/** What the user says, else the site or manual, else a name in the title, else the name that runs through the text. */
function findSubject({ document, analysis, sample, subject, whole }: SubjectSources): SpokenSubject | undefined {
  if (subject !== undefined) return { ...spokenOf(subject, sample.lower), isCertain: true, ownsNames: true };
  const ofWhole = whole === undefined ? undefined : subjectOfWhole(whole, sample);
  if (ofWhole !== undefined) return ofWhole;
  const titles = [document.title, analysis.sections.find(({ level }) => level === 1)?.heading];
  const named = titles.map((title) => (title === undefined ? undefined : nameInTitle(title, sample, analysis.casing)));
  const name = named.find((found) => found !== undefined);
  return name === undefined
    ? (findSpokenSubject(sample, analysis) ?? findOrganisation(sample) ?? languageOfCode(document, analysis))
    : { ...spokenOf(name, sample.lower), isCertain: true };
}

/** A title as a phrase that a question can name, or undefined when it is a file name, a sentence, a command or vague. */
export function usableTitle(title: string): string | undefined {
  const clean = plainHeading(title.replace(SITE_SUFFIX, '').replaceAll(/[*∗†‡]/gu, ''))
    .replace(TITLE_OPENING, '')
    .replace(TITLE_CLOSING, '')
    .trim();
  const words = wordsOf(clean);
  if (words.length === 0 || words.length > 9 || FILE_NAME.test(clean) || isVagueHeading(clean)) return undefined;
  if (
    /[_/\\<>{}=|]|\?$|[.!:;]\s/u.test(clean) ||
    !/\p{L}{2}/u.test(clean) ||
    isImperative(clean) ||
    /^how-?to /iu.test(clean)
  )
    return undefined;
  if ((words.length === 1 && clean.endsWith('ed')) || /^(?:get|go|do|make|run|use|try|know|learn)\b/iu.test(clean))
    return undefined;
  // One comma is fine in the name of a place ("Lagos, Nigeria").
  const isPlace = /^\p{Lu}\S+(?: \p{Lu}\S+)?, \p{Lu}\S+$/u.test(clean);
  return subjectDefect(isPlace ? clean.replace(',', '') : clean, 9) === undefined ? clean : undefined;
}

/** A heading without numbering, anchor signs and closing punctuation. */
export function plainHeading(heading: string): string {
  const bare = heading.replace(/^[#¶§\s]+|[#¶\s]+$/gu, '').replaceAll(/\s+/gu, ' ');
  // "B Examples" and "A Implementation" are numbered; "A note" has its article, "I need help" its subject, "C code" its language.
  const unnumbered = bare.replace(NUMBERING, (match, at: number) =>
    /^[CIR]\s/u.test(match) || (/^A\s/u.test(match) && !/^[AEIOU]\p{Ll}/u.test(bare.slice(at + match.length)))
      ? match
      : '',
  );
  return (unnumbered.length > 2 ? unnumbered : bare).replace(/[\s:.;,–—-]+$/u, (end, at: number, all: string) =>
    /(?:^|[\s.])\p{Lu}\.\p{Lu}$/u.test(all.slice(0, at)) && end.startsWith('.') ? '.' : '',
  );
}
