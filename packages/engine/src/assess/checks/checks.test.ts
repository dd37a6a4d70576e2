import type { Chunk } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { ChunkSearch } from '../../shared/chunk-search.ts';
import { contextOf, makeCandidate, makeParts } from '../fixtures/make-parts.ts';
import { takeApart } from '../record-parts.ts';
import { checkBoilerplate } from './boilerplate.ts';
import { checkComplete } from './complete.ts';
import { checkLanguage } from './language.ts';
import { checkLength } from './length.ts';
import { checkQuestion } from './question.ts';
import { checkResidue } from './residue.ts';
import { checkSelfContained } from './self-contained.ts';
import { checkSpans } from './spans.ts';
import { checkSpecific } from './specific.ts';

describe('checkSelfContained', () => {
  it.each([
    'Nets are mended in winter, as described above.',
    'Nets are mended as shown in Figure 3.',
    'Use the knots from the previous section.',
    'The knots are explained in this chapter.',
    'A list of knots can be found here.',
    'Fill in this form and hand it to the harbour office.',
    'They are mended in winter.',
    'This is done in winter by the crew.',
    'However, most crews mend nets in winter.',
    'Crews use the following knots.',
    'As we saw, crews mend nets in winter.',
    "Let's mend a net in winter.",
    'For example, crews mend nets in winter.',
    'See also the page on knots in winter.',
  ])('rejects %j', (answer) => {
    expect(checkSelfContained(makeParts({ answer }))?.reason).toBe('not-self-contained');
  });

  it.each([
    'Crews mend nets in winter. It takes a week.',
    'Use the following knots:\n\n- the sheet bend\n- the reef knot',
    'The knots below hold best:\n\n- the sheet bend\n- the reef knot',
    'Nets wear out faster in the following year.',
    'Hang the net above the deck and below the mast.',
    'Section 508 of the act covers nets.',
    'It is important to dry the net before mending it.',
    'Fill in a form. This form goes to the harbour office.',
    'This net is mended with a sheet bend.',
  ])('keeps %j', (answer) => {
    expect(checkSelfContained(makeParts({ answer }))).toBeUndefined();
  });

  it('does not judge records that carry their passage', () => {
    expect(
      checkSelfContained(makeParts({ answer: 'They are mended.', passage: 'Nets wear out. They are mended.' })),
    ).toBeUndefined();
  });
});

describe('checkQuestion', () => {
  it.each([
    'How do I mend it?',
    'What does this mean?',
    'How do we mend a net?',
    'What is shown below?',
    'What are the same knots?',
  ])('finds what %j needs from its document', (question) => {
    expect(checkQuestion(makeParts({ question, answer: 'So.' }))).toMatchObject({ reason: 'not-self-contained' });
  });

  it.each([
    'What is a net (or seine?',
    'What is "a net?',
    'What is a net, e.g. a seine?',
    'What is the the net?',
    'What is a net – and why?',
    'What is a  net?',
    'Is it?',
    'What is a net:',
  ])('finds the broken wording of %j', (question) => {
    expect(checkQuestion(makeParts({ question, answer: 'So.' }))?.reason).toMatch(/weak-question|not-self-contained/u);
  });

  it.each(['How long does it take to mend a net?', 'When a net tears, how do I mend it?', 'Define a net.'])(
    'keeps %j',
    (question) => {
      expect(checkQuestion(makeParts({ question, answer: 'So.' }))).toBeUndefined();
    },
  );
});

describe('checkComplete', () => {
  it.each([
    'Crews use these knots:',
    'Crews use the sheet bend and',
    'Crews mend nets (in winter.',
    'Crews use `bend.',
    '- Knots:\n- Ropes that are long',
    'Run this:\n\n```sh\nmend',
  ])('rejects %j', (answer) => {
    expect(checkComplete(makeParts({ answer }))?.reason).toBe('incomplete');
  });

  it.each([
    'Crews mend nets.',
    '- Knots:\n  - sheet bend\n- Ropes',
    'Run this:\n\n```sh\nmend\n```',
    '- a sheet bend\n- a reef knot',
  ])('keeps %j', (answer) => {
    expect(checkComplete(makeParts({ answer }))).toBeUndefined();
  });
});

describe('checkResidue', () => {
  it.each([
    'Ask {% include "crew" %} for a net.',
    'Ask {{ crew }} for a net.',
    'Ask <b>the crew</b> for a net.',
    'Ask [the crew](crew.md) for a net.',
    'For help, visit .',
    'Ask in , then wait.',
    'Nets &amp; ropes are dear.',
    'TODO: describe nets.',
    'Nets are dear ( ).',
    '- — the crew\n- the cook',
    'Nets:\n\n.. note:: Nets are dear.',
    'Ask xref:crew.adoc[the crew] for a net.',
    'Use @code{mend} for a net.',
    'Use B<mend> for a net.',
    'Nets are dear [2].',
    'Nets are dear. .',
    'A net costs $$x$$ coins.',
    'Use \\fBmend\\fR for a net.',
  ])('finds what a template left in %j', (answer) => {
    expect(checkResidue(makeParts({ answer }))?.reason).toBe('residue');
  });

  it.each([
    'Call `mend({{net}})` now.',
    'Pass <path> to mend.',
    'Use mend() on deck.',
    'Set nets[2] to 5.',
    'Nets . . . are dear.',
    'Use Vec<Net> or a = b == c for nets.',
    '```html\n<b>net</b>\n```',
    'Log in to the office, and hand in or out what you need.',
  ])('keeps %j', (answer) => {
    expect(checkResidue(makeParts({ answer }))).toBeUndefined();
  });

  it('finds includes inside code, because code is carried as it is', () => {
    expect(checkResidue(makeParts({ answer: '```rust\n{{#include net.rs}}\n```' }))?.reason).toBe('residue');
  });
});

describe('checkBoilerplate', () => {
  it('rejects text of the page', () => {
    expect(checkBoilerplate(makeParts({ answer: 'We use cookies to improve nets. Accept all cookies.' }))?.reason).toBe(
      'boilerplate',
    );
    expect(checkBoilerplate(makeParts({ answer: 'Nets dry.\nupdated: 2024-05-06 10:00' }))?.reason).toBe('boilerplate');
    expect(checkBoilerplate(makeParts({ answer: 'Bakers count cookies by hand.' }))).toBeUndefined();
  });
});

describe('checkLanguage', () => {
  it('rejects an answer in another language', () => {
    const answer =
      'Die Netze werden im Winter von der Mannschaft geflickt und danach in der Sonne getrocknet, bevor das Boot im Frühling wieder auf das Meer hinaus fährt und neue Fische bringt.';
    expect(checkLanguage(makeParts({ answer }), contextOf(answer))?.reason).toBe('wrong-language');
  });
});

describe('checkLength', () => {
  it.each([
    [9, 'too-short'],
    [10, undefined],
    [4096, undefined],
    [4097, 'too-long'],
  ])('judges %i tokens by the limits of the recipe', (tokens, reason) => {
    const candidate = { ...makeCandidate({ answer: 'Crews mend nets.' }), quality: { tokens } };
    expect(checkLength(takeApart(candidate), contextOf(''))?.reason).toBe(reason);
  });
});

describe('checkSpans', () => {
  it('compares every quote with the document', () => {
    const candidate = makeCandidate({ answer: 'Crews mend nets.' });
    expect(checkSpans(takeApart(candidate), contextOf('Crews mend nets.'))).toBeUndefined();
    expect(checkSpans(takeApart(candidate), contextOf('Crews mend nets!'))?.reason).toBe('span-mismatch');
    expect(checkSpans(takeApart({ ...candidate, sources: [] }), contextOf(''))?.reason).toBe('span-mismatch');
  });
});

describe('checkSpecific', () => {
  const parts = [
    { headingPath: ['Mooring'], text: 'Tie the boat with two lines.' },
    { headingPath: ['Fuel'], text: 'Fuel is sold at the pier.' },
  ];
  const text = parts.map((part) => part.text).join('\n');
  const chunks = parts.map((part, index): Chunk => {
    const start = text.indexOf(part.text);
    const place = { id: `d:${index}`, index, firstBlock: index, lastBlock: index, headingPath: part.headingPath };
    return { ...place, start, end: start + part.text.length, tokens: 8, language: 'en' };
  });
  const context = { ...contextOf(text), search: new ChunkSearch(contextOf(text).document, chunks) };

  it('keeps a question whose answer a search finds first', () => {
    const candidate = makeCandidate({ question: 'How do I tie a boat?', answer: 'Tie the boat with two lines.' });
    expect(checkSpecific(takeApart(candidate), context)).toBeUndefined();
  });

  it('rejects one that fits another part better', () => {
    const candidate = makeCandidate({ question: 'What of fuel at the pier?', answer: 'Tie the boat with two lines.' });
    expect(checkSpecific(takeApart(candidate), context)?.reason).toBe('unspecific');
  });

  it('asks nothing of a question that brings its passage along', () => {
    const passage = 'Tie the boat with two lines.';
    const candidate = makeCandidate({ question: 'What of fuel at the pier?', passage, answer: passage });
    expect(checkSpecific(takeApart(candidate), context)).toBeUndefined();
  });
});
