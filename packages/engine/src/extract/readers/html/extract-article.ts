import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

type ReadabilityInput = ConstructorParameters<typeof Readability>[0];

export interface Article {
  readonly html: string;
  readonly title?: string;
}

/**
 * The main content of a page as HTML, or undefined where the page is no article or its tree cannot be built: the tree
 * builder trips over markup that browsers accept.
 */
export function extractArticle(html: string): Article | undefined {
  try {
    return parseArticle(html);
  } catch {
    return undefined;
  }
}

function parseArticle(html: string): Article | undefined {
  // The tree builder adds no body of its own.
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const input = document as unknown as ReadabilityInput;
  if (!isProbablyReaderable(input)) return undefined;
  const article = new Readability(input, { keepClasses: true }).parse();
  if (article === null || (article.textContent ?? '').trim() === '') return undefined;
  const title = article.title?.trim() ?? '';
  return { html: article.content ?? '', ...(title === '' ? {} : { title }) };
}
