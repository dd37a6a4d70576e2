/** The conversions as the programs we compare with would be told to make them. */

export const FORMATS = ['alpaca', 'sharegpt', 'openai'] as const;
export type Format = (typeof FORMATS)[number];

const columns: Readonly<Record<Format, string>> = {
  alpaca: "{instruction: 'VARCHAR', input: 'VARCHAR', output: 'VARCHAR', system: 'VARCHAR'}",
  sharegpt: `{conversations: 'STRUCT("from" VARCHAR, "value" VARCHAR)[]'}`,
  openai: "{messages: 'STRUCT(role VARCHAR, content VARCHAR)[]'}",
};

interface ChatNames {
  readonly list: string;
  readonly role: string;
  readonly text: string;
  readonly user: string;
  readonly assistant: string;
}

const chats: Readonly<Record<'sharegpt' | 'openai', ChatNames>> = {
  sharegpt: { list: 'conversations', role: 'from', text: 'value', user: 'human', assistant: 'gpt' },
  openai: { list: 'messages', role: 'role', text: 'content', user: 'user', assistant: 'assistant' },
};

export interface Conversion {
  readonly from: Format;
  readonly to: Format;
}

/** A statement for DuckDB, with the columns of the input given, so that it need not look for them. */
export function duckdbStatement(conversion: Conversion, input: string, output: string): string {
  const { from } = conversion;
  const source = `read_json('${input}', format = 'newline_delimited', columns = ${columns[from]})`;
  return `COPY (${duckdbQuery(conversion, source)}) TO '${output}' (FORMAT json)`;
}

function duckdbQuery({ from, to }: Conversion, source: string): string {
  if (from === to) return `SELECT * FROM ${source}`;
  if (from === 'alpaca')
    return `SELECT ${duckdbTurns(chats[to === 'sharegpt' ? 'sharegpt' : 'openai'])} FROM ${source}`;
  const chat = chats[from];
  if (to === 'alpaca') return duckdbAlpaca(chat, source);
  const { list, role, text, user, assistant } = chats[to];
  const roles = `CASE m."${chat.role}" WHEN '${chat.user}' THEN '${user}' WHEN '${chat.assistant}' THEN '${assistant}' ELSE 'system' END`;
  const turns = `list_transform(${chat.list}, lambda m: {'${role}': ${roles}, '${text}': m."${chat.text}"})`;
  return `SELECT ${turns} AS ${list} FROM ${source}`;
}

function duckdbTurns({ list, role, text, user, assistant }: ChatNames): string {
  const question = "CASE WHEN input = '' THEN instruction ELSE instruction || E'\\n\\n' || input END";
  const turns = `[{'${role}': '${user}', '${text}': ${question}}, {'${role}': '${assistant}', '${text}': output}]`;
  const system = `CASE WHEN system IS NULL THEN [] ELSE [{'${role}': 'system', '${text}': system}] END`;
  return `list_concat(${system}, ${turns}) AS ${list}`;
}

function duckdbAlpaca({ list, role, text }: ChatNames, source: string): string {
  const turns = `list_filter(${list}, lambda m: m."${role}" <> 'system')`;
  const pair = `[t[2 * i + 1]."${text}", t[2 * i + 2]."${text}"]`;
  const parts = [
    `t[-2]."${text}" AS instruction`,
    "'' AS input",
    `t[-1]."${text}" AS output`,
    `list_filter(${list}, lambda m: m."${role}" = 'system')[1]."${text}" AS system`,
    `list_transform(range(0, len(t) // 2 - 1), lambda i: ${pair}) AS history`,
  ];
  return `SELECT ${parts.join(', ')} FROM (SELECT ${list}, ${turns} AS t FROM ${source})`;
}

/** A program for `jq -c`. */
export function jqProgram({ from, to }: Conversion): string {
  if (from === to) return '.';
  if (from === 'alpaca') return jqFromAlpaca(chats[to === 'sharegpt' ? 'sharegpt' : 'openai']);
  const source = chats[from];
  if (to === 'alpaca') return jqToAlpaca(source);
  const { list, role, text, user, assistant } = chats[to];
  const roles = `{"${source.user}": "${user}", "${source.assistant}": "${assistant}", "system": "system"}`;
  return `${roles} as $roles | {${list}: [.${source.list}[] | {${role}: $roles[.${source.role}], ${text}: .${source.text}}]}`;
}

function jqFromAlpaca({ list, role, text, user, assistant }: ChatNames): string {
  const question = String.raw`(if .input == "" then .instruction else .instruction + "\n\n" + .input end)`;
  const system = `(if .system then [{${role}: "system", ${text}: .system}] else [] end)`;
  return `{${list}: (${system} + [{${role}: "${user}", ${text}: ${question}}, {${role}: "${assistant}", ${text}: .output}])}`;
}

function jqToAlpaca({ list, role, text }: ChatNames): string {
  const turns = `[.${list}[] | select(.${role} != "system") | .${text}] as $t`;
  const system = `([.${list}[] | select(.${role} == "system") | .${text}] | if length > 0 then {system: .[0]} else {} end)`;
  const history = '([$t[:-2] | _nwise(2)] | if length > 0 then {history: .} else {} end)';
  return `${turns} | ${system} as $s | {instruction: $t[-2], input: "", output: $t[-1]} + $s + ${history}`;
}
