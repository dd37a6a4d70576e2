import type { Command } from '@oclif/core/command';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A command with what may follow it. */
export interface CompletionWords {
  /** Words of the command: `['jobs', 'list']`. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly flags: ReadonlyArray<{
    readonly name: string;
    readonly summary: string;
    readonly values: readonly string[];
  }>;
}

export function completionWords(commands: readonly Command.Loadable[]): CompletionWords[] {
  return commands
    .filter(({ hidden }) => hidden !== true)
    .map((command) => ({
      words: command.id.split(':'),
      summary: oneLine(command.summary ?? ''),
      flags: Object.entries(command.flags).map(([name, flag]) => ({
        name,
        summary: oneLine(flag.summary ?? flag.description ?? ''),
        values: flag.type === 'option' ? (flag.options ?? []) : [],
      })),
    }))
    .toSorted((left, right) => (left.words.join(' ') < right.words.join(' ') ? -1 : 1));
}

/** A script that completes commands, flags and flag values, and file names everywhere else. */
export function completionScript(shell: string, commands: readonly CompletionWords[]): string {
  if (shell === 'fish') return fishScript(commands);
  return shell === 'zsh' ? zshScript(commands) : bashScript(commands);
}

function bashScript(commands: readonly CompletionWords[]): string {
  const cases = commands.map(
    ({ words, flags }) => `    ${pattern(words)}) words="${flags.map(({ name }) => `--${name}`).join(' ')}" ;;`,
  );
  return `# dsgen completion for bash
_dsgen() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$previous" in
${valueCases(commands)}
  esac
  if [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); return; fi
  if [[ "$COMP_CWORD" -eq 1 ]]; then COMPREPLY=($(compgen -W "${firstWords(commands).join(' ')}" -- "$current")); return; fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${cases.join('\n')}
${topics(commands)
  .map(([topic, words]) => `    "${topic} "*) words="${words.join(' ')}" ;;`)
  .join('\n')}
  esac
  if [[ "$current" == -* || -n "$words" && "$words" != -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); return; fi
  COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _dsgen dsgen`;
}

function pattern(words: readonly string[]): string {
  return words.length > 1 ? `"${words.join(' ')}"` : `"${words[0]} "*`;
}

function valueCases(commands: readonly CompletionWords[]): string {
  const values = new Map<string, string>();
  for (const { flags } of commands) {
    for (const flag of flags) if (flag.values.length > 0) values.set(flag.name, flag.values.join(' '));
  }
  return [...values].map(([name, words]) => `    --${name}) words="${words}" ;;`).join('\n');
}

function firstWords(commands: readonly CompletionWords[]): string[] {
  return [...new Set(commands.map(({ words }) => words[0] ?? ''))];
}

/** Topics with the commands below them. */
function topics(commands: readonly CompletionWords[]): Array<[string, string[]]> {
  const grouped = new Map<string, string[]>();
  for (const { words } of commands) {
    const [topic, command] = words;
    if (topic !== undefined && command !== undefined) grouped.set(topic, [...(grouped.get(topic) ?? []), command]);
  }
  return [...grouped];
}

function zshScript(commands: readonly CompletionWords[]): string {
  const cases = commands.map(({ words, flags }) => {
    const specs = flags.map(({ name, summary, values }) => {
      const value = values.length > 0 ? `:value:(${values.join(' ')})` : '';
      return `'--${name}[${zshText(summary)}]${value}'`;
    });
    return `    ${pattern(words)}) _arguments ${specs.join(' ')} '*:file:_files' ;;`;
  });
  const first = firstWords(commands).map((word) => {
    const command = commands.find(({ words }) => words[0] === word && words.length === 1);
    return `'${word}:${zshText(command?.summary ?? word)}'`;
  });
  return `#compdef dsgen
# dsgen completion for zsh
_dsgen() {
  if (( CURRENT == 2 )); then
    local -a commands=(${first.join(' ')})
    _describe 'command' commands
    return
  fi
${topics(commands)
  .map(
    ([topic, words]) =>
      `  if [[ CURRENT -eq 3 && "$words[2]" == "${topic}" ]]; then compadd ${words.join(' ')}; return; fi`,
  )
  .join('\n')}
  case "$words[2] $words[3]" in
${cases.join('\n')}
  esac
}
if [[ "$funcstack[1]" == "_dsgen" ]]; then _dsgen "$@"; else compdef _dsgen dsgen; fi`;
}

function fishScript(commands: readonly CompletionWords[]): string {
  const lines = commands.flatMap(({ words, summary, flags }) => {
    const condition = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const [first, second] = words;
    const parent = second === undefined ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${first}`;
    return [
      `complete -c dsgen -n '${parent}' -a ${second ?? first} -d ${fishText(summary)}`,
      ...flags.map(({ name, summary: text, values }) => {
        const value = values.length > 0 ? ` -x -a '${values.join(' ')}'` : '';
        return `complete -c dsgen -n '${condition}' -l ${name}${value} -d ${fishText(text)}`;
      }),
    ];
  });
  const topicLines = topics(commands).map(([topic]) => `complete -c dsgen -n '__fish_use_subcommand' -a ${topic}`);
  return ['# dsgen completion for fish', ...topicLines, ...lines].join('\n');
}

function oneLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function zshText(text: string): string {
  return text.replaceAll(/[[\]':]/g, ' ');
}

function fishText(text: string): string {
  return `'${text.replaceAll("'", String.raw`\'`)}'`;
}
