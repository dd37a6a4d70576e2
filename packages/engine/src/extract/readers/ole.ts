import { ExtractError } from '@dsgen/core';
import { refuseOleContainer } from '../archive/ole-container.ts';
import type { Reader } from '../reader.ts';

/** Reads nothing, but tells a password-protected document from an old binary one. */
export const oleReader: Reader = {
  name: 'ole',
  mediaTypes: ['application/x-ole-storage'],
  async read({ bytes }) {
    refuseOleContainer(bytes);
    throw new ExtractError('corrupt', 'The file is no OLE container.');
  },
};
