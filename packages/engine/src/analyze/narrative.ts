/** Somebody says something, in quotation marks. */
const SPEECH =
  /["“][^"“”]{2,400}[,.!?—-]["”]|\b(?:said|asked|cried|answered|replied|whispered|exclaimed|shouted|murmured|muttered|remarked) (?:he|she|I|they|the|my|\p{Lu}\p{Ll}+)\b/u;

/** "said", "asked", … in the past tense of a story, with who says it. */
const SPOKEN =
  /\b(?:(?:he|she|I|they|\p{Lu}\p{Ll}+) (?:said|asked|cried|answered|replied|whispered|exclaimed|shouted|murmured|muttered|remarked)|(?:said|asked|cried|answered|replied|whispered|exclaimed|shouted|murmured|muttered|remarked) (?:he|she|I|they|the|my|\p{Lu}\p{Ll}+))\b/u;

const FEWEST_SPOKEN = 5;
const LEAST_SHARE = 0.06;

/**
 * Whether paragraphs tell a story: people speak in them, and the text says who does. Reports and manuals quote too, but hardly
 * ever in so many paragraphs.
 */
export function isNarrative(paragraphs: readonly string[]): boolean {
  const spoken = paragraphs.filter((text) => SPEECH.test(text) && SPOKEN.test(text)).length;
  return spoken >= FEWEST_SPOKEN && spoken >= paragraphs.length * LEAST_SHARE;
}
