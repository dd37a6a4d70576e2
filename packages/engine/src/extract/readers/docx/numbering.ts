import { childrenNamed, firstChild, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';

interface NumberingLevel {
  readonly ordered: boolean;
  readonly isNone: boolean;
  readonly start: number;
}

/** One item's place in its list. */
export interface NumberedItem {
  readonly ordered: boolean;
  readonly number: number;
  /** Items of one abstract definition continue one another's numbers, and are one list. */
  readonly listKey: string;
}

const MAX_DEPTH = 8;

/** Lists of a document: which paragraphs are numbered, which have bullets, and the running numbers. */
export class Numbering {
  readonly #levels = new Map<string, ReadonlyMap<number, NumberingLevel>>();
  readonly #abstractIds = new Map<string, string>();
  readonly #counters = new Map<string, number[]>();

  constructor(root: XmlElement | undefined) {
    const abstracts = new Map(
      childrenNamed(root, 'w:abstractNum').map((element) => [
        element.attributes['w:abstractNumId'] ?? '',
        readLevels(element),
      ]),
    );
    for (const element of childrenNamed(root, 'w:num')) {
      const numberingId = element.attributes['w:numId'] ?? '';
      const abstractId = firstChild(element, 'w:abstractNumId')?.attributes['w:val'] ?? '';
      this.#levels.set(numberingId, withOverrides(abstracts.get(abstractId), element));
      const restarts = childrenNamed(element, 'w:lvlOverride').length > 0;
      this.#abstractIds.set(numberingId, restarts ? `${abstractId}/${numberingId}` : abstractId);
    }
  }

  /** Counts the next item of a list; `undefined` when the numbering does not exist or shows no marker. */
  next(numberingId: string, depth: number): NumberedItem | undefined {
    const levels = this.#levels.get(numberingId);
    const listKey = this.#abstractIds.get(numberingId);
    if (levels === undefined || listKey === undefined || depth > MAX_DEPTH) return undefined;
    const level = levels.get(depth);
    if (level?.isNone === true) return undefined;
    const counters = this.#counters.get(listKey) ?? [];
    this.#counters.set(listKey, counters);
    const number = counters[depth] === undefined ? (level?.start ?? 1) : counters[depth] + 1;
    counters.length = Math.min(counters.length, depth + 1);
    counters[depth] = number;
    return { ordered: level?.ordered ?? false, number, listKey };
  }
}

function readLevels(element: XmlElement): Map<number, NumberingLevel> {
  return new Map(childrenNamed(element, 'w:lvl').map((level) => [levelIndex(level), readLevel(level)]));
}

function readLevel(level: XmlElement): NumberingLevel {
  const format = firstChild(level, 'w:numFmt')?.attributes['w:val'] ?? 'decimal';
  const markerText = firstChild(level, 'w:lvlText')?.attributes['w:val'];
  return {
    ordered: format !== 'bullet' && format !== 'none',
    isNone: format === 'none' || (markerText === '' && format !== 'bullet'),
    start: integerAttribute(firstChild(level, 'w:start'), 'w:val') ?? 1,
  };
}

function withOverrides(
  levels: ReadonlyMap<number, NumberingLevel> | undefined,
  numbering: XmlElement,
): ReadonlyMap<number, NumberingLevel> {
  const result = new Map(levels);
  for (const override of childrenNamed(numbering, 'w:lvlOverride')) {
    const depth = levelIndex(override);
    const ownLevel = firstChild(override, 'w:lvl');
    const level = ownLevel === undefined ? result.get(depth) : readLevel(ownLevel);
    const start = integerAttribute(firstChild(override, 'w:startOverride'), 'w:val');
    if (level !== undefined) result.set(depth, start === undefined ? level : { ...level, start });
  }
  return result;
}

function levelIndex(element: XmlElement): number {
  return integerAttribute(element, 'w:ilvl') ?? 0;
}
