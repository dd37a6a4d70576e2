import { describe, expect, it } from 'vitest';
import { sameStatement } from './true-statement.ts';

describe('sameStatement', () => {
  it.each([
    ['If you leave the harbour, you must sign the book.', 'You must sign the book if you leave the harbour.'],
    ['Crews carry at least 3 nets on board.', 'Crews carry 3 nets or more on board.'],
    ['You must sign the book at the gate.', 'You have to sign the book at the gate.'],
    ['The Northern Rail Board (NRB) owns the line.', 'The Northern Rail Board owns the line.'],
    ['The boats are moored for 12 weeks in winter.', 'The boats are moored for twelve weeks in winter.'],
    ['The dock closes before the sun sets, because the tide is low.', 'The dock closes before the sun sets.'],
  ])('says %j in other words', (statement, expected) => {
    expect(sameStatement(statement)).toBe(expected);
  });

  it.each([
    'The keeper opens the gate at noon.',
    'Fares (but not tolls) are paid on board.',
    'If the wind turns, the crews stay and when it drops, they leave.',
    'You must also sign the book.',
  ])('gives nothing for %j', (statement) => {
    expect(sameStatement(statement)).toBeUndefined();
  });
});
