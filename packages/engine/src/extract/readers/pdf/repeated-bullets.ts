import type { RunLine, TextRun } from './page-content.ts';

/** Lines that must open with one glyph in one column before the glyph is taken for a bullet. */
const MIN_BULLETS = 3;

/**
 * Bullets drawn with a letter of a decorative font come out as that letter. A single glyph that stands apart at the start
 * of several lines, always in the same place, is such a bullet.
 */
export function restoreBullets(lines: readonly RunLine[]): readonly RunLine[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = bulletKey(line);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return lines.map((line) => {
    const key = bulletKey(line);
    const isBullet = key !== undefined && (counts.get(key) ?? 0) >= MIN_BULLETS;
    return isBullet ? { ...line, text: `\u2022 ${line.text.slice(1).trimStart()}` } : line;
  });
}

/** Glyph and place of a lone first glyph. Digits count things; they are no bullets. */
function bulletKey({ runs, text, size }: RunLine): string | undefined {
  const [glyph, next]: readonly (TextRun | undefined)[] = runs;
  if (
    glyph === undefined ||
    next === undefined ||
    glyph.text.trim().length !== 1 ||
    !text.startsWith(glyph.text.trim())
  )
    return undefined;
  const isApart = next.left - glyph.right > size * 0.2;
  return isApart && /[^\d\s]/u.test(glyph.text) ? `${glyph.text.trim()}@${Math.round(glyph.left / 3)}` : undefined;
}
