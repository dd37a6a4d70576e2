import { ExtractError } from '@dsgen/core';
import { HARD_BREAK } from '../../raw-block.ts';
import type { BlockWriter } from '../office/block-writer.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { codePageOfCharset, decodeCodePage } from './character-sets.ts';
import { destinationOf, type Destination, type Section } from './destinations.ts';
import { DocumentTables } from './document-tables.ts';
import { tokenizeRtf, type RtfToken } from './rtf-tokens.ts';
import { PLAIN_PARAGRAPH, TextFlow, type ParagraphFormat } from './text-flow.ts';

/** What a closing brace sets back. */
interface GroupState {
  readonly destination: Destination;
  /** Whether this group opened its destination, so that closing it ends what the destination gathered. */
  readonly opensFlow: boolean;
  readonly isHidden: boolean;
  readonly codePage: number;
  /** How many characters of fallback follow each `\u`. */
  readonly fallbackLength: number;
  readonly paragraph: ParagraphFormat;
}

export interface RtfInterpreterOptions {
  readonly writers: Readonly<Record<Section, BlockWriter>>;
  readonly budget: TextBudget;
  readonly maxDepth: number;
}

const SPECIAL_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', HARD_BREAK],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['nestcell', ' '],
  ['nestrow', ' '],
]);
const SYMBOL_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '-'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
]);

/** Runs RTF as the state machine it is: one pass over the tokens, a stack of groups, text to the flow it belongs to. */
export class RtfInterpreter {
  readonly tables = new DocumentTables();
  title = '';
  readonly #options: RtfInterpreterOptions;
  readonly #flows: TextFlow[];
  readonly #groups: GroupState[] = [];
  #state: GroupState = {
    destination: 'body',
    opensFlow: false,
    isHidden: false,
    codePage: 1252,
    fallbackLength: 1,
    paragraph: PLAIN_PARAGRAPH,
  };
  #documentCodePage = 1252;
  readonly #fontCodePages = new Map<number, number>();
  #font = 0;
  #isStarred = false;
  #isGroupStart = false;
  #fallbackLeft = 0;
  #pendingBytes = '';
  #style = { id: 0, name: '', outlineLevel: undefined as number | undefined };
  #cellMerge = { continuesAbove: false, continuesLeft: false };

  constructor(options: RtfInterpreterOptions) {
    this.#options = options;
    this.#flows = [this.#startFlow('body')];
  }

  /** @throws ExtractError `bomb` when groups nest too deep, `corrupt` when the text ends inside its first group */
  run(source: string): void {
    for (const token of tokenizeRtf(source)) {
      this.#take(token);
      // Whatever follows the document's own group is no part of it.
      if (token.kind === 'close' && this.#groups.length === 0) break;
    }
    this.#flush();
    if (this.#groups.length > 0 && this.#state.destination !== 'body') {
      throw new ExtractError('corrupt', 'The RTF text breaks off inside a group.');
    }
    while (this.#flows.length > 0) this.#endFlow();
  }

  #take(token: RtfToken): void {
    if (token.kind === 'text') {
      this.#takeText(token.text, token.isEscaped);
      this.#isGroupStart = false;
      return;
    }
    this.#flush();
    if (token.kind === 'open') this.#openGroup();
    else if (token.kind === 'close') this.#closeGroup();
    else if (token.kind === 'symbol') this.#takeSymbol(token.symbol);
    else if (token.kind === 'word') this.#takeWord(token.word, token.parameter);
    if (token.kind !== 'open' && !(token.kind === 'symbol' && token.symbol === '*')) {
      this.#isGroupStart = false;
      this.#isStarred = false;
    }
  }

  #openGroup(): void {
    if (this.#groups.push(this.#state) > this.#options.maxDepth) {
      throw new ExtractError('bomb', `The RTF text nests deeper than ${this.#options.maxDepth} groups.`);
    }
    this.#state = { ...this.#state, opensFlow: false };
    this.#isGroupStart = true;
    this.#isStarred = false;
    this.#fallbackLeft = 0;
  }

  #closeGroup(): void {
    this.#fallbackLeft = 0;
    if (this.#state.destination === 'style') this.#endStyle();
    if (this.#state.opensFlow) this.#endFlow();
    this.#state = this.#groups.pop() ?? this.#state;
  }

  #takeSymbol(symbol: string): void {
    if (symbol === '*') this.#isStarred = this.#isGroupStart;
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
    else if (this.#fallbackLeft > 0) this.#fallbackLeft -= 1;
    else this.#emit(SYMBOL_CHARACTERS.get(symbol) ?? '');
  }

  /** Text of a fallback is skipped; the rest waits until the bytes of a character are all there. */
  #takeText(text: string, isEscaped: boolean): void {
    const skipped = Math.min(this.#fallbackLeft, isEscaped ? 1 : text.length);
    this.#fallbackLeft -= skipped;
    this.#pendingBytes += text.slice(skipped);
  }

  #flush(): void {
    if (this.#pendingBytes === '') return;
    const text = decodeCodePage(this.#pendingBytes, this.#state.codePage);
    this.#pendingBytes = '';
    this.#emit(text);
  }

  #emit(text: string): void {
    const { destination, isHidden } = this.#state;
    if (text === '') return;
    if (destination === 'body') {
      if (!isHidden) this.#flow.add(text);
    } else if (destination === 'marker') this.#flow.addMarker(text);
    else if (destination === 'title') this.title += text;
    else if (destination === 'style') this.#style.name += text;
  }

  get #flow(): TextFlow {
    const flow = this.#flows.at(-1);
    if (flow === undefined) throw new ExtractError('corrupt', 'The RTF text closes more groups than it opens.');
    return flow;
  }

  #takeWord(word: string, parameter: number | undefined): void {
    if (this.#isGroupStart && this.#startDestination(word)) return;
    if (this.#fallbackLeft > 0 && word !== 'u') {
      this.#fallbackLeft -= 1;
      return;
    }
    const { destination } = this.#state;
    if (destination === 'skip') return;
    if (destination === 'lists') this.tables.readListWord(word, parameter ?? 0);
    else if (destination === 'style') this.#readStyleWord(word, parameter ?? 0);
    else if (!this.#readCharacterWord(word, parameter) && destination === 'body') this.#readBodyWord(word, parameter);
  }

  /** The first word of a group may name a destination; unknown ones are skipped where `\*` allows it. */
  #startDestination(word: string): boolean {
    const inside = this.#state.destination;
    if (inside === 'skip') return true;
    const destination = destinationOf(word, inside, this.#isStarred);
    if (destination === undefined) return false;
    if (destination.section !== undefined) {
      this.#flows.push(this.#startFlow(destination.section));
      this.#state = { ...this.#state, destination: 'body', opensFlow: true, paragraph: PLAIN_PARAGRAPH };
      return true;
    }
    this.#state = { ...this.#state, destination: destination.destination };
    if (destination.destination !== 'style') return destination.isConsumed;
    this.#style = { id: 0, name: '', outlineLevel: undefined };
    return false;
  }

  #startFlow(section: Section): TextFlow {
    const { writers, budget } = this.#options;
    return new TextFlow({ writer: writers[section], tables: this.tables, budget });
  }

  #endFlow(): void {
    const flow = this.#flows.pop();
    flow?.end(this.#state.paragraph);
    if (this.title === '' && flow?.title !== undefined) this.title = flow.title;
  }

  #endStyle(): void {
    this.tables.addStyle(this.#style.id, this.#style.name, this.#style.outlineLevel);
    this.#style = { id: 0, name: '', outlineLevel: undefined };
  }

  #readStyleWord(word: string, parameter: number): void {
    if (word === 's') this.#style.id = parameter;
    else if (word === 'outlinelevel') this.#style.outlineLevel = parameter;
  }

  /** Words about characters, which count in every destination that gathers text. */
  #readCharacterWord(word: string, parameter: number | undefined): boolean {
    const character = SPECIAL_CHARACTERS.get(word);
    if (character !== undefined) {
      this.#emit(character);
      return true;
    }
    switch (word) {
      case 'u':
        this.#emit(String.fromCharCode((parameter ?? 0) & 0xffff));
        this.#fallbackLeft = this.#state.fallbackLength;
        return true;
      case 'uc':
        this.#state = { ...this.#state, fallbackLength: Math.max(0, parameter ?? 1) };
        return true;
      case 'ansicpg':
        this.#documentCodePage = parameter ?? this.#documentCodePage;
        this.#state = { ...this.#state, codePage: this.#documentCodePage };
        return true;
      case 'mac':
        this.#documentCodePage = 10_000;
        this.#state = { ...this.#state, codePage: this.#documentCodePage };
        return true;
      case 'f':
      case 'af':
        this.#font = parameter ?? 0;
        if (word === 'f') this.#state = { ...this.#state, codePage: this.#codePageOfFont(this.#font) };
        return true;
      case 'fcharset':
        this.#fontCodePages.set(this.#font, codePageOfCharset(parameter ?? 0) ?? this.#documentCodePage);
        return true;
      default:
        return false;
    }
  }

  #codePageOfFont(font: number): number {
    return this.#fontCodePages.get(font) ?? this.#documentCodePage;
  }

  #readBodyWord(word: string, parameter: number | undefined): void {
    switch (word) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        break;
      case 'pard':
        this.#state = { ...this.#state, paragraph: PLAIN_PARAGRAPH };
        break;
      case 'plain':
        this.#state = { ...this.#state, isHidden: false, codePage: this.#documentCodePage };
        break;
      case 'v':
      case 'deleted':
        this.#state = { ...this.#state, isHidden: parameter !== 0 };
        break;
      case 's':
        this.#format({ style: parameter ?? 0 });
        break;
      case 'outlinelevel':
        this.#format({ outlineLevel: parameter ?? 0 });
        break;
      case 'ls':
        if (parameter !== 0) this.#format({ list: parameter ?? 0 });
        break;
      case 'ilvl':
        this.#format({ listLevel: parameter ?? 0 });
        break;
      case 'intbl':
        this.#format({ inTable: true });
        break;
      default:
        this.#readTableWord(word);
    }
  }

  #readTableWord(word: string): void {
    switch (word) {
      case 'trowd':
        this.#flow.startRow();
        break;
      case 'trhdr':
        this.#flow.markHeaderRow();
        break;
      case 'clvmrg':
        this.#cellMerge.continuesAbove = true;
        break;
      case 'clmrg':
        this.#cellMerge.continuesLeft = true;
        break;
      case 'cellx':
        this.#flow.describeCell(this.#cellMerge);
        this.#cellMerge = { continuesAbove: false, continuesLeft: false };
        break;
      case 'cell':
        this.#flow.endCell();
        break;
      case 'row':
        this.#flow.endRow();
        break;
      default:
    }
  }

  #format(change: Partial<ParagraphFormat>): void {
    this.#state = { ...this.#state, paragraph: { ...this.#state.paragraph, ...change } };
  }

  #endParagraph(): void {
    if (this.#state.destination === 'body') this.#flow.endParagraph(this.#state.paragraph);
  }
}
