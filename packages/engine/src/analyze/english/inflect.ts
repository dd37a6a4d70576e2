import { BASE_VERBS, thirdPersonBase } from './verbs.ts';

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    made: 'make',
    run: 'run',
    led: 'lead',
    held: 'hold',
    written: 'write',
    given: 'give',
    taken: 'take',
    chosen: 'choose',
    paid: 'pay',
    sent: 'send',
    kept: 'keep',
    built: 'build',
    set: 'set',
    drawn: 'draw',
    overseen: 'oversee',
    found: 'find',
    shown: 'show',
    put: 'put',
    read: 'read',
    taught: 'teach',
    sold: 'sell',
    bought: 'buy',
    driven: 'drive',
  }),
);

/** The base of a past participle: "handled" gives "handle", "written" gives "write"; undefined for other words. */
export function participleBase(word: string): string | undefined {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  const root = /^(?<root>\p{Ll}{2,})ed$/u.exec(word)?.groups?.['root'];
  if (root === undefined) return undefined;
  const single = /([^aeious])\1$/u.test(root) ? root.slice(0, -1) : '';
  return [root.replace(/i$/u, 'y'), `${root}e`, single].find((base) => BASE_VERBS.has(base));
}

/** The third person of a base verb: "handle" gives "handles", "apply" "applies", "pass" "passes". */
export function thirdPerson(base: string): string {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(base) ? `${base}es` : `${base}s`;
}

/** The base of what is known to be the third person of a verb: "checks" gives "check", "passes" "pass", "causes" "cause". */
export function baseOfThird(verb: string): string {
  const known = thirdPersonBase(verb);
  if (known !== undefined) return known;
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  return /(?:ss|x|zz|ch|sh|focus|o)es$/u.test(verb) ? verb.slice(0, -2) : verb.replace(/s$/u, '');
}
