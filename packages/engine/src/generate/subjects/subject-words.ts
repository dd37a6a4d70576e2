/** Words with a capital that name no subject: parts of a text, times, kinds of thing that every manual has. */
const NO_SUBJECT = new Set(
  `section chapter figure table listing appendix part page note example version january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday english api url uri id
  pdf html xml json sql http https unix internet us usa ok yes no true false null none dr mr mrs ms university
  department government federal state national american united states world team office title step faq readme howto guide
  introduction overview policy summary code conduct product manager boolean string integer hello linux windows`.split(
    /\s+/u,
  ),
);

/** "OSPOs" and "Rebooting" are many, and an act. */
export function isNoName(word: string): boolean {
  return /^\p{Lu}{2,}s$|ing$/u.test(word);
}

/** Whether a word, in lower case, can be the name of what a document is about. */
export function isSubjectWord(lower: string): boolean {
  return lower.length > 1 && !NO_SUBJECT.has(lower);
}
