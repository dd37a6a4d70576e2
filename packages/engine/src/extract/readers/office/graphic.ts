import {
  childrenNamed,
  descendantAt,
  descendantsNamed,
  firstChild,
  integerAttribute,
  textOf,
  type XmlElement,
} from '../../xml/xml-element.ts';
import type { BlockWriter } from './block-writer.ts';
import type { OpcPackage, Relationship } from './opc-package.ts';

export interface GraphicOptions {
  readonly parts: OpcPackage;
  /** Of the part that shows the graphic. */
  readonly relationships: readonly Relationship[];
  readonly writer: BlockWriter;
}

/** Writes the chart (`c:chart`) or diagram (`dgm:relIds`) an element refers to: a chart as its data, a diagram as its texts. */
export function writeGraphic(reference: XmlElement, options: GraphicOptions): void {
  const id = reference.attributes[reference.name === 'c:chart' ? 'r:id' : 'r:dm'];
  const target = options.relationships.find((relationship) => relationship.id === id)?.target;
  const root = options.parts.tree(target);
  if (root === undefined) return;
  if (reference.name === 'c:chart') writeChart(root, options.writer);
  else writeDiagram(root, options.writer, target ?? '');
}

function writeChart(root: XmlElement, writer: BlockWriter): void {
  const chart = firstChild(root, 'c:chart');
  writer.paragraph(chartTitle(chart));
  const series = descendantsNamed(chart ?? root, 'c:ser');
  const [first] = series;
  if (first === undefined) return;
  const categories = readPoints(firstChild(first, 'c:cat') ?? firstChild(first, 'c:xVal'));
  const values = series.map((one) => readPoints(firstChild(one, 'c:val') ?? firstChild(one, 'c:yVal')));
  const length = Math.max(categories.size, ...values.map((points) => points.size));
  const header = ['', ...series.map((one, index) => seriesName(one, index))];
  const rows = Array.from({ length }, (_, index) => [
    categories.get(index) ?? String(index + 1),
    ...values.map((points) => points.get(index) ?? ''),
  ]);
  writer.table([header, ...rows], 1);
}

function chartTitle(chart: XmlElement | undefined): string {
  const rich = descendantAt(chart, 'c:title', 'c:tx');
  return rich === undefined ? '' : descendantsNamed(rich, 'a:t').map(textOf).join('');
}

function seriesName(series: XmlElement, index: number): string {
  const name = firstChild(series, 'c:tx');
  const text = name === undefined ? '' : descendantsNamed(name, 'c:v').map(textOf).join(' ').trim();
  return text === '' ? String(index + 1) : text;
}

/** Cached points by index, so that gaps stay gaps. */
function readPoints(source: XmlElement | undefined): ReadonlyMap<number, string> {
  if (source === undefined) return new Map();
  const points = descendantsNamed(source, 'c:pt');
  return new Map(points.map((point, index) => [integerAttribute(point, 'idx') ?? index, pointText(point)]));
}

/** Numbers are cached with all the noise of binary fractions. */
function pointText(point: XmlElement): string {
  const text = textOf(firstChild(point, 'c:v')).trim();
  return /^-?\d+\.\d{13,}$/.test(text) ? String(Number(Number(text).toPrecision(12))) : text;
}

function writeDiagram(root: XmlElement, writer: BlockWriter, listKey: string): void {
  for (const point of childrenNamed(firstChild(root, 'dgm:ptLst'), 'dgm:pt')) {
    const texts = descendantsNamed(point, 'a:p').map((paragraph) =>
      descendantsNamed(paragraph, 'a:t').map(textOf).join(''),
    );
    writer.listItem({ text: texts.join(' '), depth: 0, ordered: false, listKey });
  }
}
