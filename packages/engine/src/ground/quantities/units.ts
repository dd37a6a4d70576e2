/** What a unit measures, and how many of the smallest unit of that kind it is. */
interface Scale {
  readonly dimension: string;
  readonly factor: number;
}

/** Units by the one name they are compared by, with all that people write for them. */
const NAMES: Readonly<Record<string, string>> = {
  second: 'second seconds sec secs s',
  minute: 'minute minutes min mins',
  hour: 'hour hours hr hrs h hourly',
  day: 'day days daily nightly night nights',
  week: 'week weeks weekly',
  fortnight: 'fortnight fortnights fortnightly',
  month: 'month months monthly',
  quarter: 'quarterly',
  year: 'year years yearly annual annually yr yrs',
  decade: 'decade decades',
  century: 'century centuries',
  '%': '% percent percentage',
  euro: 'euro euros € eur',
  cent: 'cent cents',
  dollar: 'dollar dollars $ usd',
  pound: 'pound pounds £ gbp',
  character: 'character characters',
  millimetre: 'millimetre millimetres millimeter millimeters mm',
  centimetre: 'centimetre centimetres centimeter centimeters cm',
  metre: 'metre metres meter meters m',
  kilometre: 'kilometre kilometres kilometer kilometers km',
  foot: 'foot feet ft',
  inch: 'inch inches',
  mile: 'mile miles',
  gram: 'gram grams g gramme grammes',
  kilogram: 'kilogram kilograms kg kilo kilos',
  tonne: 'tonne tonnes ton tons',
  millilitre: 'millilitre millilitres milliliter milliliters ml',
  litre: 'litre litres liter liters l',
  celsius: 'celsius °c',
  fahrenheit: 'fahrenheit °f',
  degree: '° degree degrees',
  kelvin: 'kelvin kelvins k',
  byte: 'byte bytes',
  kilobyte: 'kilobyte kilobytes kb kib',
  megabyte: 'megabyte megabytes mb mib',
  gigabyte: 'gigabyte gigabytes gb gib',
  volt: 'volt volts v',
  watt: 'watt watts w',
  kilowatt: 'kilowatt kilowatts kw',
  hertz: 'hertz hz',
  knot: 'knot knots',
  request: 'request requests',
};

const SCALES: Readonly<Record<string, Scale>> = {
  second: { dimension: 'time', factor: 1 },
  minute: { dimension: 'time', factor: 60 },
  hour: { dimension: 'time', factor: 3600 },
  day: { dimension: 'time', factor: 86_400 },
  week: { dimension: 'time', factor: 7 * 86_400 },
  fortnight: { dimension: 'time', factor: 14 * 86_400 },
  month: { dimension: 'months', factor: 1 },
  quarter: { dimension: 'months', factor: 3 },
  year: { dimension: 'months', factor: 12 },
  decade: { dimension: 'months', factor: 120 },
  century: { dimension: 'months', factor: 1200 },
  cent: { dimension: 'euro', factor: 0.01 },
  euro: { dimension: 'euro', factor: 1 },
  millimetre: { dimension: 'length', factor: 0.001 },
  centimetre: { dimension: 'length', factor: 0.01 },
  metre: { dimension: 'length', factor: 1 },
  kilometre: { dimension: 'length', factor: 1000 },
  watt: { dimension: 'power', factor: 1 },
  kilowatt: { dimension: 'power', factor: 1000 },
  gram: { dimension: 'mass', factor: 1 },
  kilogram: { dimension: 'mass', factor: 1000 },
  tonne: { dimension: 'mass', factor: 1_000_000 },
  millilitre: { dimension: 'volume', factor: 1 },
  litre: { dimension: 'volume', factor: 1000 },
};

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);

/** The unit that a word, sign or abbreviation in lower case means. */
export function unitOf(lower: string): string | undefined {
  return UNITS.get(lower);
}

/** An amount in the smallest unit of its kind: what two amounts in different units are compared by. */
export function inBase(amount: number, unit: string): { readonly dimension: string; readonly amount: number } {
  const { dimension, factor } = SCALES[unit] ?? { dimension: unit, factor: 1 };
  return { dimension, amount: amount * factor };
}

/** The same, with months as days: what rounded spans of time are compared by. */
export function inDays(amount: number, unit: string): { readonly dimension: string; readonly amount: number } {
  const base = inBase(amount, unit);
  if (base.dimension === 'months') return { dimension: 'days', amount: base.amount * 30.4 };
  return base.dimension === 'time' ? { dimension: 'days', amount: base.amount / 86_400 } : base;
}

/** Whether two units measure the same kind of thing; all spans of time do. */
export function isAlike(left: string, right: string): boolean {
  return dimensionOf(left) === dimensionOf(right);
}

function dimensionOf(unit: string): string {
  const dimension = SCALES[unit]?.dimension ?? unit;
  return dimension === 'months' ? 'time' : dimension;
}
