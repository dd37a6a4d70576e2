/** One line of the plot. */
export interface PlotLine {
  readonly label: string;
  readonly points: ReadonlyArray<readonly [bytes: number, usdPerGigabyte: number]>;
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 70;
const TOP = 24;
const RIGHT = 150;
const BOTTOM = 52;
const COLOURS = ['#1f6feb', '#bf3989', '#1a7f37', '#9a6700'] as const;
const MIN_BYTES = 1_000;
const MAX_BYTES = 100_000_000;
const MIN_USD = 0.02;
const MAX_USD = 20;

/** US dollars per gigabyte over the size of a document, both logarithmic, with the specification's target as a line. */
export function plotCosts(lines: readonly PlotLine[], targetUsd: number): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Cost per gigabyte by document size" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...decades(MIN_BYTES, MAX_BYTES).map((bytes) => verticalTick(bytes)),
    ...[0.1, 1, 10].map((usd) => horizontalTick(usd)),
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(targetUsd)}" y2="${y(targetUsd)}" stroke="#cf222e" stroke-dasharray="6 4"/>`,
    text(WIDTH - RIGHT + 6, y(targetUsd) + 4, `target ${targetUsd.toFixed(2)} USD`, '#cf222e'),
    ...lines.flatMap((line, index) => draw(line, COLOURS[index % COLOURS.length] ?? '#000')),
    text(LEFT, HEIGHT - 12, 'bytes of one document'),
    text(8, 16, 'USD per GB of documents'),
    '</svg>',
    '',
  ].join('\n');
}

function draw({ label, points }: PlotLine, colour: string): string[] {
  const path = points.map(([bytes, usd], index) => `${index === 0 ? 'M' : 'L'}${x(bytes)} ${y(usd)}`).join(' ');
  const [lastBytes, lastUsd] = points.at(-1) ?? [MAX_BYTES, MIN_USD];
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    text(x(lastBytes) + 6, y(lastUsd) + 4, label, colour),
  ];
}

function verticalTick(bytes: number): string {
  const label = bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1_000} KB`;
  return `<line x1="${x(bytes)}" x2="${x(bytes)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="#d8dee4"/>${text(x(bytes) - 14, HEIGHT - BOTTOM + 18, label)}`;
}

function horizontalTick(usd: number): string {
  return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(usd)}" y2="${y(usd)}" stroke="#d8dee4"/>${text(LEFT - 34, y(usd) + 4, String(usd))}`;
}

function text(left: number, top: number, words: string, colour = '#1f2328'): string {
  return `<text x="${left}" y="${top}" fill="${colour}">${words}</text>`;
}

function decades(from: number, to: number): number[] {
  const count = Math.round(Math.log10(to / from));
  return Array.from({ length: count + 1 }, (_, index) => from * 10 ** index);
}

function x(bytes: number): number {
  return round(LEFT + ((WIDTH - RIGHT - LEFT) * Math.log(bytes / MIN_BYTES)) / Math.log(MAX_BYTES / MIN_BYTES));
}

function y(usd: number): number {
  const share = Math.log(Math.max(MIN_USD, usd) / MIN_USD) / Math.log(MAX_USD / MIN_USD);
  return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
