/** A first line at most this long heads a slide that has no title of its own. */
const LONGEST_STAND_IN_TITLE = 100;

/** Whether a slide's first line can serve as its title: many decks put their titles into plain text boxes. */
export function isStandInTitle(text: string): boolean {
  return text !== '' && text.length <= LONGEST_STAND_IN_TITLE && !/[.!?:;,]$/.test(text);
}
