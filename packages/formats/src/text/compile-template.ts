import * as jinja from '@huggingface/jinja';
import { UsageError } from '@dsgen/core';

/*
 * The package's type declarations import each other without file extensions, which Node's resolution does not follow;
 * these are the parts of them that are used here.
 */
interface Scope {
  set(name: string, value: unknown): unknown;
}
interface Value {
  readonly value: unknown;
}
interface TemplateInterpreter {
  run(program: unknown): Value;
  evaluate(statement: unknown, scope: Scope): Value;
}
const Environment = jinja.Environment as unknown as new () => Scope;
const Interpreter = jinja.Interpreter as unknown as new (scope: Scope) => TemplateInterpreter;

/** Renders a conversation; throws what the template raises. */
export type Render = (variables: Readonly<Record<string, unknown>>) => string;

/** A template is somebody else's program: longest source, most steps of a rendering, longest text and longest list. */
const MAX_SOURCE_CHARACTERS = 1024 * 1024;
const MAX_STEPS = 2_000_000;
const MAX_TEXT_CHARACTERS = 16 * 1024 * 1024;
const MAX_LIST_LENGTH = 1_000_000;

/**
 * Compiles a chat template. It sees nothing but the variables: no file, no environment and no clock, and it stops at
 * limits that are counted, not timed, so that the same row always comes to the same end.
 *
 * @throws UsageError `chat-template-invalid`.
 */
export function compileTemplate(source: string): Render {
  const program = parse(source);
  return (variables) => {
    const scope = new Environment();
    for (const [name, value] of Object.entries({ ...GLOBALS, ...variables })) scope.set(name, value);
    const { value } = new BoundedInterpreter(scope).run(program);
    return String(value);
  };
}

function parse(source: string): unknown {
  try {
    if (source.length > MAX_SOURCE_CHARACTERS) {
      throw new RangeError(`it has ${source.length} characters, more than ${MAX_SOURCE_CHARACTERS}`);
    }
    return new jinja.Template(withoutGenerationTags(source)).parsed;
  } catch (cause) {
    throw new UsageError({
      code: 'chat-template-invalid',
      message: `Reading the chat template failed: ${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: 'Give a Jinja template as transformers takes it.',
      cause,
    });
  }
}

/** transformers marks what the assistant says with `{% generation %}`; it changes nothing of the text. */
function withoutGenerationTags(source: string): string {
  return source
    .replaceAll(/\{%(-?)\s*generation\s*(-?)%\}/g, '{%$1 if true $2%}')
    .replaceAll(/\{%(-?)\s*endgeneration\s*(-?)%\}/g, '{%$1 endif $2%}');
}

/** What Jinja itself brings, but for the clock: templates ask whether `strftime_now` is defined. */
const GLOBALS: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
  raise_exception(message: string): never {
    throw new Error(message);
  },
  range(first: number, second?: number, step = 1): readonly number[] {
    const [start, stop] = second === undefined ? [0, first] : [first, second];
    const length = Math.max(0, Math.ceil((stop - start) / step));
    if (!(length <= MAX_LIST_LENGTH)) throw tooMuch(`a range of ${length} numbers`);
    return Array.from({ length }, (_, index) => start + index * step);
  },
};

class BoundedInterpreter extends Interpreter {
  #steps = 0;

  override evaluate(statement: unknown, scope: Scope): Value {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw tooMuch(`more than ${MAX_STEPS} steps`);
    const result = super.evaluate(statement, scope);
    const { value } = result;
    if (typeof value === 'string' && value.length > MAX_TEXT_CHARACTERS) throw tooMuch('too long a text');
    if (Array.isArray(value) && value.length > MAX_LIST_LENGTH) throw tooMuch('too long a list');
    return result;
  }
}

function tooMuch(what: string): Error {
  return new Error(`the template makes ${what}`);
}
