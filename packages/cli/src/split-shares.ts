import { UsageError, type SplitShares } from '@dsgen/sdk';

/** Names become names of files. */
const SHARE = /^([A-Za-z0-9][\w.-]*)=(\d+(?:\.\d+)?)$/;

/** `train=90,test=10` as names and numbers. */
export function parseShares(texts: readonly string[]): SplitShares {
  const shares = new Map<string, number>();
  for (const text of texts) {
    const [, name, share] = SHARE.exec(text) ?? [];
    if (name === undefined || shares.has(name)) throw badShare(text, name !== undefined);
    shares.set(name, Number(share));
  }
  return Object.fromEntries(shares);
}

function badShare(text: string, isRepeated: boolean): UsageError {
  const reason = isRepeated ? 'the split is named twice' : 'it is no name and number such as train=90';
  return new UsageError({
    code: 'split-share',
    message: `Cannot split by "${text}": ${reason}`,
    fix: 'Name each split once, of letters, digits, dots and dashes, with its share: --shares train=90,test=10.',
  });
}
