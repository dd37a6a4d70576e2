/** Identifiers of the SPDX licence list that documents are likely to name. */
const IDS = [
  '0BSD',
  'AGPL-3.0',
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'Artistic-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC-BY-NC-3.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-ND-3.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-NC-SA-3.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-3.0',
  'CC-BY-ND-4.0',
  'CC-BY-SA-3.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'CDLA-Permissive-2.0',
  'EPL-2.0',
  'EUPL-1.2',
  'GFDL-1.3',
  'GFDL-1.3-only',
  'GFDL-1.3-or-later',
  'GPL-2.0',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-2.1',
  'LGPL-2.1-only',
  'LGPL-2.1-or-later',
  'LGPL-3.0',
  'LGPL-3.0-only',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'MulanPSL-2.0',
  'NCSA',
  'ODbL-1.0',
  'OFL-1.1',
  'OGL-UK-3.0',
  'PDDL-1.0',
  'PostgreSQL',
  'PSF-2.0',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'W3C',
  'WTFPL',
  'Zlib',
] as const;

const byLowerCase: ReadonlyMap<string, string> = new Map(IDS.map((id) => [id.toLowerCase(), id]));

/** The identifier as the list spells it; undefined when it is not known here. */
export function spdxId(text: string): string | undefined {
  return byLowerCase.get(text.trim().toLowerCase());
}

const OPERATOR = /^(?:AND|OR|WITH)$/u;
const NAME = /^(?:LicenseRef-)?[A-Za-z0-9.+-]{1,60}$/u;

/**
 * A licence expression such as `MIT OR Apache-2.0`, with known identifiers spelled as the list has them. Undefined when it
 * is none. Who writes one says that the names in it are identifiers, so one that is not known here is kept.
 */
export function spdxExpression(text: string): string | undefined {
  const tokens = text.trim().match(/[()]|[^\s()]+/gu) ?? [];
  if (tokens.length === 0 || tokens.length > 40) return undefined;
  let depth = 0;
  let expectsName = true;
  for (const token of tokens) {
    if (token === '(' && expectsName) depth += 1;
    else if (token === ')' && !expectsName && depth > 0) depth -= 1;
    else if (expectsName && NAME.test(token) && !OPERATOR.test(token)) expectsName = false;
    else if (!expectsName && OPERATOR.test(token)) expectsName = true;
    else return undefined;
  }
  if (expectsName || depth > 0) return undefined;
  return tokens
    .map((token) => spdxId(token) ?? token)
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
}
