import { availableParallelism } from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbStatement, type Format } from './peers.ts';

/** `node bench/formats/duckdb.ts <from> <to> <input> <output>`: one conversion in a process of its own. */
const [from, to, input = '', output = ''] = process.argv.slice(2);
const database = await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) });
const connection = await database.connect();
await connection.run(duckdbStatement({ from: from as Format, to: to as Format }, input, output));
