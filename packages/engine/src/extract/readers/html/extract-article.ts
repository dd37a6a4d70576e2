import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

type ReadabilityInput = ConstructorParameters<typeof Readability>[0];

export interface Article {
  readonly html: string;
  readonly title?: string;
}

/** The main content of a page as HTML, or undefined where it has none or the tree cannot be built. */
export function extractArticle(html: string): Article | undefined {
  try {
    return parseArticle(html);
  } catch (error) {
    // Half a million class names in one attribute overflow the stack of the tree builder.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function parseArticle(html: string): Article | undefined {
  const { document } = parseHTML(html);
  if (document.documentElement === null || document.body === null) return undefined;
  const article = new Readability(document as unknown as ReadabilityInput, { keepClasses: true }).parse();
  if (article === null || (article.textContent ?? '').trim() === '') return undefined;
  const title = article.title?.trim() ?? '';
  return { html: article.content ?? '', ...(title === '' ? {} : { title }) };
}
