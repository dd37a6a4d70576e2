import type { Html } from '../html.ts';

/** The first rendering, from the most detailed on, that takes no more than so many bytes; else the last one. */
export function fit(maxBytes: number, details: readonly number[], render: (detail: number) => Html): Html {
  let markup = render(details[0] ?? 0);
  for (const detail of details.slice(1)) {
    if (Buffer.byteLength(markup.toString()) <= maxBytes) break;
    markup = render(detail);
  }
  return markup;
}
