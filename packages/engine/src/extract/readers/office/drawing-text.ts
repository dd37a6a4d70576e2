import { HARD_BREAK } from '../../raw-block.ts';
import { childElements, firstChild, textOf, type XmlElement } from '../../xml/xml-element.ts';
import { equationText } from './math.ts';

const SKIPPED = new Set(['a:pPr', 'a:rPr', 'a:endParaRPr']);

/** The text of a DrawingML paragraph (`a:p`); page numbers are no text. */
export function drawingText(element: XmlElement): string {
  let text = '';
  for (const child of childElements(element)) text += textOfChild(child);
  return text;
}

function textOfChild(element: XmlElement): string {
  if (SKIPPED.has(element.name)) return '';
  switch (element.name) {
    case 'a:t':
      return textOf(element);
    case 'a:br':
      return HARD_BREAK;
    case 'a:fld':
      return element.attributes['type'] === 'slidenum' ? '' : drawingText(element);
    case 'm:oMath':
      return equationText(element);
    case 'mc:AlternateContent':
      return drawingText(firstChild(element, 'mc:Choice') ?? firstChild(element, 'mc:Fallback') ?? element);
    default:
      return drawingText(element);
  }
}
