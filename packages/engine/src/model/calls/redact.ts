/** Takes secrets out of a text that others will read: providers and libraries repeat what they were sent. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  // Longest first, so that a secret that contains another goes as a whole.
  const known = secrets.toSorted((left, right) => right.length - left.length);
  return (text) => known.reduce((shown, secret) => shown.replaceAll(secret, '[key]'), text);
}
