import type { Token } from 'marked';

const HTML_NAMES = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas
  caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd
  keygen label legend li link main map mark marquee math menu menuitem meta meter mi mn mo mrow nav nobr noframes noscript object ol
  optgroup option output p param path picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select
  shadow slot small source spacer span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead
  time title toc tr track tt u ul use var video wbr xmp`.split(/\s+/),
);
/** `<version>`, `<YOUR_NAME>`, `<name of the app>`: components of pages begin with one capital or have values. */
const LIKE_A_PLACEHOLDER = /^<(?<name>[a-z][\w-]*|[A-Z][A-Z\d_-]+)(?: [a-z][\w-]*){0,4}>$/;

/**
 * What a reader is to fill in, such as `<version>` in a command: a tag that no element of HTML has and nothing closes.
 * Gives a test for the inline tokens of one block.
 */
export function placeholderTest(tokens: readonly Token[]): (tag: string) => boolean {
  const closed = new Set(
    tokens.flatMap(({ type, raw }) => (type === 'html' && raw.startsWith('</') ? [raw.slice(2, -1).trim()] : [])),
  );
  return (tag) => {
    const name = LIKE_A_PLACEHOLDER.exec(tag)?.groups?.['name'];
    return name !== undefined && !HTML_NAMES.has(name.toLowerCase()) && !closed.has(name);
  };
}
