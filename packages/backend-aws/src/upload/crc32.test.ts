import { crc32 } from 'node:zlib';
import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { combineCrc32, encodeCrc32 } from './crc32.ts';

test('the combined checksum is the checksum of both parts together', () => {
  assert(
    property(uint8Array({ maxLength: 5_000 }), uint8Array({ maxLength: 5_000 }), (first, second) => {
      expect(combineCrc32(crc32(first), crc32(second), second.byteLength)).toBe(crc32(Buffer.concat([first, second])));
    }),
  );
});

test('it is written as S3 writes it', () => {
  expect(encodeCrc32(crc32('123456789'))).toBe('y/Q5Jg==');
});
