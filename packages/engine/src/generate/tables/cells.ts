/** A cell or name as a question quotes it: code is marked already. */
export function quoted(text: string): string {
  return /^`[^`]+`$/u.test(text) ? text : `"${text}"`;
}

/** Whether a cell can be quoted in a question: it has no quotation mark of its own and says something. */
export function isQuotable(text: string, longest = 60): boolean {
  return text.length <= longest && /[\p{L}\p{N}]/u.test(text) && !/["“”]/u.test(text);
}

/** A name as a question quotes it; a bare number says only with its column what it is the number of. */
export function rowCalled(key: string, column: string): string {
  return isBareNumber(key) ? `the row with ${quoted(key)} under ${quoted(column)}` : quoted(key);
}

/** "8", "1,000": as the name of a row it reads like the row's place. */
export function isBareNumber(text: string): boolean {
  return /^[\d\s.,]+$/u.test(text);
}

/** A mark of code without its other end. */
export function hasStrayMark(text: string): boolean {
  return text.split('`').length % 2 === 0;
}

/** Without the marks of code: in data the font of a cell says nothing. */
export function asData(text: string): string {
  return text.replaceAll(/`(?<code>[^`]+)`/gu, '$<code>');
}

/** Whether a cell says more than that there is nothing to say. */
export function isTelling(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^(?:n\/?a|none|tbd|null|x|-+|\?)$/iu.test(asData(text));
}

/** Whether one value holds the other, so that a reader could count its row in or out: "POST" and "GET, POST". */
export function isLike(left: string, right: string): boolean {
  const [one, other] = [asData(left).toLowerCase(), asData(right).toLowerCase()];
  return one !== '' && (one.includes(other) || other.includes(one));
}
