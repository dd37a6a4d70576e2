import type { Attributes } from './element-traits.ts';

/** A block that is set apart from the text around it: a note, a tip, a warning. */
const CALLOUT =
  /^(?:(?:theme-)?admonition(?:block)?|alert|callout|custom-block|note|tip|warning|caution|important|danger|hint|attention|notice|seealso)$/;
/** Its title, where that is no heading. */
const CALLOUT_TITLE = /^(?:admonition|alert|callout|hint|custom-block)[-_]?(?:title|heading|header)(?:[-_]\w+)?$/;
/** The name under which such a title is known; no element of HTML has it. */
export const CALLOUT_LABEL = 'callout-label';
const HEADING = /^h[1-6]$/;
const DESCRIPTION = new Set(['dl', 'dt', 'dd']);

/** What an element stands for: its own name, or that of the element which its class or role makes it. */
export interface ElementAlias {
  readonly name: string;
  readonly isCallout: boolean;
  /** Whether it is a callout or lies in one. */
  readonly isInCallout: boolean;
}

/**
 * Names an element by what it does: `div.fragment` is code, the heading of a callout its label, and a callout's list of
 * descriptions no list.
 */
export function aliasOf(name: string, attributes: Attributes, parent: ElementAlias): ElementAlias {
  const tokens = (attributes['class'] ?? '').slice(0, 1000).toLowerCase().split(/\s+/u);
  const isCallout = name !== 'body' && tokens.some((token) => CALLOUT.test(token));
  const isInCallout = parent.isInCallout || isCallout;
  const known = alias(name, tokens, { isCallout, parent }) ?? headingByRole(attributes);
  return { name: known ?? name, isCallout, isInCallout };
}

interface AliasContext {
  readonly isCallout: boolean;
  readonly parent: ElementAlias;
}

function alias(name: string, tokens: readonly string[], { isCallout, parent }: AliasContext): string | undefined {
  if (name === 'div' && tokens.includes('fragment')) return 'pre';
  if (name === 'div' && tokens.includes('title') && tokens.length === 1 && parent.name === 'headertitle') return 'h1';
  if (name === 'div' && tokens.includes('headertitle')) return 'headertitle';
  if (tokens.some((token) => CALLOUT_TITLE.test(token))) return CALLOUT_LABEL;
  if (parent.isInCallout && HEADING.test(name)) return CALLOUT_LABEL;
  if (name === 'dl' && isCallout) return 'callout';
  if (parent.name === 'callout' && DESCRIPTION.has(name)) return name === 'dt' ? CALLOUT_LABEL : 'div';
  return undefined;
}

function headingByRole(attributes: Attributes): string | undefined {
  if (attributes['role'] !== 'heading') return undefined;
  const level = Number.parseInt(attributes['aria-level'] ?? '2', 10);
  return `h${Math.min(6, Math.max(1, Number.isNaN(level) ? 2 : level))}`;
}
