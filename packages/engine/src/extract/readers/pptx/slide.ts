import {
  childElements,
  childrenNamed,
  descendantAt,
  descendantsNamed,
  firstChild,
  integerAttribute,
  type XmlElement,
} from '../../xml/xml-element.ts';
import type { BlockWriter } from '../office/block-writer.ts';
import { drawingText } from '../office/drawing-text.ts';
import { writeGraphic } from '../office/graphic.ts';
import type { OpcPackage, Relationship } from '../office/opc-package.ts';
import { describedPicture } from '../office/picture-description.ts';
import { layOutCells } from '../office/span-grid.ts';
import { isStandInTitle } from '../office/stand-in-title.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { type InheritedStyles, markerOf, placeholderOf } from './text-style.ts';

export interface SlideOptions {
  readonly parts: OpcPackage;
  readonly styles: InheritedStyles;
  readonly writer: BlockWriter;
  readonly budget: TextBudget;
  /** 1-based. */
  readonly page: number;
}

const TITLE_LEVEL = 2;
const DECK_TITLE_LEVEL = 1;
const TITLE_TYPES = new Set(['title', 'ctrTitle']);
const UNWANTED_TYPES = new Set(['dt', 'sldNum', 'sldImg']);

/** Writes one slide: its title, its shapes in their order, and its speaker notes. */
export function writeSlide(slide: XmlElement, part: string, options: SlideOptions): void {
  const writer = new SlideWriter(options, options.parts.relationships(part));
  options.writer.moveTo({ page: options.page });
  writer.write(descendantAt(slide, 'p:cSld', 'p:spTree'));
  writer.writeNotes();
}

class SlideWriter {
  readonly #options: SlideOptions;
  readonly #relationships: readonly Relationship[];
  readonly #layoutPart: string | undefined;

  constructor(options: SlideOptions, relationships: readonly Relationship[]) {
    this.#options = options;
    this.#relationships = relationships;
    this.#layoutPart = relationships.find(({ type }) => type === 'slideLayout')?.target;
  }

  write(tree: XmlElement | undefined): void {
    const shapes = tree === undefined ? [] : visibleShapes(tree);
    const title = shapes.find((shape) => isTitle(shape) && textOfShape(shape) !== '') ?? standInTitle(shapes);
    if (title !== undefined) {
      const isDeckTitle = placeholderOf(title)?.type === 'ctrTitle';
      this.#options.writer.heading(isDeckTitle ? DECK_TITLE_LEVEL : TITLE_LEVEL, textOfShape(title));
    }
    for (const shape of shapes) if (shape !== title) this.#writeShape(shape);
  }

  writeNotes(): void {
    const part = this.#relationships.find(({ type }) => type === 'notesSlide')?.target;
    const tree = descendantAt(this.#options.parts.tree(part), 'p:cSld', 'p:spTree');
    for (const shape of tree === undefined ? [] : visibleShapes(tree)) {
      if (placeholderOf(shape)?.type !== 'body') continue;
      for (const text of paragraphTexts(shape)) this.#options.writer.paragraph(text);
    }
  }

  #writeShape(shape: XmlElement): void {
    if (shape.name === 'p:sp') this.#writeText(shape);
    else if (shape.name === 'p:graphicFrame') this.#writeFrame(shape);
    else if (shape.name === 'p:pic') this.#writePicture(shape);
  }

  #writeText(shape: XmlElement): void {
    const { writer, page } = this.#options;
    const type = placeholderOf(shape)?.type;
    if (type === 'ftr' || type === 'hdr') {
      writer.moveTo({ page, role: type === 'ftr' ? 'page-footer' : 'page-header' });
      writer.paragraph(textOfShape(shape));
      writer.moveTo({ page });
      return;
    }
    const paragraphs = childrenNamed(firstChild(shape, 'p:txBody'), 'a:p');
    const isSingle = paragraphTexts(shape).length === 1;
    const styles = this.#options.styles.of(shape, this.#layoutPart);
    for (const paragraph of paragraphs) {
      if (isSingle) writer.paragraph(drawingText(paragraph));
      else this.#writeParagraph(paragraph, styles, shapeKey(shape));
    }
  }

  #writeParagraph(paragraph: XmlElement, styles: readonly XmlElement[], listKey: string): void {
    const { writer } = this.#options;
    const properties = firstChild(paragraph, 'a:pPr');
    const depth = Math.max(0, Math.min(8, integerAttribute(properties, 'lvl') ?? 0));
    const marker = markerOf(properties, depth, styles);
    const text = drawingText(paragraph);
    if (marker.kind === 'number') writer.listItem({ text, depth, ordered: true, number: marker.start, listKey });
    else if (marker.kind === 'bullet') writer.listItem({ text, depth, ordered: false, listKey });
    else writer.paragraph(text);
  }

  #writeFrame(frame: XmlElement): void {
    const { parts, writer, budget } = this.#options;
    const data = descendantAt(frame, 'a:graphic', 'a:graphicData');
    if (data === undefined) return;
    for (const table of childrenNamed(data, 'a:tbl')) {
      const rows = childrenNamed(table, 'a:tr').map((row) =>
        childrenNamed(row, 'a:tc').filter(isDeclared).map(readCell),
      );
      const namesColumns = firstChild(table, 'a:tblPr')?.attributes['firstRow'] !== '0' && rows.length > 1;
      writer.table(layOutCells(rows, budget), namesColumns ? 1 : 0);
    }
    for (const reference of childElements(data)) {
      writeGraphic(reference, { parts, relationships: this.#relationships, writer });
    }
  }

  #writePicture(picture: XmlElement): void {
    const description = descendantAt(picture, 'p:nvPicPr', 'p:cNvPr')?.attributes['descr'];
    for (const text of describedPicture(description)) this.#options.writer.figure(text);
  }
}

/** All shapes in their order, groups opened, hidden ones and furniture left out. */
function visibleShapes(tree: XmlElement): XmlElement[] {
  return childElements(tree).flatMap((shape) => {
    if (shape.name === 'mc:AlternateContent') {
      return visibleShapes(firstChild(shape, 'mc:Choice') ?? firstChild(shape, 'mc:Fallback') ?? shape);
    }
    if (isHidden(shape) || UNWANTED_TYPES.has(placeholderOf(shape)?.type ?? '')) return [];
    return shape.name === 'p:grpSp' ? visibleShapes(shape) : [shape];
  });
}

function nonVisualProperties(shape: XmlElement): XmlElement | undefined {
  const container = childElements(shape).find(({ name }) => name.startsWith('p:nv'));
  return firstChild(container, 'p:cNvPr');
}

function isHidden(shape: XmlElement): boolean {
  return ['1', 'true'].includes(nonVisualProperties(shape)?.attributes['hidden'] ?? '');
}

function shapeKey(shape: XmlElement): string {
  return nonVisualProperties(shape)?.attributes['id'] ?? '';
}

function isTitle(shape: XmlElement): boolean {
  return TITLE_TYPES.has(placeholderOf(shape)?.type ?? '');
}

/** Many decks put their titles into plain text boxes: a short first line above other text. */
function standInTitle(shapes: readonly XmlElement[]): XmlElement | undefined {
  const [first, ...others] = shapes.filter((shape) => shape.name !== 'p:sp' || textOfShape(shape) !== '');
  if (first === undefined || first.name !== 'p:sp' || others.length === 0) return undefined;
  const texts = paragraphTexts(first);
  return texts.length === 1 && isStandInTitle(texts[0] ?? '') ? first : undefined;
}

function paragraphTexts(shape: XmlElement): string[] {
  const paragraphs = childrenNamed(firstChild(shape, 'p:txBody'), 'a:p');
  return paragraphs.map((paragraph) => drawingText(paragraph).trim()).filter((text) => text !== '');
}

function textOfShape(shape: XmlElement): string {
  return paragraphTexts(shape).join(' ');
}

/** Cells covered by a merge are written too, empty. */
function isDeclared(cell: XmlElement): boolean {
  return !['1', 'true'].some((on) => cell.attributes['hMerge'] === on || cell.attributes['vMerge'] === on);
}

function readCell(cell: XmlElement): { readonly text: string; readonly columnSpan: number; readonly rowSpan: number } {
  const texts = descendantsNamed(cell, 'a:p').map((paragraph) => drawingText(paragraph).trim());
  return {
    text: texts.filter((text) => text !== '').join(' '),
    columnSpan: integerAttribute(cell, 'gridSpan') ?? 1,
    rowSpan: integerAttribute(cell, 'rowSpan') ?? 1,
  };
}
