import { ExtractError } from '@dsgen/core';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACT_LIMITS } from '../source.ts';
import { identifyOleContainer } from './ole-container.ts';
import { ZipArchive } from './zip-archive.ts';

const MEBIBYTE = 1024 * 1024;

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ExtractError) return error.reason;
    throw error;
  }
  return 'none';
}

function open(bytes: Uint8Array, limits: Partial<typeof DEFAULT_EXTRACT_LIMITS> = {}): ZipArchive {
  return new ZipArchive(bytes, { ...DEFAULT_EXTRACT_LIMITS, ...limits });
}

function directoryStart(bytes: Uint8Array): number {
  return Buffer.from(bytes).readUInt32LE(bytes.length - 6);
}

/** Writes into the central directory entry at an index by the offset of a field. */
function patchEntry(bytes: Uint8Array, index: number, patch: (buffer: Buffer, entry: number) => void): Uint8Array {
  const buffer = Buffer.from(bytes);
  let entry = directoryStart(bytes);
  for (let step = 0; step < index; step += 1) {
    entry += 46 + buffer.readUInt16LE(entry + 28) + buffer.readUInt16LE(entry + 30) + buffer.readUInt16LE(entry + 32);
  }
  patch(buffer, entry);
  return buffer;
}

describe('ZipArchive', () => {
  it('gives back what was put in, packed or stored', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.constantFrom<0 | 6>(0, 6), (content, level) => {
        const archive = open(zipSync({ 'a/b.bin': [content, { level }] }));
        expect(archive.names).toEqual(['a/b.bin']);
        expect(Buffer.from(archive.require('a/b.bin'))).toEqual(Buffer.from(content));
      }),
    );
  });

  it('gives undefined for an entry that is not there and refuses to do without a required one', () => {
    const archive = open(zipSync({ a: strToU8('x') }));
    expect(archive.read('b')).toBeUndefined();
    expect(reasonOf(() => archive.require('b'))).toBe('corrupt');
  });

  it('reads an archive that begins after other bytes', () => {
    const archive = open(Buffer.concat([Buffer.from('#!/bin/sh\n'), zipSync({ a: strToU8('text') })]));
    expect(Buffer.from(archive.require('a')).toString()).toBe('text');
  });

  it('stops inflating a bomb at the ratio, whatever its size is declared to be', () => {
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(8 * MEBIBYTE), { level: 6 }] });
    const lying = patchEntry(bomb, 0, (buffer, entry) => buffer.writeUInt32LE(10, entry + 24));
    expect(reasonOf(() => open(lying).read('word/document.xml'))).toBe('bomb');
  });

  it('lets small parts inflate as far as they like', () => {
    const archive = open(zipSync({ a: [new Uint8Array(MEBIBYTE - 1), { level: 9 }] }));
    expect(archive.require('a').length).toBe(MEBIBYTE - 1);
  });

  it('counts the bytes of all entries against one budget', () => {
    const noise = Uint8Array.from({ length: 600 }, (_, index) => (index * 7919) % 251);
    const archive = open(zipSync({ a: [noise, { level: 0 }], b: [noise, { level: 0 }] }), { maxInflatedBytes: 1000 });
    expect(archive.require('a').length).toBe(600);
    expect(reasonOf(() => archive.read('b'))).toBe('bomb');
  });

  it('refuses more entries than allowed before it reads any', () => {
    const bytes = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}`, strToU8('')])));
    expect(reasonOf(() => open(bytes, { maxArchiveEntries: 19 }))).toBe('bomb');
    expect(open(bytes, { maxArchiveEntries: 20 }).names).toHaveLength(20);
  });

  it('refuses entries that share packed bytes, the way of quadratic bombs', () => {
    const bytes = zipSync({ a: strToU8('aaaaaaaaaa'), b: strToU8('bbbbbbbbbb') });
    const overlapping = patchEntry(bytes, 1, (buffer, entry) => buffer.writeUInt32LE(0, entry + 42));
    expect(reasonOf(() => open(overlapping))).toBe('bomb');
  });

  it('refuses two entries of one name', () => {
    const bytes = zipSync({ ab: strToU8('1'), ac: strToU8('2') });
    const twice = patchEntry(bytes, 1, (buffer, entry) => buffer.write('ab', entry + 46));
    expect(reasonOf(() => open(twice))).toBe('corrupt');
  });

  it('knows an encrypted entry and a wrong checksum', () => {
    const bytes = zipSync({ a: strToU8('text') });
    const encrypted = patchEntry(bytes, 0, (buffer, entry) => buffer.writeUInt16LE(1, entry + 8));
    const damaged = patchEntry(bytes, 0, (buffer, entry) => buffer.writeUInt32LE(1, entry + 16));
    expect(reasonOf(() => open(encrypted).read('a'))).toBe('encrypted');
    expect(reasonOf(() => open(damaged).read('a'))).toBe('corrupt');
  });

  it('leaves out folders and symbolic links', () => {
    const bytes = zipSync({ 'folder/': new Uint8Array(), link: strToU8('/etc/passwd'), file: strToU8('x') });
    const linked = patchEntry(bytes, 1, (buffer, entry) => {
      buffer.writeUInt8(3, entry + 5);
      buffer.writeUInt32LE(0o120777 * 65_536, entry + 38);
    });
    expect(open(linked).names).toEqual(['file']);
  });

  it('calls every cut or changed archive corrupt, a bomb or encrypted, and never fails otherwise', () => {
    const bytes = zipSync({ a: strToU8('some text '.repeat(50)), b: strToU8('other') });
    const allowed = ['none', 'corrupt', 'bomb', 'encrypted'];
    fc.assert(
      fc.property(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }),
        (length, changes) => {
          const changed = Buffer.from(bytes);
          for (const [position, value] of changes) changed[position] = value;
          const cut = changes.length === 0 ? changed.subarray(0, length) : changed;
          const reason = reasonOf(() => {
            const archive = open(cut);
            for (const name of archive.names) archive.read(name);
          });
          expect(allowed).toContain(reason);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** A compound file with one directory entry of this name at a sector boundary. */
function oleFile(streamName: string, offset = 512): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write(streamName, offset, 'utf16le');
  bytes.writeUInt16LE(streamName.length * 2 + 2, offset + 64);
  return bytes;
}

describe('identifyOleContainer', () => {
  it('tells a password-protected document from an old binary one', () => {
    expect(identifyOleContainer(oleFile('EncryptedPackage'))).toBe('encrypted-package');
    expect(identifyOleContainer(oleFile('WordDocument'))).toBe('other');
    expect(identifyOleContainer(strToU8('PK'))).toBeUndefined();
  });

  it('is not misled by text that mentions the stream', () => {
    expect(identifyOleContainer(oleFile('EncryptedPackage', 600))).toBe('other');
  });

  it('gives the archive its reasons', () => {
    expect(reasonOf(() => open(oleFile('EncryptedPackage')))).toBe('encrypted');
    expect(reasonOf(() => open(oleFile('Workbook')))).toBe('unsupported-type');
  });
});
