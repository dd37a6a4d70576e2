import { Parser } from 'htmlparser2';

/** Character references of HTML as the characters they stand for; everything else as it is. */
export function decodeEntities(text: string): string {
  if (!/&(?:#\w{1,8}|[a-z]\w{1,30});/i.test(text)) return text;
  const parts: string[] = [];
  new Parser({ ontext: (part) => parts.push(part) }).end(text.replaceAll('<', '&lt;'));
  return parts.join('');
}
