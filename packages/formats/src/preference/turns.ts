import { own, type JsonObject, type RowReader } from '../conversation/row-reader.ts';
import type { TextChat } from '../conversation/text-chat.ts';
import type { TurnKeys } from './shape.ts';

/** Turns of plain text under any names; a system turn may come first. */
export function readTurns(value: unknown, pointer: string, reader: RowReader, keys: TurnKeys): TextChat {
  const list = reader.list(value, pointer) ?? [];
  const turns = list.map((turn, index) => readTurn(turn, `${pointer}/${index}`, reader, keys));
  const [first] = turns;
  if (first?.role === 'system' && first.text.trim() === '') {
    reader.fail('empty-text', `${pointer}/0`, 'The system turn has no text.');
  }
  const rest = first?.role === 'system' ? turns.slice(1) : turns;
  return {
    ...(first?.role === 'system' && { system: first.text }),
    turns: rest.flatMap((turn, index) => {
      if (turn.role === 'user' || turn.role === 'assistant') return [{ role: turn.role, text: turn.text }];
      if (turn.role === 'system') {
        const place = `${pointer}/${index + turns.length - rest.length}`;
        reader.fail('bad-order', place, 'A system turn stands after others.');
      }
      return [];
    }),
  };
}

interface ReadTurn {
  readonly role?: 'system' | 'user' | 'assistant';
  readonly text: string;
}

export function readTurn(value: unknown, pointer: string, reader: RowReader, keys: TurnKeys): ReadTurn {
  const turn = reader.object(value, pointer);
  if (turn === undefined) return { text: '' };
  reader.noteUnknown(turn, pointer, new Set([keys.role, keys.text]));
  const text = reader.string(own(turn, keys.text), `${pointer}/${keys.text}`) ?? '';
  const given = reader.string(own(turn, keys.role), `${pointer}/${keys.role}`);
  const role = (['system', 'user', 'assistant'] as const).find((name) => keys[name] === given);
  if (role !== undefined) return { role, text };
  if (given !== undefined) {
    const allowed = `${keys.system}, ${keys.user} or ${keys.assistant}`;
    reader.fail('unknown-role', `${pointer}/${keys.role}`, `${JSON.stringify(given)} is no role; use ${allowed}.`);
  }
  return { text };
}

export function writeTurns(chat: TextChat, keys: TurnKeys): readonly JsonObject[] {
  const turns = chat.turns.map(({ role, text }) => writeTurn(role, text, keys));
  return chat.system === undefined ? turns : [writeTurn('system', chat.system, keys), ...turns];
}

export function writeTurn(role: 'system' | 'user' | 'assistant', text: string, keys: TurnKeys): JsonObject {
  return { [keys.role]: keys[role], [keys.text]: text };
}
