import { countWords } from '../analyze/english/words.ts';

const BOUNDARY =
  /[;:,]\s+|\s+[-–—]\s+|\s+\(|\)\s*|[.!?]\s+|\s+(?=(?:because|although|though|unless|provided|whereas|while|if|when|which|who|but|so that|as long as|even if|in order to)\s)|\s+(?=(?:since|as) (?:it|they|this|that|these|those|otherwise|nobody|no|the|a|an|he|she|you|we) )|\s+(?=and (?:is|are|was|were|has|have|can|may|must|should|will|does|do|cannot|also|they|it|he|she|you|the|a|an)\s)/u;

/** Fewer words than this are part of the clause before. */
const FEWEST_WORDS = 4;

/** What opens a clause belongs to it, however short: "because a person, who …". */
const OPENS = /^\s*(?:because|although|though|since|so that|if|when|while|unless)\b/iu;

/** A sentence in its clauses; fragments stay with the clause before them. A table row is one clause. */
export function clausesOf(sentence: string): string[] {
  if (isTableRow(sentence)) return [sentence];
  const clauses: string[] = [];
  let opening = '';
  for (const part of sentence.split(BOUNDARY)) {
    if (part === undefined || part.trim() === '') continue;
    const isShort = countWords(part) < FEWEST_WORDS;
    if (isShort && OPENS.test(part)) {
      opening = `${opening}${part} `;
      continue;
    }
    const clause = `${opening}${part}`;
    opening = '';
    if (clauses.length > 0 && countWords(clause) < FEWEST_WORDS) clauses.push(`${clauses.pop() ?? ''}, ${clause}`);
    else clauses.push(clause);
  }
  if (opening !== '') clauses.push(`${clauses.pop() ?? ''} ${opening}`.trim());
  return clauses;
}

export function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/u.test(line);
}
