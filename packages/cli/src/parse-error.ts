import { nearestName, UsageError } from '@dsgen/sdk';

export interface ParsedCommand {
  /** `jobs show` */
  readonly name: string;
  readonly flags: readonly string[];
}

/** What the flag parser says of a command line, as an error with a fix; every other error as it is. */
export function explainParseError(error: Error, command: ParsedCommand): Error {
  if (!('oclif' in error) || ('code' in error && error.code === 'EEXIT')) return error;
  const message = describe(error);
  return new UsageError({
    code: 'usage',
    message: `Cannot run "dsgen ${command.name}": ${message}`,
    fix: suggestion(error, command) ?? `See its arguments, flags and examples with: dsgen ${command.name} --help`,
    cause: error,
  });
}

function describe(error: Error): string {
  const missing = missingArguments(error);
  if (missing.length > 0) return `the argument ${missing.map((name) => name.toUpperCase()).join(' and ')} is missing`;
  const unknown = unknownFlags(error);
  if (unknown.length > 0) return `it has no flag ${unknown.join(' and ')}`;
  const [message = ''] = error.message.split('\nSee more help');
  return message
    .trim()
    .replace(/^Parsing /, '')
    .replaceAll(/\s*\n\s*/g, ': ');
}

function suggestion(error: Error, { flags }: ParsedCommand): string | undefined {
  const [first] = unknownFlags(error);
  if (first === undefined) return undefined;
  const nearest = nearestName(first.replace(/^-+/, ''), flags);
  return nearest === undefined ? undefined : `Did you mean --${nearest}?`;
}

function unknownFlags(error: Error): string[] {
  const flags: unknown = 'flags' in error ? error.flags : undefined;
  return Array.isArray(flags) ? flags.map(String) : [];
}

function missingArguments(error: Error): string[] {
  const values: unknown = error.constructor.name === 'RequiredArgsError' && 'args' in error ? error.args : undefined;
  return Array.isArray(values) ? values.map((value: { readonly name?: unknown }) => String(value.name)) : [];
}
