import type { TextRange } from '@dsgen/core';
import { isWordCharacter, matchAt } from '../characters.ts';
import { isAfter } from '../context.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

const NAME = "[A-ZÀ-Ý][\\wÀ-ÿ'’.-]{0,24}";
const UNIT = '(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor)\\.? ?[\\dA-Z]{1,5})?';
const ENGLISH = new RegExp(
  `\\d{1,5}[A-Z]?,? (?:(?:${NAME}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Terrace|Close|Crescent|Parkway|Pkwy|Gardens|Grove|Mews|Circle|Cir)\\b\\.?${UNIT}`,
  'y',
);
const FRENCH = new RegExp(
  `\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai) (?:(?:de|du|des|la|le|les|l'|d')[ ]?){0,3}(?:${NAME}[ -]?){1,3}`,
  'y',
);
/** A state and ZIP code, a postcode, or a five-digit code and town after it make an address of any street. */
const TOWN_AFTER =
  /^[,\n]? ?(?:[A-ZÀ-Ý][\wÀ-ÿ'’.-]{1,24}[ ,]{1,2}){0,4}?(?:[A-Z]{2},? \d{5}(?:-\d{4})?\b|[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\d{5} [A-ZÀ-Ý][\wÀ-ÿ'’-]{1,24}|[A-Z]\d[A-Z] \d[A-Z]\d\b)/u;
const CONTEXT =
  /\b(?:lives?|lived|living|resides?|residing|residence|home|house|address(?:ed)?|moved|deliver(?:ed|y)?|ship(?:ped|ping)?|mail(?:ed|ing)?|visit(?:ed)?|sent|billing|located|apartment|property|occupant|tenant|domicile|wohnhaft|wohnt|anschrift|adresse|habite|domicilié|demeurant)\b[^\n]{0,36}$/iu;

/** A house number ends so: `12 Main`, `12, rue`, `12B`, `12bis`. */
const BEFORE_STREET = /[ ,A-Zbt]/u;

/** Postal addresses: house number and street, with words before or a town after that make it one. */
export const streetAddress: Detector = {
  name: 'street-address',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(1, 5) },
  verify,
};

function verify(text: string, { start, end: numberEnd }: TextRange): Match | undefined {
  if (!BEFORE_STREET.test(text.charAt(numberEnd))) return undefined;
  const before = text.charCodeAt(start - 1);
  if (isWordCharacter(before) || before === 0x2e || before === 0x2d || before === 0x2c || before === 0x24)
    return undefined;
  const street = matchAt(ENGLISH, text, start) ?? matchAt(FRENCH, text, start)?.trimEnd();
  if (street === undefined) return undefined;
  const end = start + street.length;
  const town = TOWN_AFTER.exec(text.slice(end, end + 72))?.[0] ?? '';
  if (town === '' && !isAfter(CONTEXT, text, start)) return undefined;
  return { kind: 'street-address', start, end: end + town.length };
}

const GERMAN_STREET =
  /(?:[A-ZÄÖÜ][a-zäöüß]{2,24}(?:straße|strasse|str\.|weg|allee|gasse|platz|ring|damm|ufer)|(?:[A-ZÄÖÜ][a-zäöüß]{2,20}[ -]){1,2}(?:Straße|Strasse|Str\.|Weg|Allee|Gasse|Platz|Ring|Damm|Ufer)) $/u;
const GERMAN_TOWN = /^\d{1,3} ?[a-h]?(?:,|\n) ?(?:D-)?\d{5} [A-ZÄÖÜ][a-zäöüß-]{2,24}/u;

/** The German order: street, number, postcode, town. */
export const germanAddress: Detector = {
  name: 'german-address',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(1, 3) },
  verify: verifyGerman,
};

function verifyGerman(text: string, { start }: TextRange): Match | undefined {
  if (text.charCodeAt(start - 1) !== 0x20) return undefined;
  const head = text.slice(Math.max(0, start - 56), start);
  if (!/[eßgz.r mf]/u.test(head.charAt(head.length - 2))) return undefined;
  const street = GERMAN_STREET.exec(head)?.[0];
  if (street === undefined) return undefined;
  const town = GERMAN_TOWN.exec(text.slice(start, start + 48))?.[0];
  const number = matchAt(/\d{1,3} ?[a-h]?\b/y, text, start) ?? '';
  if (town === undefined && !isAfter(CONTEXT, text, start - street.length)) return undefined;
  return { kind: 'street-address', start: start - street.length, end: start + (town ?? number).length };
}
