import type { BlockRole } from '@dsgen/core';
import type { InlineMark } from './block-sink.ts';
import type { ElementAlias } from './element-alias.ts';
import type { Attributes } from './element-traits.ts';

/** An open element, and what it means for the text inside it. */
export interface Frame extends ElementAlias {
  readonly attributes: Attributes;
  readonly isHidden: boolean;
  readonly role: BlockRole | undefined;
  readonly background: string | undefined;
  readonly isInSection: boolean;
  /** Whether a header, footer or aside is open. */
  readonly isInFringe: boolean;
  /** Links seen before it, and where its inline text begins. */
  readonly links: number;
  readonly mark: InlineMark;
}

/** What holds for the page as a whole. */
export const ROOT: Frame = {
  name: '',
  attributes: {},
  isHidden: false,
  role: undefined,
  background: undefined,
  isInSection: false,
  isInFringe: false,
  isCallout: false,
  isInCallout: false,
  links: 0,
  mark: { paragraph: 0, index: 0 },
};
