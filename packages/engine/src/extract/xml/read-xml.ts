import { ExtractError } from '@dsgen/core';
import { Parser } from 'htmlparser2';
import { decodeXml } from './decode-xml.ts';
import type { XmlElement } from './xml-element.ts';
import { XmlNames } from './xml-names.ts';

export interface ReadXmlOptions {
  /** Most nested elements. */
  readonly maxDepth: number;
  /**
   * Whether an element is wanted whole; asked outside wanted elements only, with the name of the parent. What is not
   * wanted is walked through and dropped.
   */
  readonly isWanted: (name: string, parent: string | undefined) => boolean;
  /** Told of each element that is walked through. */
  readonly onEnter?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Gets each wanted element as soon as it is complete; nothing else is kept, so memory follows one element. */
  readonly onElement: (element: XmlElement) => void;
}

/**
 * Streams an XML document as the wanted elements in it. There is no support for entities of the document's own and
 * nothing is ever loaded: a document type with declarations is refused, one without is ignored.
 *
 * @throws ExtractError `bomb` for too deep nesting or entity declarations, `corrupt` for a document that breaks off
 */
export function readXml(bytes: Uint8Array, options: ReadXmlOptions): void {
  const builder = new ElementBuilder(options);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: (name, isImplied) => builder.close(name, isImplied),
      ontext: (text) => builder.text(text),
      onprocessinginstruction: refuseDeclarations,
    },
    { xmlMode: true },
  );
  for (const chunk of decodeXml(bytes)) parser.write(chunk);
  parser.end();
  builder.end();
}

/** Reads a whole document as one tree; for parts that are small by nature. */
export function readXmlTree(bytes: Uint8Array, options: Pick<ReadXmlOptions, 'maxDepth'>): XmlElement {
  let root: XmlElement | undefined;
  readXml(bytes, {
    maxDepth: options.maxDepth,
    isWanted: () => true,
    onElement(element) {
      root ??= element;
    },
  });
  if (root === undefined) throw new ExtractError('corrupt', 'An XML part holds no element.');
  return root;
}

/** The parser gives `<!DOCTYPE …` up to the first `>`, so declarations inside show after their bracket or on their own. */
function refuseDeclarations(name: string, data: string): void {
  if (name !== '!ENTITY' && !(name.toUpperCase() === '!DOCTYPE' && data.includes('['))) return;
  if (/\s(?:SYSTEM|PUBLIC)\s/.test(data.slice(data.indexOf('[') + 1))) {
    throw new ExtractError('corrupt', 'An XML part refers to content outside the document, which its format forbids.');
  }
  throw new ExtractError('bomb', 'An XML part declares entities of its own; they are never expanded.');
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Array<XmlElement | string>;
}

class ElementBuilder {
  readonly #options: ReadXmlOptions;
  readonly #names = new XmlNames();
  /** Names of all open elements, for the parent's name and the depth. */
  readonly #path: string[] = [];
  /** Open elements from the wanted one inwards; empty outside. */
  readonly #open: OpenElement[] = [];
  #elementCount = 0;
  #isJustOpened = false;

  constructor(options: ReadXmlOptions) {
    this.#options = options;
  }

  open(rawName: string, rawAttributes: Record<string, string>): void {
    this.#names.declare(rawAttributes);
    const name = this.#names.element(rawName);
    const parent = this.#path.at(-1);
    this.#elementCount += 1;
    this.#isJustOpened = true;
    if (this.#path.push(name) > this.#options.maxDepth) {
      throw new ExtractError('bomb', `An XML part nests deeper than ${this.#options.maxDepth} elements.`);
    }
    const container = this.#open.at(-1);
    if (container === undefined && !this.#options.isWanted(name, parent)) {
      this.#options.onEnter?.(name, this.#names.attributes(rawAttributes));
      return;
    }
    const element = { name, attributes: this.#names.attributes(rawAttributes), children: [] };
    container?.children.push(element);
    this.#open.push(element);
  }

  text(text: string): void {
    this.#isJustOpened = false;
    this.#open.at(-1)?.children.push(text);
  }

  /** The parser calls a self-closing tag implied as well; only there nothing lies between opening and closing. */
  close(name: string, isImplied: boolean): void {
    if (isImplied && !this.#isJustOpened) {
      throw new ExtractError('corrupt', `An XML part breaks off inside <${name}>.`);
    }
    this.#isJustOpened = false;
    this.#path.pop();
    const element = this.#open.pop();
    if (element !== undefined && this.#open.length === 0) this.#options.onElement(element);
  }

  end(): void {
    if (this.#elementCount === 0) throw new ExtractError('corrupt', 'An XML part holds no element.');
  }
}
