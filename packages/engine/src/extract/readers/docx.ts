import type { Reader } from '../reader.ts';
import type { RawDocument } from '../raw-block.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { DocumentBody, isBlock } from './docx/document-body.ts';
import { Numbering } from './docx/numbering.ts';
import { StyleSheet } from './docx/styles.ts';
import { BlockWriter } from './office/block-writer.ts';
import { writeGraphic } from './office/graphic.ts';
import { OpcPackage, type Relationship } from './office/opc-package.ts';
import { TextBudget } from './office/text-budget.ts';

const OPENXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MACRO_ENABLED = 'application/vnd.ms-word';

/** Word documents and templates (Office Open XML, transitional and strict). */
export const docxReader: Reader = {
  name: 'docx',
  mediaTypes: [
    `${OPENXML}.document`,
    `${OPENXML}.template`,
    `${MACRO_ENABLED}.document.macroEnabled.12`,
    `${MACRO_ENABLED}.template.macroEnabled.12`,
  ],
  async read(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
    const parts = new OpcPackage(source.bytes, context.limits);
    const mainPart = parts.mainPart('word/document.xml');
    const relationships = parts.relationships(mainPart);
    const budget = new TextBudget(context.limits.maxTextLength);
    const writer = new BlockWriter(budget);
    const styles = new StyleSheet(parts.tree(targetOf(relationships, 'styles')));
    const body = new DocumentBody({
      styles,
      numbering: new Numbering(parts.tree(targetOf(relationships, 'numbering'))),
      writer,
      budget,
      writeGraphic: (reference) => writeGraphic(reference, { parts, relationships, writer }),
    });
    writePageEdges(parts, relationships, { type: 'header', role: 'page-header', writer, body });
    writer.moveTo({});
    parts.stream(mainPart, isBlock, (element) => body.write(element));
    writeNotes(parts, relationships, writer, body);
    writePageEdges(parts, relationships, { type: 'footer', role: 'page-footer', writer, body });
    const title = body.title ?? parts.title();
    return {
      blocks: writer.finish(),
      ...(title === undefined ? {} : { title }),
      ...(styles.defaultLanguage === undefined ? {} : { declaredLanguage: styles.defaultLanguage }),
    };
  },
};

function targetOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((relationship) => relationship.type === type)?.target;
}

/** Notes come after the text, as the back of a book has them. */
function writeNotes(
  parts: OpcPackage,
  relationships: readonly Relationship[],
  writer: BlockWriter,
  body: DocumentBody,
): void {
  writer.moveTo({ role: 'references' });
  for (const [type, name] of [
    ['footnotes', 'w:footnote'],
    ['endnotes', 'w:endnote'],
  ] as const) {
    parts.stream(
      targetOf(relationships, type),
      (element) => element === name,
      (note) => {
        if (isOrdinaryNote(note)) body.writeChildren(note);
      },
    );
  }
}

/** Separators and continuation notices have a type of their own. */
function isOrdinaryNote(note: XmlElement): boolean {
  return ['normal', undefined].includes(note.attributes['w:type']);
}

interface PageEdgeOptions {
  readonly type: 'header' | 'footer';
  readonly role: 'page-header' | 'page-footer';
  readonly writer: BlockWriter;
  readonly body: DocumentBody;
}

function writePageEdges(parts: OpcPackage, relationships: readonly Relationship[], options: PageEdgeOptions): void {
  options.writer.moveTo({ role: options.role });
  for (const { type, target } of relationships) {
    if (type === options.type) parts.stream(target, isBlock, (element) => options.body.write(element));
  }
}
