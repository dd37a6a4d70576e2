import { ExtractError } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { readXml, readXmlTree } from './read-xml.ts';
import { textOf, type XmlElement } from './xml-element.ts';

const LIMITS = { maxDepth: 50 };

function tree(xml: string | Uint8Array): XmlElement {
  return readXmlTree(typeof xml === 'string' ? Buffer.from(xml) : xml, LIMITS);
}

function reasonOf(xml: string): string {
  try {
    tree(xml);
  } catch (error) {
    if (error instanceof ExtractError) return error.reason;
    throw error;
  }
  return 'none';
}

describe('readXml', () => {
  it('gives elements canonical names, whatever prefixes a file binds', () => {
    const root = tree(
      '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" x:val="1" plain="2"><x:t>a&amp;b &#x4e2d;</x:t></x:p>',
    );
    expect(root.name).toBe('w:p');
    expect(root.attributes).toMatchObject({ 'w:val': '1', plain: '2' });
    expect(textOf(root)).toBe('a&b 中');
  });

  it('hands over wanted elements one by one and tells of those around them', () => {
    const seen: string[] = [];
    const entered: string[] = [];
    readXml(Buffer.from('<a><b n="1">x<c/></b><d><b>y</b></d></a>'), {
      ...LIMITS,
      isWanted: (name) => name === 'b',
      onEnter: (name) => entered.push(name),
      onElement: (element) => seen.push(textOf(element)),
    });
    expect(seen).toEqual(['x', 'y']);
    expect(entered).toEqual(['a', 'd']);
  });

  it('reads UTF-16 by its mark and older encodings by their declaration', () => {
    expect(textOf(tree(Buffer.from('\ufeff<a>é</a>', 'utf16le')))).toBe('é');
    expect(textOf(tree(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1')))).toBe('é');
    expect(textOf(tree('<?xml version="1.0" encoding="no-such"?><a>é</a>'))).toBe('é');
  });

  it('keeps characters whole where the parts of a large document meet', () => {
    const text = '中文'.repeat(200_000);
    expect(textOf(tree(`<a>${text}</a>`))).toBe(text);
  });

  it('ignores a document type and refuses its declarations', () => {
    expect(reasonOf('<!DOCTYPE a PUBLIC "-//X" "http://example.org/a.dtd"><a/>')).toBe('none');
    expect(reasonOf('<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY b "&lol;&lol;">]><a>&b;</a>')).toBe('bomb');
    expect(reasonOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toBe('corrupt');
  });

  it('refuses nesting beyond the limit', () => {
    expect(reasonOf('<a>'.repeat(50) + '</a>'.repeat(50))).toBe('none');
    expect(reasonOf('<a>'.repeat(51) + '</a>'.repeat(51))).toBe('bomb');
    expect(reasonOf('<a>'.repeat(1_000_000))).toBe('bomb');
  });

  it('calls a document that breaks off corrupt', () => {
    expect(reasonOf('<a><b>text')).toBe('corrupt');
    expect(reasonOf('<a><b>text</a>')).toBe('corrupt');
    expect(reasonOf('')).toBe('corrupt');
    expect(reasonOf('no markup')).toBe('corrupt');
  });

  it('has no place for names that mean something to JavaScript', () => {
    const root = tree('<a __proto__="x" constructor="y"><toString/></a>');
    expect(Object.getPrototypeOf(root.attributes)).toBe(Object.prototype);
    expect(root.attributes['constructor']).toBe('y');
  });
});
