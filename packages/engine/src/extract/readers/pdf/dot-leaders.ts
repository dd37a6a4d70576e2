/** Dots from which on they lead the eye, instead of ending a sentence. */
const MIN_DOTS = 4;

/** Where the row of dots at the end of `text` begins, blanks among them included; the text's length when it ends in none. */
export function leaderStart(text: string): number {
  let start = text.length;
  let dots = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (character === '.' || character === '\u2026' || character === '_') dots += 1;
    else if (character.trim() !== '') break;
    start = at;
  }
  return dots >= MIN_DOTS ? start : text.length;
}

/** A cell's text without a row of dots behind it. */
export function stripLeaders(text: string): string {
  return text.slice(0, leaderStart(text)).trim();
}
