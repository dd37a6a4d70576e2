import type * as Sqlite from 'node:sqlite';

/**
 * SQLite as Node brings it. Older Node versions announce it as experimental on every start; that one warning says nothing to
 * a user of dsgen, so it is held back, and no other.
 */
export function loadSqlite(): typeof Sqlite {
  const emitWarning = process.emitWarning;
  process.emitWarning = function emitOtherWarning(...parameters: unknown[]): void {
    if (String(parameters[0]).includes('SQLite is an experimental feature')) return;
    Reflect.apply(emitWarning, process, parameters);
  };
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
