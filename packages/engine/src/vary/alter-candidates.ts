import type { Candidate, ExtractedDocument, Message, Recipe } from '@dsgen/core';
import type { DocumentAnalysis } from '../analyze/analysis.ts';
import { buildGazetteer } from '../analyze/entities/gazetteer.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { recordId } from '../shared/record-id.ts';
import { replaceNames } from './replace-names.ts';
import { shiftDates } from './shift-dates.ts';

export interface AlterCandidatesOptions {
  readonly document: ExtractedDocument;
  readonly analysis: DocumentAnalysis;
  readonly recipe: Recipe;
}

type Alteration = 'entities' | 'dates';
type Alter = (texts: readonly string[]) => string[] | undefined;

const ALTERATION_VERSION = 1;

/**
 * Accepted candidates once more, with other names or other dates than their document has, as far as the recipe asks for
 * it. What such a record says stands in no document: its sources show what it was made from, its lineage names the
 * original, and `quality.altered` is 1. One whose question stays the same is not made, since it would teach two
 * answers to one question.
 */
export function alterCandidates(assessed: readonly AssessedCandidate[], options: AlterCandidatesOptions): Candidate[] {
  const { document, recipe } = options;
  // Names and dates are told apart in English only.
  if (document.language !== 'en') return [];
  const asked = alterationsOf(options);
  // One for the whole document, so that its records go on telling one story.
  const seed = `${recipe.seed}\n${document.documentId}`;
  const originals = asked.length === 0 ? [] : assessed.filter(isAlterable).map(({ candidate }) => candidate);
  return originals.flatMap((original) =>
    asked.flatMap(([alteration, alter]) => {
      const altered = alterRecord(original, (texts) => alter(texts, seed));
      return altered === undefined ? [] : [toAltered(original, altered, alteration)];
    }),
  );
}

type SeededAlter = (texts: readonly string[], seed: string) => string[] | undefined;

function alterationsOf({ document, analysis, recipe }: AlterCandidatesOptions): Array<[Alteration, SeededAlter]> {
  const { vary = [], subject = '' } = recipe.generate;
  const asked: Array<[Alteration, SeededAlter]> = [];
  if (vary.includes('entities')) {
    const knowledge = { casing: analysis.casing, gazetteer: buildGazetteer(document.text, analysis) };
    const documentText = `${document.text}\n${subject}`;
    asked.push(['entities', (texts, seed) => replaceNames(texts, { documentText, knowledge, seed })]);
  }
  if (vary.includes('dates')) asked.push(['dates', shiftDates]);
  return asked;
}

/** A payload has places and words of its own, which would have to follow. */
function isAlterable({ verdict, candidate }: AssessedCandidate): boolean {
  const { rejected, payload, tools, lineage } = candidate;
  const isPlain = rejected === undefined && payload === undefined && tools === undefined;
  return verdict.accepted && isPlain && lineage.variantOf === undefined;
}

interface AlteredRecord {
  readonly messages: readonly Message[];
  readonly focus: string;
}

/** Everything that a record says is changed in one go, so that it stays one story. */
function alterRecord({ messages, focus }: Candidate, alter: Alter): AlteredRecord | undefined {
  const changed = alter(messages.flatMap(textsOf));
  if (changed === undefined) return undefined;
  const rest = [...changed];
  const altered = messages.map((message) => withTexts(message, rest.splice(0, textsOf(message).length)));
  const isAskedOtherwise = altered.some(
    (message, index) => message.role === 'user' && textsOf(message).join('\n') !== textsOf(messages[index]).join('\n'),
  );
  return isAskedOtherwise ? { messages: altered, focus } : undefined;
}

function textsOf(message: Message | undefined): string[] {
  if (message === undefined) return [];
  const { content } = message;
  return message.role === 'user' && message.context !== undefined ? [content, message.context] : [content];
}

function withTexts(message: Message, [content = '', context = '']: readonly string[]): Message {
  return message.role === 'user' && message.context !== undefined
    ? { ...message, content, context }
    : { ...message, content };
}

/** Scores speak of the original: what is said here has no support. */
function toAltered(original: Candidate, { messages, focus }: AlteredRecord, variation: Alteration): Candidate {
  const { task, sources, lineage } = original;
  const content = { task, messages, sources };
  return {
    ...original,
    ...content,
    id: recordId(content),
    quality: { altered: 1 },
    lineage: {
      ...lineage,
      generator: `alter/${task}/${variation}@${ALTERATION_VERSION}`,
      variantOf: original.id,
      variation,
    },
    focus: `${focus} (other ${variation})`,
  };
}
