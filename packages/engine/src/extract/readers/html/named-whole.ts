import type { Attributes } from './element-traits.ts';

/** What an element says of the manual or site that its page is part of: the target of a way home, a name in the metadata. */
export function namedWhole(element: string, attributes: Attributes): string | undefined {
  if (element === 'meta') {
    const isName = attributes['property'] === 'og:site_name' || attributes['name'] === 'application-name';
    return isName ? filled(attributes['content']) : undefined;
  }
  if (element === 'link')
    return /^(?:home|start|top)$/i.test(attributes['rel'] ?? '') ? filled(attributes['title']) : undefined;
  return element === 'a' && attributes['accesskey'] === 'h' ? filled(attributes['title']) : undefined;
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

const AFTER = /^\s*(?:[|·•«»:]|::|--|[-–—])\s+(?<rest>\S.*)$/u;
const BEFORE = /^(?<rest>.*\S)\s*(?:[|·•«»:]|::|--| [-–—])\s+$/u;

/** `Leave – Staff handbook` on a page headed `Leave` is part of the staff handbook; so is `Staff handbook: Leave`. */
export function wholeInTitle(pageTitle: string | undefined, heading: string | undefined): string | undefined {
  const title = pageTitle?.replace(/\s+/g, ' ').trim();
  if (title === undefined || heading === undefined || title === heading) return undefined;
  if (title.startsWith(heading)) return AFTER.exec(title.slice(heading.length))?.groups?.['rest'];
  return title.endsWith(heading) ? BEFORE.exec(title.slice(0, -heading.length))?.groups?.['rest'] : undefined;
}
