import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { KnownWords } from '../words/known-words.ts';
import { isThing, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** "Portal" of "network portal": a thing, and what tells it from others of its kind. */
interface Compound {
  readonly mark: MeaningWord;
  readonly head: MeaningWord;
}

/** Whether a statement speaks of "the developer portal" where the source knows "the network portal" only. */
export function checkCompounds({ statement, evidence, everything }: PreparedClaim): GroundingFinding | undefined {
  const known = new KnownWords(meaningWordsOf(everything));
  for (const { mark, head } of compoundsOf(statement)) {
    if (known.hasLike(mark) || !isThing(mark)) continue;
    const words = evidence.map(meaningWordsOf);
    const heads = words.flat().filter(({ stem }) => stem === head.stem).length;
    const theirs = evidence.flatMap(compoundsOf).filter((other) => other.head.stem === head.stem);
    const [other] = theirs;
    if (other === undefined || theirs.length < heads) continue;
    return {
      kind: 'name',
      detail: `The source says "${other.mark.text} ${head.text}", not "${mark.text} ${head.text}".`,
    };
  }
  return undefined;
}

function compoundsOf(text: string): Compound[] {
  const words = meaningWordsOf(text);
  return words.flatMap((head, index) => {
    const mark = words[index - 1];
    const isCompound = mark !== undefined && text.slice(mark.end, head.start) === ' ' && isThing(mark) && isThing(head);
    const isWhole =
      text.charAt(head.end) !== ' ' || !words[index + 1] || text.slice(head.end, words[index + 1]?.start) !== ' ';
    return isCompound && isWhole ? { mark, head } : [];
  });
}
