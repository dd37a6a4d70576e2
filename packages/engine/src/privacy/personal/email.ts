import type { TextRange } from '@dsgen/core';
import type { Detector, Match } from '../detector.ts';
import { isWordCharacter, matchAt } from '../characters.ts';

/** Longest local part and domain of RFC 5321. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;
const LONGEST_CREDENTIALS = 48;
const SLASH = 0x2f;

const DOMAIN =
  /(?:[\dA-Za-z\u00C0-\u024F](?:[\dA-Za-z\u00C0-\u024F-]{0,61}[\dA-Za-z\u00C0-\u024F])?\.){1,8}[A-Za-z\u00C0-\u024F]{2,24}(?![\w\u00C0-\u024F-])/y;

/** Domains set aside for documentation (RFC 2606, RFC 6761), and what people write for "your domain". */
const RESERVED =
  /(?:^|\.)(?:example|test|invalid|localhost|local|internal|localdomain)(?:$|\.[a-z]{2,3}(?:\.[a-z]{2})?$)|^(?:your|my|some)?-?(?:domain|company|organi[sz]ation|site|host|email|mail)\.(?:com|org|net|tld|gov)$/iu;

/** `logo@2x.png` and its like are files. */
const FILE_ENDING =
  /\.(?:png|jpe?g|gif|svg|webp|ico|css|scss|m?[jt]sx?|json|ya?ml|toml|md|html?|pdf|zip|gz|xz|py|rb|rs|go|java|cpp|hpp|sh|lock|service|socket|timer|target|mount)$/iu;

/** Accounts of programs at code hosts: part of an address to clone from. */
const PROGRAM_ACCOUNT = /^(?:git|hg|svn|ssh)$/iu;

/** E-mail addresses that somebody can receive mail at. */
export const email: Detector = { name: 'email', category: 'pii', trigger: { on: 'sign', sign: '@' }, verify };

function verify(text: string, { start: at }: TextRange): Match | undefined {
  const start = localStart(text, at);
  if (start === at || at - start > LONGEST_LOCAL) return undefined;
  const domain = matchAt(DOMAIN, text, at + 1);
  if (domain === undefined || domain.length > LONGEST_DOMAIN) return undefined;
  if (RESERVED.test(domain) || FILE_ENDING.test(domain)) return undefined;
  if (isPartOfUrl(text, start)) return undefined;
  const end = at + 1 + domain.length;
  const local = text.slice(start, at);
  if (PROGRAM_ACCOUNT.test(local) || isPlaceholder(local) || isRemotePath(text, end)) return undefined;
  return { kind: 'email', start, end };
}

/** Where the local part begins: no further back than it may be long. */
function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start <= LONGEST_LOCAL && isLocalCharacter(text.charCodeAt(start - 1))) start -= 1;
  while (start < at && !isWordCharacter(text.charCodeAt(start))) start += 1;
  return text.charCodeAt(at - 1) === 0x2e ? at : start;
}

function isLocalCharacter(code: number): boolean {
  // Letters, digits and . _ % + - ' of everyday addresses; other alphabets have no space before an address.
  return (
    (code < 128 && isWordCharacter(code)) ||
    code === 0x2e ||
    code === 0x25 ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x27
  );
}

/** `postgres://user:pass@host`: what stands before the sign is not a mailbox. */
function isPartOfUrl(text: string, start: number): boolean {
  let index = start - 1;
  while (index > 0 && start - index < LONGEST_CREDENTIALS && text.charCodeAt(index) > 0x20) {
    if (text.charCodeAt(index) === SLASH) return text.startsWith('://', index - 2);
    index -= 1;
  }
  return false;
}

/** `deploy@host.tld:/srv` and `user@host.tld:~/file` are for ssh. */
function isRemotePath(text: string, end: number): boolean {
  return /^:(?:[/~]|[\w.-]{1,40}\/)/u.test(text.slice(end, end + 44));
}

function isPlaceholder(local: string): boolean {
  return /^(?:x+|y+|your[._-]?(?:name|e?mail|address|user)?|user(?:name)?|name|someone|somebody|foo|bar|(?:first|f)[._-]?(?:name)?[._-](?:last|l)[._-]?(?:name)?|firstname|lastname|e?mail[._-]?address)$/iu.test(
    local,
  );
}
