import { matchAt } from '../characters.ts';
import { isAfter } from '../context.ts';
import type { Detector } from '../detector.ts';
import { isPlaceholder } from './placeholder.ts';

const VALUE = /[\dA-Za-z+/%]{20,512}={0,2}/y;

/** Keys in the connection strings and signed addresses of Azure. */
export const azureKey: Detector = {
  name: 'azure-key',
  category: 'secret',
  trigger: { on: 'words', words: /(?:Key|Value|sig)=/g },
  verify(text, { end: start }) {
    if (!isAfter(/(?:AccountKey|SharedAccessKey|SharedSecretValue|[?&;]sig)=$/u, text, start, 20)) return undefined;
    const value = matchAt(VALUE, text, start);
    if (value === undefined || isPlaceholder(value) || !/\d/u.test(value)) return undefined;
    return { kind: 'azure-key', start, end: start + value.length };
  },
};

const CLIENT_SECRET = /[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/y;

/** Client secrets of Microsoft Entra ID, with their mark at the fourth character. */
export const azureClientSecret: Detector = {
  name: 'azure-client-secret',
  category: 'secret',
  trigger: { on: 'words', words: /Q~/g },
  verify(text, at) {
    const start = at.start - 4;
    const found = start < 0 ? undefined : matchAt(CLIENT_SECRET, text, start);
    if (found === undefined || isPlaceholder(found)) return undefined;
    return { kind: 'azure-client-secret', start, end: start + found.length };
  },
};
