import { childrenNamed, firstChild, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';

/** What a number format makes of a number, as far as it changes the meaning; decorations are left out. */
export type NumberKind = 'plain' | 'percent' | 'date' | 'time' | 'date-time' | 'duration';

const DAY_SECONDS = 86_400;
const DAY_MILLISECONDS = 86_400_000;
/** 9999-12-31 in the 1900 date system, the last day that spreadsheets know. */
const LAST_SERIAL = 2_958_465;
/** The 1900 system counts a 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const SIGNIFICANT_DIGITS = 15;

/** Kinds of the formats that files refer to by number only; 27 to 36 and 50 to 58 are East Asian dates. */
function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
  if (id === 22) return 'date-time';
  return id === 46 ? 'duration' : 'plain';
}

/** The kind of number each cell style (`s` of a cell) shows. */
export function readNumberKinds(styles: XmlElement | undefined): readonly NumberKind[] {
  const custom = new Map(
    childrenNamed(firstChild(styles, 'numFmts'), 'numFmt').map((format) => [
      integerAttribute(format, 'numFmtId') ?? -1,
      kindOfFormatCode(format.attributes['formatCode'] ?? ''),
    ]),
  );
  return childrenNamed(firstChild(styles, 'cellXfs'), 'xf').map((style) => {
    const id = integerAttribute(style, 'numFmtId') ?? 0;
    return custom.get(id) ?? builtInKind(id);
  });
}

/** Tells the kind of a format code such as `[$-409]d/m/yy h:mm AM/PM;@`. Only the section for positive numbers counts. */
export function kindOfFormatCode(code: string): NumberKind {
  const letters = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase();
  if (letters === undefined || letters.includes('general')) return 'plain';
  if (letters.includes('%')) return 'percent';
  if (/\[[hms]+\]/.test(letters)) return 'duration';
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'plain';
}

/** A number as text: dates in ISO form, percentages with their sign, everything else without binary noise. */
export function formatNumber(value: number, kind: NumberKind, usesDate1904: boolean): string {
  if (kind === 'percent') return `${plainNumber(value * 100)}%`;
  if (kind === 'duration' && value >= 0) return formatClock(Math.round(value * DAY_SECONDS));
  if (kind === 'plain' || value < 0 || value > LAST_SERIAL) return plainNumber(value);
  const seconds = Math.round((value % 1) * DAY_SECONDS);
  const clock = formatClock(seconds === DAY_SECONDS ? 0 : seconds);
  if (kind === 'time') return clock;
  const wholeDays = Math.floor(value) + (seconds === DAY_SECONDS ? 1 : 0);
  const date = formatDay(wholeDays, usesDate1904);
  return kind === 'date-time' && seconds !== 0 ? `${date} ${clock}` : date;
}

/** Rounding costs far more than looking whether there is anything to round. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.length <= SIGNIFICANT_DIGITS ? text : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

function formatDay(serial: number, usesDate1904: boolean): string {
  const shift = !usesDate1904 && serial < FALSE_LEAP_DAY ? 1 : 0;
  const epoch = usesDate1904 ? EPOCH_1904 : EPOCH_1900;
  return new Date(epoch + (serial + shift) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function formatClock(totalSeconds: number): string {
  const seconds = totalSeconds % 60;
  const minutes = Math.floor(totalSeconds / 60) % 60;
  const hours = Math.floor(totalSeconds / 3600);
  const clock = `${twoDigits(hours)}:${twoDigits(minutes)}`;
  return seconds === 0 ? clock : `${clock}:${twoDigits(seconds)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
