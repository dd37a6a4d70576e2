/** Marks of what only the page showed, and of the hand that made it: numbered places in code, bold type, drafts, links, farewells. */
const LEFT_OVER = [
  /\bTB[AD]\b|\(source\)|\([Ss]ee how to\)|\]\(|\)\[|\]\[/u,
  /(?:^|[.!?|] )learn more\b|\b(?:skip this|ignore this|keep reading|happy (?:coding|hacking|reading)|good luck|have fun|congratulations|see you (?:soon|there|in))\b/iu,
  /\b(?:just|as) (?:discussed|mentioned|described|explained)\b|\bas (?:seen|shown) in the (?!following)|(?:^|\n)\d+\. Here\b/iu,
  /\b(?:process|page|form|instructions|policy|steps|docs|documentation|guide|template|article) here\b/iu,
  /\b(?:bold ?face|in bold|in italics|highlighted|(?:button|link|box|sidebar|menu) (?:below|above|on the (?:left|right)))\b/iu,
  /\b(?:on|in|at) lines? \d|\b(?:first|second|third|fourth|next|last) line\b/iu,
  /\b(?:you|we)(?:['’]ll| will) (?:see|learn|find|explore|cover|look)\b[^.\n]*\b(?:later|soon|shortly)\b/iu,
  // "Note: Note that", "Answer - ", a title run into the text after it, a second half whose first was code.
  /\b(note|tip|warning|important|caution): (?:please )?\1\b|(?:^|\n)(?:answer|question|[qa]) ?[-–:] /iu,
  /\p{Ll}{2} (?:For example|However|Therefore|In addition),? /u,
  /\n\nAnd (?:another|then|these|those)\b/u,
  // "Set up your mail here": where a line or sentence ends so, "here" was a link.
  /(?<!\b(?:from|in|of|over|right|up|down|near|around|out|is|are|was|were|be|been|stops?|ends?|starts?|begins?|works?|lives?|not|only|also|apply|applies|me|us|you|it|go|went|got|true|wrong|case|mean|matters?)) here(?:[.!?]?\)?\s*$|[.!?]\)? )/imu,
] as const;

/** Signs in a listing that point to notes below it. */
const KEYED = /(?:#|\/\/|\s)\s?<\d{1,2}>\s*$/mu;

/** Whether a text has something in it that is left over from its page, or speaks of what only the page showed. */
export function hasLeftOvers(text: string): boolean {
  const prose = text.replaceAll(/^```[\s\S]*?^```|`[^`\n]*`/gmu, ' ');
  return KEYED.test(text) || LEFT_OVER.some((mark) => mark.test(prose));
}
