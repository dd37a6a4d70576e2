import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';
import { escapePointer } from '../json/inspect-json.ts';
import type { RuleMatch } from './consumer.ts';

/** Looks at a row and tells the places that match; the building blocks of rules. */
export type Finder = (row: JsonObject) => readonly RuleMatch[];

export interface Turn {
  readonly object: JsonObject;
  readonly index: number;
  readonly pointer: string;
}

/** The turns of a row that are objects; others are for `turnsAreObjects` to find. */
export function turnsOf(row: JsonObject, column: string): readonly Turn[] {
  const list = own(row, column);
  if (!Array.isArray(list)) return [];
  return list.flatMap((object, index) => (isObject(object) ? [{ object, index, pointer: `/${column}/${index}` }] : []));
}

/** Matches turns for which `test` gives a message. */
export function eachTurn(column: string, test: (turn: Turn, turns: readonly Turn[]) => RuleMatch | undefined): Finder {
  return (row) => {
    const turns = turnsOf(row, column);
    return turns.flatMap((turn) => test(turn, turns) ?? []);
  };
}

export function match(pointer: string, message: string): RuleMatch {
  return { pointer, message };
}

export function missingColumn(column: string): Finder {
  return (row) => (Object.hasOwn(row, column) ? [] : [match('', `The row has no "${column}".`)]);
}

export function columnNot(column: string, type: 'string' | 'list'): Finder {
  return (row) => {
    const value = own(row, column);
    if (value === undefined || (type === 'list' ? Array.isArray(value) : typeof value === type)) return [];
    return [match(`/${column}`, `"${column}" is no ${type}.`)];
  };
}

export function columnsBeside(allowed: readonly string[]): Finder {
  return (row) =>
    Object.keys(row)
      .filter((column) => !allowed.includes(column))
      .map((column) => match(`/${escapePointer(column)}`, `The column ${JSON.stringify(column)} is not allowed.`));
}

export function blankColumn(column: string): Finder {
  return (row) => {
    const value = own(row, column);
    return typeof value === 'string' && value.trim() === '' ? [match(`/${column}`, `"${column}" is empty.`)] : [];
  };
}

/** A column that holds something although the consumer ignores it. */
export function ignoredColumn(column: string): Finder {
  return (row) => {
    const value = own(row, column);
    const isEmpty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [match(`/${column}`, `"${column}" is not read.`)];
  };
}

/** No list of turns, or one with things that are no turns. */
export function notTurns(column: string): Finder {
  return (row) => {
    const list = own(row, column);
    if (!Array.isArray(list)) return [match(`/${column}`, `"${column}" is no list of turns.`)];
    return list.every(isObject) ? [] : [match(`/${column}`, `"${column}" holds something that is no turn.`)];
  };
}

export function emptyTurns(column: string): Finder {
  return (row) => {
    const list = own(row, column);
    return Array.isArray(list) && list.length === 0 ? [match(`/${column}`, `"${column}" holds no turns.`)] : [];
  };
}

/** Nothing that can be read as turns. */
export function noTurns(column: string): Finder {
  return both(notTurns(column), emptyTurns(column));
}

export function rolesBeside(column: string, key: string, allowed: readonly string[]): Finder {
  return eachTurn(column, ({ object, pointer }) => {
    const role = own(object, key);
    if (typeof role === 'string' && allowed.includes(role)) return undefined;
    return match(`${pointer}/${key}`, `The role ${JSON.stringify(role)} is not one of ${allowed.join(', ')}.`);
  });
}

export function missingKey(column: string, key: string): Finder {
  return eachTurn(column, ({ object, pointer }) =>
    Object.hasOwn(object, key) ? undefined : match(pointer, `A turn has no "${key}".`),
  );
}

/** A text that is there but no string: null, parts, a number. */
export function textNotString(column: string, key: string): Finder {
  return eachTurn(column, ({ object, pointer }) => {
    const value = own(object, key);
    return value === undefined || typeof value === 'string'
      ? undefined
      : match(`${pointer}/${key}`, `"${key}" is ${value === null ? 'null' : 'no string'}.`);
  });
}

export function blankAnswer(column: string, roleKey: string, textKey: string): Finder {
  return eachTurn(column, ({ object, pointer }) => {
    const role = own(object, roleKey);
    if (role !== 'assistant' && role !== 'gpt') return undefined;
    const text = own(object, textKey);
    const hasCalls = toolCallsOf(object).length > 0;
    const isBlank = typeof text === 'string' && text.trim() === '';
    return isBlank && !hasCalls ? match(`${pointer}/${textKey}`, 'An answer is empty.') : undefined;
  });
}

/** Turns that leave `even, odd, even, odd …`, after a leading system turn. */
export function turnsOutOfOrder(
  column: string,
  key: string,
  sides: readonly [readonly string[], readonly string[]],
): Finder {
  return (row) => {
    const all = turnsOf(row, column);
    const turns = own(all[0]?.object ?? {}, key) === 'system' ? all.slice(1) : all;
    for (const [index, { object, pointer }] of turns.entries()) {
      const wanted = sides[index % 2 === 0 ? 0 : 1];
      const role = own(object, key);
      if (typeof role === 'string' && !wanted.includes(role)) {
        return [match(pointer, `${JSON.stringify(role)} stands where ${wanted.join(' or ')} belongs.`)];
      }
    }
    if (turns.length % 2 === 0) return [];
    return [match(turns.at(-1)?.pointer ?? `/${column}`, 'The last turn has no answer.')];
  };
}

export function toolCallsOf(turn: JsonObject): readonly unknown[] {
  const calls = own(turn, 'tool_calls');
  return Array.isArray(calls) ? calls : [];
}

/** Tool calls whose arguments are text, or are not text, or are text that is no JSON object. */
export function callArguments(wanted: 'string' | 'object'): Finder {
  return eachTurn('messages', ({ object, pointer }) => {
    for (const [index, call] of toolCallsOf(object).entries()) {
      const inner = isObject(call) ? own(call, 'function') : undefined;
      const given = isObject(inner) ? own(inner, 'arguments') : undefined;
      const isRight = wanted === 'string' ? typeof given === 'string' : isObject(given);
      if (!isRight) {
        const place = `${pointer}/tool_calls/${index}/function/arguments`;
        return match(place, `The arguments are ${wanted === 'string' ? 'no text' : 'no object'}.`);
      }
    }
    return undefined;
  });
}

export function anyToolCalls(turn: Turn): RuleMatch | undefined {
  return toolCallsOf(turn.object).length > 0
    ? match(`${turn.pointer}/tool_calls`, 'The turn calls a tool.')
    : undefined;
}

export function weightOfZero({ object, pointer }: Turn): RuleMatch | undefined {
  return own(object, 'weight') === 0
    ? match(`${pointer}/weight`, 'A weight of 0 is ignored; the turn is trained.')
    : undefined;
}

export function both(...finders: readonly Finder[]): Finder {
  return (row) => finders.flatMap((find) => find(row));
}
