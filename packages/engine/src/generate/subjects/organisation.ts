import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import type { TextSample } from '../wording/recase.ts';
import { isSubjectWord } from './subject-words.ts';
import type { SpokenSubject } from './subject.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{N}&]+|\d{1,2}\p{Lu}`;
/** Where people are: "at TTS", "across GSA". */
const PLACE = new RegExp(String.raw`\b(?:at|across|throughout) (?<name>${NAME})(?![\p{L}\p{N}]| \p{Lu}\p{Ll})`, 'gu');
/** And whose they are: "TTS staff", "a GSA employee". */
const PEOPLE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<name>${NAME})(?:'s|’s)? (?:staff|employees?|teams?|leadership|supervisors?|managers?|people|offices?|policy|policies|members?|colleagues|handbook)\b`,
  'gu',
);

const FEWEST_CUES = 3;

/** The organisation that a document tells its people about: the one they are "at", and whose staff they are. */
export function findOrganisation({ text }: TextSample): SpokenSubject | undefined {
  const places = countNames(text, PLACE);
  const people = countNames(text, PEOPLE);
  const [best] = [...places.keys()]
    .map((name) => ({ name, cues: (places.get(name) ?? 0) + (people.get(name) ?? 0) }))
    .toSorted((left, right) => right.cues - left.cues);
  if (best === undefined || best.cues < FEWEST_CUES || isWhereOthersAre(text, best.name)) return undefined;
  return { name: best.name, preposition: 'at', ownsNames: true };
}

function countNames(text: string, cue: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { groups } of text.matchAll(cue)) {
    const name = groups?.['name'] ?? '';
    if (!isSubjectWord(name.toLowerCase()) || STOP_WORDS.has(name.toLowerCase())) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** "Ann, Head of Design at Northwind, said": one of several organisations whose people a text quotes. */
export function isWhereOthersAre(text: string, name: string): boolean {
  const organisations = Array.from(text.matchAll(WHERE_SOMEBODY_IS), ([, organisation = '']) => organisation);
  const ofName = organisations.filter((organisation) => organisation === name).length;
  const places = text.split(new RegExp(String.raw`\bat ${name}\b`, 'u')).length - 1;
  return ofName > 0 && ofName * 2 >= places && new Set(organisations).size >= FEWEST_QUOTED;
}

const FEWEST_QUOTED = 2;
const WHERE_SOMEBODY_IS =
  /\b(?:manager|head|director|engineer|leader?|officer|president|counsel|advocate|evangelist|architect|developer|chair|scientist|researcher|founder|strategist|specialist|consultant|analyst|designer|\p{Lu}\p{L}+),? at (\p{Lu}[\p{L}\p{N}]+)/gu;
