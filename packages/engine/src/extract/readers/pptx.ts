import { ExtractError } from '@dsgen/core';
import type { RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { childrenNamed, firstChild } from '../xml/xml-element.ts';
import { BlockWriter } from './office/block-writer.ts';
import { OpcPackage } from './office/opc-package.ts';
import { TextBudget } from './office/text-budget.ts';
import { writeSlide } from './pptx/slide.ts';
import { InheritedStyles } from './pptx/text-style.ts';

const OPENXML = 'application/vnd.openxmlformats-officedocument.presentationml';
const MACRO_ENABLED = 'application/vnd.ms-powerpoint';

/** PowerPoint presentations, shows and templates (Office Open XML); one page per slide shown. */
export const pptxReader: Reader = {
  name: 'pptx',
  mediaTypes: [
    `${OPENXML}.presentation`,
    `${OPENXML}.slideshow`,
    `${OPENXML}.template`,
    `${MACRO_ENABLED}.presentation.macroEnabled.12`,
    `${MACRO_ENABLED}.slideshow.macroEnabled.12`,
    `${MACRO_ENABLED}.template.macroEnabled.12`,
  ],
  async read(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
    const parts = new OpcPackage(source.bytes, context.limits);
    const slideParts = listSlides(parts);
    if (slideParts.length > context.limits.maxPages) {
      throw new ExtractError('too-large', `${slideParts.length} slides; at most ${context.limits.maxPages} are read.`);
    }
    const budget = new TextBudget(context.limits.maxTextLength);
    const writer = new BlockWriter(budget);
    const styles = new InheritedStyles(parts);
    let hiddenSlides = 0;
    slideParts.forEach((part, index) => {
      context.signal.throwIfAborted();
      const slide = parts.tree(part);
      if (slide === undefined) return;
      if (slide.attributes['show'] === '0' || slide.attributes['show'] === 'false') hiddenSlides += 1;
      else writeSlide(slide, part, { parts, styles, writer, budget, page: index + 1 });
    });
    const title = parts.title();
    return {
      blocks: writer.finish(),
      pageCount: slideParts.length,
      ...(title === undefined ? {} : { title }),
      ...(hiddenSlides === 0
        ? {}
        : { warnings: [`${hiddenSlides} of ${slideParts.length} slides are hidden and were left out.`] }),
    };
  },
};

/** Slides in the order of the presentation, whatever their parts are called. */
function listSlides(parts: OpcPackage): string[] {
  const mainPart = parts.mainPart('ppt/presentation.xml');
  const targets = new Map(parts.relationships(mainPart).map(({ id, target }) => [id, target]));
  return childrenNamed(firstChild(parts.tree(mainPart), 'p:sldIdLst'), 'p:sldId')
    .map((slide) => targets.get(slide.attributes['r:id'] ?? ''))
    .filter((target) => target !== undefined);
}
