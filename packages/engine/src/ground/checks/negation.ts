import { wordsOf } from '../../analyze/english/words.ts';
import { clausesOf, isTableRow } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { denialsOf, hasNegator, isNegative, isNegator, withoutIdioms } from '../polarity.ts';
import { quantitiesOf } from '../quantities/read-quantities.ts';
import { KnownWords } from '../words/known-words.ts';
import { isForm, isThing, meaningWordsOf, objectsAfter, type MeaningWord } from '../words/meaning-words.ts';

/** Where one of these stands on one side only, a denial may say the same as an assertion. */
const TURNS =
  /\b(?:only|unless|except\w*|without|otherwise|or else|else|elsewhere|(?:an)?other|instead|rather|until|ends?|ending|stops?|finish\w*|closes?|yourself|yourselves|themselves|oneself|avoid\w*|prevent\w*|lest|apart from|outside|beyond|exceed\w*|enough)\b/giu;
/** A denied limit: "no employee may work more than 48 hours", "not … before the last frost". */
const LIMIT =
  /(?:(?<!\bneed )\bnot(?! (?:have|need|required) to\b)|n['’]t(?! (?:have|need) to\b)|\bnever|\bno|\bnobody|\bnothing|\bcannot)\b.*\b(?:before|more|less|fewer|over|under|longer|later|earlier|above|below|than)\b/iu;
/** A purpose says nothing else than the rest: "to prevent attacks". */
const PURPOSE = /\b(?:in order |so as )?to (?:avoid|prevent|keep)\b.*/giu;
/** "By the department, not by the traveller": of one it is so, of the other it is not. */
const CONTRAST = /,\s*(?:and |but )?not (?:by|for|to|of|in|on|from|with|the|an?)\b/iu;
/** "When there is no train": what holds then is the other side of what holds when there is one. */
const DENIED_CASE = /\b(?:if|when|where)\b[^,.;]{0,80}?(?:\b(?:not|no|never|nobody|none|cannot)\b|n['’]t\b)/iu;
/** What takes back a part of the clause before. */
const EXCEPTION = /^\s*(?:without|except|unless|provided|other than|but not|apart from|only|as long as)\b/iu;

/** What a condition denies, nobody claims; what was so at a time, was so. */
const CONDITION =
  /^\s*(?:and |or |but )?(?:if|unless|until|as long as|provided|in case|otherwise|or else|because otherwise|so that|should (?:the|a|an|you|they|it|somebody|anyone))\b/iu;
const TIME = /^\s*(?:and |or |but )?(?:when|whenever|once)\b/iu;

/** "You do not need your own machine" denies a need only. */
const NEEDLESS = /(?:\bnot|n['’]t) (?:need|require|have to)\b|\bno need\b/iu;
const NEEDED =
  /\b(?:needs?|needed|requires?|required|must|ha(?:s|ve) to|should|necessary|mandatory|compulsory|only)\b/iu;

/** Share of what a clause says that the other side must have for both to speak of the same. */
const SAME = 1;
const OWN = 0.5;
/** Numbers tell more of what a sentence speaks of than words do. */
const NUMBER_WEIGHT = 2;

/** Clauses of one sentence that are looked at; no sentence that says anything has as many. */
const MOST_CLAUSES = 100;
/** From so many words of its own on, another sentence may be the one that the statement was made from. */
const BEYOND = 2;

/** A sentence that speaks of what the one before spoke of. */
const REFERS = /^(?:it|they|this|these)\b/iu;

interface Clause {
  readonly text: string;
  /** The sentence that it is a part of. */
  readonly whole: string;
  readonly sentence: Spoken;
  readonly own: Spoken;
  readonly isNegative: boolean;
  /** What it denies, where a word such as "not" says so. */
  readonly denied: readonly MeaningWord[];
  /** The text that those are words of. */
  readonly deniedIn: string;
  readonly turns: string;
}

/** What a text speaks of. */
interface Spoken {
  readonly words: readonly MeaningWord[];
  readonly known: KnownWords;
  readonly numbers: ReadonlySet<string>;
  readonly bounds: ReadonlyMap<string, string | undefined>;
}

/** Whether a clause of the statement denies what the evidence says, or says what it denies. */
export function checkNegation({ statement, evidence }: PreparedClaim): GroundingFinding | undefined {
  const source = readClauses(evidence.filter((sentence) => !isTableRow(sentence)));
  for (const clause of readClauses([statement])) {
    if (TIME.test(clause.text)) continue;
    const other = findTurned(clause, source);
    if (other === undefined) continue;
    const verb = clause.isNegative ? 'denies' : 'says';
    return {
      kind: 'negation',
      detail: `It ${verb} what the source turns the other way: ${JSON.stringify(other.text)}.`,
    };
  }
  return undefined;
}

function readClauses(sentences: readonly string[]): Clause[] {
  return sentences.flatMap((sentence, place) => {
    const whole = speak(REFERS.test(sentence) ? `${sentences[place - 1] ?? ''} ${sentence}` : sentence);
    const texts = clausesOf(sentence).slice(0, MOST_CLAUSES);
    return texts.flatMap((text, index) => {
      if (CONDITION.test(text) && (texts.length > 1 || text.includes(','))) return [];
      const [first = '', next = ''] = [texts[0], texts[index + 1]];
      return {
        text,
        whole: sentence,
        sentence: whole,
        own: speak(text),
        isNegative: isNegative(text),
        denied: deniedWords(withoutIdioms(text)),
        deniedIn: withoutIdioms(text),
        turns: turnsOf(
          [
            ...(DENIED_CASE.exec(sentence) ?? []).map(() => 'unless'),
            ...(EXCEPTION.test(first) && index > 0 ? [first] : []),
            text,
            ...(EXCEPTION.test(next) || CONTRAST.test(`, ${next}`) ? [`, ${next}`] : []),
          ].join(' '),
        ),
      };
    });
  });
}

/** "Is allowed" says no more than "may". */
const MODAL = new Set(['allow', 'permit', 'permitted', 'possible', 'prohibited', 'forbidden', 'prohibit', 'forbid']);

function speak(text: string): Spoken {
  const words = meaningWordsOf(text).filter(({ lemmas }) => !lemmas.some((lemma) => MODAL.has(lemma)));
  const bounds = new Map(quantitiesOf(text).map(({ kind, amount, bound }) => [`${kind} ${amount}`, bound] as const));
  return { words, known: new KnownWords(words), numbers: new Set(bounds.keys()), bounds };
}

function turnsOf(text: string): string {
  const plain = withoutIdioms(text).replaceAll(PURPOSE, ' ');
  const turns = (plain.match(TURNS) ?? []).map((turn) => turn.toLowerCase().replace(/s$/u, ''));
  return [...(LIMIT.test(plain) ? ['limit'] : []), ...(CONTRAST.test(plain) ? ['contrast'] : []), ...turns]
    .toSorted()
    .join(' ');
}

/** What each negator denies: the word after it, and after "no" the verb too; all of a clause that ends with "not". */
function deniedWords(plain: string): MeaningWord[] {
  const words = meaningWordsOf(plain);
  return wordsOf(plain)
    .filter(isNegator)
    .flatMap(({ lower, end }) => {
      // "Not in the sun", "but not the names": what is denied of them stands elsewhere.
      if (/^\s+(?:the|a|an|in|on|at|by|for|to|with|from|my|your|their|its)\b/iu.test(plain.slice(end))) return [];
      const after = words.filter(({ start }) => start >= end);
      return after.length === 0 ? words : after.slice(0, /^(?:no|neither)$/u.test(lower) ? 2 : 1);
    });
}

/** A clause of the source that asserts what this one denies, or denies what it asserts. */
function findTurned(clause: Clause, source: readonly Clause[]): Clause | undefined {
  return source.find((other) => {
    if (!isTurnedRound(clause, other) || !isOfSameTurn(clause, other)) return false;
    if (!clause.isNegative && isConsequence(clause, other)) return false;
    if (isOtherSide(clause.sentence, other.sentence)) return false;
    const shared = shareOf(isShort(clause) ? clause.sentence : clause.own, other.sentence);
    const deed = shared < SAME || shareOf(clause.own, other.own) < OWN ? undefined : findDeed(clause, other);
    if (deed !== undefined && isOfOther(clause, deed, other, source)) return false;
    return deed !== undefined && !hasRival(clause, deed, other, source);
  });
}

/** "But need not be checked": what it speaks of stands in the clause before. */
function isShort({ own }: Clause): boolean {
  const [first] = own.words;
  return own.words.length === 1 && first !== undefined && !isThing(first);
}

/** What one clause denies and the other asserts, of the same thing where both name one. */
function findDeed(clause: Clause, other: Clause): MeaningWord | undefined {
  const denies = isOfSameDenials(clause, other) ? hasNegator(clause.text) : clause.isNegative;
  const [denying, asserting] = denies ? [clause, other] : [other, clause];
  if (NEEDLESS.test(denying.text) && !NEEDED.test(asserting.text)) return undefined;
  return denying.denied.find((deed) => {
    const said = asserting.own.words.find((word) => isForm(deed, word));
    if (said === undefined) return false;
    if (hasParticle(deed, denying.deniedIn) !== hasParticle(said, asserting.text)) return false;
    const [things, others] = [objectsAfter(deed, denying.deniedIn), objectsAfter(said, asserting.text)];
    const known = new KnownWords(things);
    return things.length === 0 || others.length === 0 || others.some((word) => known.has(word));
  });
}

/** Whether another clause names all that this one speaks of, and the one that is compared does not. */
function isOfOther({ own }: Clause, deed: MeaningWord, other: Clause, source: readonly Clause[]): boolean {
  const things = own.words.filter((word) => !isForm(word, deed));
  if (things.every((word) => other.own.known.has(word))) return false;
  return source.some(
    (clause) =>
      clause !== other && clause.sentence === other.sentence && things.every((word) => clause.own.known.has(word)),
  );
}

/** "Take the lift" and "take it out of service" are two deeds. */
function hasParticle({ end }: MeaningWord, text: string): boolean {
  return /^\s+(?:out|off|up|down|away|over)\b/iu.test(text.slice(end));
}

/** Whether a clause with this one's polarity says more of what it says than the other does. */
function hasRival(clause: Clause, deed: MeaningWord, other: Clause, source: readonly Clause[]): boolean {
  return source.some((rival) => {
    if (rival.isNegative !== clause.isNegative) return false;
    if (rival.sentence !== other.sentence) {
      return sharedWith(clause, rival) >= sharedWith(clause, other) || countBeyond(clause, rival, other) >= BEYOND;
    }
    const isOfDeed = rival.own.known.has(deed) || rival.denied.length === rival.own.words.length;
    return isOfDeed && shareOf(clause.own, rival.own) > shareOf(clause.own, other.own);
  });
}

/** How much of what the statement says the rival's sentence has and the other's lacks. */
function countBeyond({ sentence }: Clause, rival: Clause, other: Clause): number {
  return sentence.words.filter((word) => rival.sentence.known.has(word) && !other.sentence.known.has(word)).length;
}

function sharedWith(clause: Clause, { sentence }: Clause): number {
  return shareOf(clause.own, sentence) + shareOf(clause.sentence, sentence);
}

/** Whether one denies what the other does not; "without" in both says nothing of it. */
function isTurnedRound(clause: Clause, other: Clause): boolean {
  const isInBoth = [clause, other].every(({ turns }) => turns.includes('without'));
  return isInBoth || isOfSameDenials(clause, other)
    ? hasNegator(clause.text) !== hasNegator(other.text)
    : clause.isNegative !== other.isNegative;
}

/** "Unused days expire" and "unused days do not expire": "unused" tells nothing of it. */
function isOfSameDenials(clause: Clause, other: Clause): boolean {
  const [own, theirs] = [clause, other].map(({ text }) => denialsOf(text).join(' '));
  return own !== '' && own === theirs;
}

/** Of "by the department, not by the traveller": whether the clause speaks of the department. */
function saysOfFirst({ own }: Clause, other: Clause): boolean {
  const first = other.own.words.at(-1);
  return first !== undefined && own.known.has(first);
}

/** Whether nothing turns the one that does not turn the other; what the source says whole, its turns leave standing. */
function isOfSameTurn(clause: Clause, other: Clause): boolean {
  if (clause.isNegative && other.turns.includes('contrast')) return clause.turns === '' && saysOfFirst(clause, other);
  if (clause.turns === other.turns) return true;
  return (
    turnsOf(clause.whole) === '' &&
    !DENIED_CASE.test(clause.whole) &&
    clause.own.words.length >= 2 &&
    shareOf(clause.sentence, other.sentence) === 1
  );
}

/** What follows from what the source forbids: "cleaning it with alcohol makes it brittle". */
function isConsequence({ sentence }: Clause, other: Clause): boolean {
  const reason = /\b(?:because|since|as it|as they|so that)\b(?<reason>.*)/isu.exec(other.whole)?.groups?.['reason'];
  const words = meaningWordsOf(reason ?? '').filter((word) => !other.own.known.has(word));
  return words.some((word) => sentence.known.has(word));
}

/** "Up to eight hours need no booking" where the source says that more than eight hours do. */
function isOtherSide(left: Spoken, right: Spoken): boolean {
  return [...left.bounds].some(
    ([number, bound]) => bound !== undefined && right.bounds.has(number) && right.bounds.get(number) !== bound,
  );
}

/** Share of what one text speaks of that another speaks of too. */
function shareOf(left: Spoken, right: Spoken): number {
  const words = left.words.filter((word) => right.known.has(word)).length;
  const numbers = [...left.numbers].filter((number) => right.numbers.has(number)).length;
  return (words + NUMBER_WEIGHT * numbers) / Math.max(2, left.words.length + NUMBER_WEIGHT * left.numbers.size);
}
