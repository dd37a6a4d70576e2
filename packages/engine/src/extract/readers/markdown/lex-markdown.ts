import { Lexer, type Token } from 'marked';

/**
 * Emphasis and links cost the lexer time that grows with the square of the text. No paragraph of a person is this long,
 * so longer ones are lexed in pieces.
 */
const LONGEST_INLINE = 8000;

/** The lexer reads each level of a quotation or list again; nobody nests this deep, and certainly not this often. */
const TOO_DEEP_QUOTE = /^(?:[ \t]{0,3}>){100}/m;
const TOO_DEEP_ITEM = /^[ \t]{100,}(?:[-*+]|\d{1,9}[.)])[ \t]/gm;
const MOST_DEEP_ITEMS = 20;

/** GFM tokens with their inline tokens, or undefined for text that nests too deep to be Markdown. */
export function lexMarkdown(markdown: string): readonly Token[] | undefined {
  if (TOO_DEEP_QUOTE.test(markdown) || (markdown.match(TOO_DEEP_ITEM)?.length ?? 0) > MOST_DEEP_ITEMS) return undefined;
  const lexer = new Lexer({ gfm: true });
  try {
    const tokens = lexer.blockTokens(markdown, lexer.tokens);
    for (const { src, tokens: inline } of lexer.inlineQueue) {
      for (const piece of splitLong(src)) lexer.inlineTokens(piece, inline);
    }
    return tokens;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Pieces no longer than the limit, cut after a line end or space where there is one. */
function splitLong(text: string): readonly string[] {
  if (text.length <= LONGEST_INLINE) return [text];
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = start + LONGEST_INLINE;
    const blank = limit >= text.length ? -1 : Math.max(text.lastIndexOf('\n', limit), text.lastIndexOf(' ', limit));
    const end = blank > start ? blank + 1 : limit;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
