import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Building a tree costs far more than a pass over tags; beyond this the whole page is read instead. */
const LONGEST_PAGE = 5_000_000;

type ReadabilityInput = ConstructorParameters<typeof Readability>[0];

export interface Article {
  readonly html: string;
  readonly title?: string;
}

/** The main content of a page as HTML, or undefined where it has none or is too big for a tree. */
export function extractArticle(html: string): Article | undefined {
  if (html.length > LONGEST_PAGE) return undefined;
  const { document } = parseHTML(html);
  if (document.documentElement === null || document.body === null) return undefined;
  const article = new Readability(document as unknown as ReadabilityInput, { keepClasses: true }).parse();
  if (article === null || (article.textContent ?? '').trim() === '') return undefined;
  const title = article.title?.trim() ?? '';
  return { html: article.content ?? '', ...(title === '' ? {} : { title }) };
}
