import { Lexer, type Token } from 'marked';

/**
 * Emphasis and links cost the lexer time that grows with their number times the length of the text. Paragraphs that
 * no person writes are lexed in pieces.
 */
const LONGEST_INLINE = 8000;
const MOST_MARKS = 500;
const PIECE_LENGTH = 1000;

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

/** Pieces cut after a line end or space where there is one. */
function splitLong(text: string): readonly string[] {
  if (text.length <= PIECE_LENGTH || (text.length <= LONGEST_INLINE && countMarks(text) <= MOST_MARKS)) return [text];
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const piece = text.slice(start, start + PIECE_LENGTH);
    const isLast = start + PIECE_LENGTH >= text.length;
    const blank = isLast ? -1 : Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' '));
    const end = blank > 0 ? blank + 1 : piece.length;
    pieces.push(piece.slice(0, end));
    start += end;
  }
  return pieces;
}

function countMarks(text: string): number {
  return text.match(/[*_[\]<`]/g)?.length ?? 0;
}
