const WORD = 'w';
const MATH = 'm';
const DRAWING = 'a';
const RELATIONSHIP = 'r';
const SPREADSHEET = '';
const PRESENTATION = 'p';
const OOXML_TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const OOXML_STRICT = 'http://purl.oclc.org/ooxml/';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';

/**
 * Prefix by namespace. A file may bind any prefix it likes, so readers match these names only. The empty prefix is
 * for vocabularies that readers meet alone: spreadsheets, relationships, content types, EPUB packages.
 */
const CANONICAL_PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OOXML_TRANSITIONAL}wordprocessingml/2006/main`, WORD],
  [`${OOXML_STRICT}wordprocessingml/main`, WORD],
  [`${OOXML_TRANSITIONAL}officeDocument/2006/math`, MATH],
  [`${OOXML_STRICT}officeDocument/math`, MATH],
  [`${OOXML_TRANSITIONAL}drawingml/2006/main`, DRAWING],
  [`${OOXML_STRICT}drawingml/main`, DRAWING],
  [`${OOXML_TRANSITIONAL}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${OOXML_STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OOXML_TRANSITIONAL}drawingml/2006/spreadsheetDrawing`, 'xdr'],
  [`${OOXML_STRICT}drawingml/spreadsheetDrawing`, 'xdr'],
  [`${OOXML_TRANSITIONAL}drawingml/2006/chart`, 'c'],
  [`${OOXML_STRICT}drawingml/chart`, 'c'],
  [`${OOXML_TRANSITIONAL}drawingml/2006/diagram`, 'dgm'],
  [`${OOXML_STRICT}drawingml/diagram`, 'dgm'],
  [`${OOXML_TRANSITIONAL}officeDocument/2006/relationships`, RELATIONSHIP],
  [`${OOXML_STRICT}officeDocument/relationships`, RELATIONSHIP],
  [`${OOXML_TRANSITIONAL}spreadsheetml/2006/main`, SPREADSHEET],
  [`${OOXML_STRICT}spreadsheetml/main`, SPREADSHEET],
  [`${OOXML_TRANSITIONAL}presentationml/2006/main`, PRESENTATION],
  [`${OOXML_STRICT}presentationml/main`, PRESENTATION],
  [`${OOXML_TRANSITIONAL}package/2006/relationships`, ''],
  [`${OOXML_TRANSITIONAL}package/2006/metadata/core-properties`, 'cp'],
  [`${OOXML_TRANSITIONAL}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:oasis:names:tc:opendocument:xmlns:container', ''],
  ['http://www.idpf.org/2007/opf', ''],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
  [`${ODF}office:1.0`, 'office'],
  [`${ODF}style:1.0`, 'style'],
  [`${ODF}text:1.0`, 'text'],
  [`${ODF}table:1.0`, 'table'],
  [`${ODF}drawing:1.0`, 'draw'],
  [`${ODF}presentation:1.0`, 'presentation'],
  [`${ODF}chart:1.0`, 'chart'],
  [`${ODF}svg-compatible:1.0`, 'svg'],
  [`${ODF}xsl-fo-compatible:1.0`, 'fo'],
  [`${ODF}meta:1.0`, 'meta'],
  [`${ODF}manifest:1.0`, 'manifest'],
]);

/**
 * Turns the names of one XML document into canonical ones. Declarations count from where they stand to the end of the
 * document: office files bind each prefix once, and scopes would cost a map per element.
 */
export class XmlNames {
  readonly #prefixes = new Map<string, string>();
  readonly #cache = new Map<string, string>();

  /** Takes note of the `xmlns` attributes among these. */
  declare(attributes: Readonly<Record<string, string>>): void {
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const canonical = CANONICAL_PREFIXES.get(attributes[key] ?? '');
      const prefix = key === 'xmlns' ? '' : key.slice('xmlns:'.length);
      if ((this.#prefixes.get(prefix) ?? prefix) === (canonical ?? prefix)) continue;
      this.#prefixes.set(prefix, canonical ?? prefix);
      this.#cache.clear();
    }
  }

  element(name: string): string {
    const known = this.#cache.get(name);
    if (known !== undefined) return known;
    const canonical = this.#canonical(name);
    this.#cache.set(name, canonical);
    return canonical;
  }

  /** An attribute without a prefix is in no namespace, whatever the default one is. */
  attributes(attributes: Record<string, string>): Record<string, string> {
    if (this.#prefixes.size === 0 || !hasPrefixedKey(attributes)) return attributes;
    const renamed: Record<string, string> = {};
    for (const key in attributes) {
      renamed[key.includes(':') ? this.element(key) : key] = attributes[key] ?? '';
    }
    return renamed;
  }

  #canonical(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const canonical = this.#prefixes.get(prefix);
    if (canonical === undefined) return name;
    const localName = name.slice(colon + 1);
    return canonical === '' ? localName : `${canonical}:${localName}`;
  }
}

function hasPrefixedKey(attributes: Readonly<Record<string, string>>): boolean {
  for (const key in attributes) if (key.includes(':')) return true;
  return false;
}
