import {
  childElements,
  childrenNamed,
  descendantAt,
  firstChild,
  textOf,
  type XmlElement,
} from '../../xml/xml-element.ts';

type Renderer = (element: XmlElement) => string;

/** Operators that LaTeX names; every other character stands for itself. */
const NARY_OPERATORS: Readonly<Record<string, string>> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
};

const RENDERERS: ReadonlyMap<string, Renderer> = new Map<string, Renderer>([
  ['m:r', (element) => childrenNamed(element, 'm:t').map(textOf).join('')],
  ['m:t', textOf],
  ['m:f', renderFraction],
  ['m:sSup', (element) => `${base(element)}^{${part(element, 'm:sup')}}`],
  ['m:sSub', (element) => `${base(element)}_{${part(element, 'm:sub')}}`],
  ['m:sSubSup', (element) => `${base(element)}_{${part(element, 'm:sub')}}^{${part(element, 'm:sup')}}`],
  ['m:sPre', (element) => `{}_{${part(element, 'm:sub')}}^{${part(element, 'm:sup')}}${base(element)}`],
  ['m:rad', renderRadical],
  ['m:nary', renderNary],
  ['m:d', renderDelimited],
  ['m:func', (element) => `${functionName(part(element, 'm:fName'))}{${part(element, 'm:e')}}`],
  ['m:limLow', (element) => `${part(element, 'm:e')}_{${part(element, 'm:lim')}}`],
  ['m:limUpp', (element) => `${part(element, 'm:e')}^{${part(element, 'm:lim')}}`],
  ['m:m', renderMatrix],
  ['m:eqArr', (element) => childrenNamed(element, 'm:e').map(renderChildren).join(' \\\\ ')],
  ['m:bar', (element) => `\\overline{${part(element, 'm:e')}}`],
  ['m:acc', renderAccent],
]);

/** An Office equation (`m:oMath`) as LaTeX between dollar signs; the empty string when it holds nothing. */
export function equationText(equation: XmlElement): string {
  const latex = renderChildren(equation).replace(/\s+/g, ' ').trim();
  return latex === '' ? '' : `$${latex}$`;
}

function renderChildren(element: XmlElement | undefined): string {
  return element === undefined ? '' : childElements(element).map(render).join('');
}

/** Properties (`m:fPr` and the like) hold no text; unknown wrappers are looked through. */
function render(element: XmlElement): string {
  if (element.name.endsWith('Pr') || element.name === 'w:del') return '';
  const renderer = RENDERERS.get(element.name);
  return renderer === undefined ? renderChildren(element) : renderer(element);
}

function part(element: XmlElement, name: string): string {
  return renderChildren(firstChild(element, name));
}

/** A base of several parts needs its own braces, or the exponent would belong to the last part only. */
function base(element: XmlElement): string {
  const content = firstChild(element, 'm:e');
  const latex = renderChildren(content);
  const isSingle = latex.length <= 1 || firstChild(content, 'm:d') !== undefined || /^\w+$/.test(latex);
  return isSingle ? latex : `{${latex}}`;
}

function renderFraction(element: XmlElement): string {
  const numerator = part(element, 'm:num');
  const denominator = part(element, 'm:den');
  const type = descendantAt(element, 'm:fPr', 'm:type')?.attributes['m:val'];
  if (type === 'lin') return `${numerator}/${denominator}`;
  return type === 'noBar' ? `\\binom{${numerator}}{${denominator}}` : `\\frac{${numerator}}{${denominator}}`;
}

function renderRadical(element: XmlElement): string {
  const degree = part(element, 'm:deg');
  return degree === '' ? `\\sqrt{${part(element, 'm:e')}}` : `\\sqrt[${degree}]{${part(element, 'm:e')}}`;
}

function renderNary(element: XmlElement): string {
  const character = descendantAt(element, 'm:naryPr', 'm:chr')?.attributes['m:val'] ?? '∫';
  const lower = part(element, 'm:sub');
  const upper = part(element, 'm:sup');
  const limits = `${lower === '' ? '' : `_{${lower}}`}${upper === '' ? '' : `^{${upper}}`}`;
  return `${NARY_OPERATORS[character] ?? character}${limits}{${part(element, 'm:e')}}`;
}

function renderDelimited(element: XmlElement): string {
  const properties = firstChild(element, 'm:dPr');
  const open = firstChild(properties, 'm:begChr')?.attributes['m:val'] ?? '(';
  const close = firstChild(properties, 'm:endChr')?.attributes['m:val'] ?? ')';
  const separator = firstChild(properties, 'm:sepChr')?.attributes['m:val'] ?? '|';
  return `${open}${childrenNamed(element, 'm:e').map(renderChildren).join(separator)}${close}`;
}

function renderMatrix(element: XmlElement): string {
  const rows = childrenNamed(element, 'm:mr').map((row) => childrenNamed(row, 'm:e').map(renderChildren).join(' & '));
  return `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`;
}

function renderAccent(element: XmlElement): string {
  const accents: Readonly<Record<string, string>> = {
    '̂': '\\hat',
    '̃': '\\tilde',
    '̅': '\\bar',
    '⃗': '\\vec',
    '̇': '\\dot',
  };
  const character = descendantAt(element, 'm:accPr', 'm:chr')?.attributes['m:val'] ?? '̂';
  return `${accents[character] ?? '\\hat'}{${part(element, 'm:e')}}`;
}

function functionName(name: string): string {
  return /^(?:sin|cos|tan|cot|sec|csc|log|ln|exp|lim|max|min|sup|inf|det|gcd)\b/.test(name) ? `\\${name}` : name;
}
