import { isTokenCharacter, matchAt } from '../characters.ts';
import type { Detector } from '../detector.ts';

const MARK = '.atlasv1.';
const SHAPE = /[\dA-Za-z]{14}\.atlasv1\.[\w-]{60,70}(?![\w-])/y;

/** Terraform Cloud tokens, which carry their mark in the middle. */
export const terraformToken: Detector = {
  name: 'terraform-token',
  category: 'secret',
  trigger: { on: 'token' },
  verify(text, { start: tail }) {
    const start = tail - MARK.length - 14;
    if (start < 0 || text.charCodeAt(tail - 1) !== 0x2e || isTokenCharacter(text.charCodeAt(start - 1)))
      return undefined;
    const found = matchAt(SHAPE, text, start);
    return found === undefined ? undefined : { kind: 'terraform-token', start, end: start + found.length };
  },
};
