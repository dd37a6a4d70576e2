import { childElements, childrenNamed, descendantsNamed, type XmlElement } from '../../xml/xml-element.ts';
import type { BlockWriter } from '../office/block-writer.ts';
import { isStandInTitle } from '../office/stand-in-title.ts';
import type { OdfBody } from './document-body.ts';
import { odfCellText } from './table.ts';
import type { OdfStyles } from './styles.ts';

export interface OdfSlideOptions {
  readonly styles: OdfStyles;
  readonly writer: BlockWriter;
  readonly body: OdfBody;
  /** 1-based. */
  readonly page: number;
}

const TITLE_LEVEL = 2;
const FURNITURE = new Set(['date-time', 'page-number', 'header', 'footer']);

/** Writes one slide (`draw:page`): its title, its shapes in their order, and its speaker notes. */
export function writeOdfSlide(slide: XmlElement, { styles, writer, body, page }: OdfSlideOptions): void {
  writer.moveTo({ page });
  const shapes = childElements(slide).filter((shape) => !FURNITURE.has(classOf(shape)));
  const title = findTitle(shapes, styles);
  if (title !== undefined) writer.heading(TITLE_LEVEL, odfCellText(title, styles));
  for (const shape of shapes) if (shape !== title) body.write(shape);
  for (const notes of childrenNamed(slide, 'presentation:notes')) {
    for (const frame of descendantsNamed(notes, 'draw:frame')) {
      if (classOf(frame) === 'notes') body.writeChildren(frame);
    }
  }
  body.writeNotes();
}

/** The title of a slide, or a short first line above other content that serves as one. */
function findTitle(shapes: readonly XmlElement[], styles: OdfStyles): XmlElement | undefined {
  const declared = shapes.find((shape) => classOf(shape) === 'title' && odfCellText(shape, styles) !== '');
  if (declared !== undefined) return declared;
  const [first, ...others] = shapes.filter((shape) => shape.name !== 'presentation:notes');
  if (first === undefined || others.length === 0 || descendantsNamed(first, 'text:p').length !== 1) return undefined;
  return isStandInTitle(odfCellText(first, styles)) ? first : undefined;
}

function classOf(shape: XmlElement): string {
  return shape.attributes['presentation:class'] ?? '';
}
