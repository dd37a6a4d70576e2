import { judgeAnswer } from './judge-answer.ts';
import { rewordingAnswer } from './rewording-answer.ts';
import type { ServerRequest } from './server-options.ts';
import { variationAnswer } from './variation-answer.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A numbered source line of a prompt, and the heading above it. */
interface SourceLine {
  readonly number: number;
  readonly text: string;
  readonly heading: string;
}

/**
 * What an honest and dull model answers to a prompt of dsgen: JSON of the asked schema, made of nothing but the numbered
 * source lines of the prompt, each cited where it is used. The answer is a function of the request, so runs can be
 * compared byte by byte. Asked to judge or to reword, it is as literal-minded.
 *
 * @example
 * const server = await startModelServer({ answer: groundedAnswer });
 */
export function groundedAnswer({ messages, schema }: Pick<ServerRequest, 'messages' | 'schema'>): string {
  // The first turn holds the source; later ones ask for the same again in another form.
  const prompt = messages.find(({ role }) => role === 'user')?.content ?? '';
  if (asksFor(schema, 'claims')) return judgeAnswer(prompt);
  if (asksFor(schema, 'variations')) return variationAnswer(prompt);
  if (asksFor(schema, 'rewordings')) return rewordingAnswer(prompt);
  const lines = readLines(prompt);
  if (schema === undefined) return lines[0]?.text ?? '';
  const wanted = Number(/\bup to (?<count>\d+)/iu.exec(prompt)?.groups?.['count'] ?? ITEMS);
  return JSON.stringify(new Writer(lines, wanted).write(schema, 'answer'));
}

function asksFor(schema: Schema | undefined, property: string): boolean {
  const { properties } = schema ?? {};
  return typeof properties === 'object' && properties !== null && property in properties;
}

function readLines(prompt: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let heading = '';
  for (const line of prompt.split('\n')) {
    if (line.startsWith('# ')) heading = line.slice(2).split(' > ').at(-1) ?? '';
    const found = /^\[(?<number>\d+)\] (?<text>.+)$/u.exec(line)?.groups;
    if (found !== undefined) lines.push({ number: Number(found['number']), text: found['text'] ?? '', heading });
  }
  // Running text reads as an answer; rows and code come when there is nothing else.
  const prose = lines.filter(({ text }) => /^[\p{Lu}\d][^|`{}]{20,}[.!?]$/u.test(text));
  return prose.length > 0 ? prose : lines;
}

/** Items in a list where the prompt does not say "up to" how many. */
const ITEMS = 2;

/** Fills a schema; every item of the outermost list is about another line. */
class Writer {
  readonly #lines: readonly SourceLine[];
  readonly #wanted: number;
  #at = 0;
  #isInList = false;
  #spoiled = 1;

  constructor(lines: readonly SourceLine[], wanted: number) {
    this.#lines = lines;
    this.#wanted = wanted;
  }

  write(schema: Schema, name: string): unknown {
    const { enum: values, type, properties, items } = schema;
    if (Array.isArray(values)) return (values as readonly unknown[])[this.#at % values.length];
    if (type === 'object') return this.#object((properties ?? {}) as Readonly<Record<string, Schema>>);
    if (type === 'array') return this.#list(items as Schema, name);
    if (type === 'integer' || type === 'number') return this.#line.number;
    return type === 'boolean' ? true : this.#text(name);
  }

  #object(properties: Readonly<Record<string, Schema>>): unknown {
    if ('text' in properties && 'cites' in properties) return this.#cited(this.#line);
    return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, this.write(schema, name)]));
  }

  #list(items: Schema, name: string): unknown[] {
    if (name === 'cites') return [this.#line.number];
    if (name === 'wrong') return [1, 2, 3].map((by) => spoil(sentence(this.#line.text), by));
    if (name === 'steps') return [this.#line, this.#lineElsewhere].map((line) => this.#cited(line));
    if (this.#isInList) return [this.write(items, name)];
    this.#isInList = true;
    const count = Math.min(this.#wanted, this.#lines.length);
    const list = Array.from({ length: count }, () => {
      const item = this.write(items, name);
      this.#at += 1;
      return item;
    });
    this.#isInList = false;
    return list;
  }

  #text(name: string): string {
    const { text, heading } = this.#line;
    if (/^(?:wrong|draft)$/u.test(name)) return spoil(sentence(text), this.#spoiled++);
    if (!/question|instruction|request|user|title/u.test(name)) return sentence(text);
    const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []).slice(0, 6).join(' ');
    return `With regard to ${heading === '' ? 'the document' : heading.replace(/[?.!]$/u, '')}, what holds for "${words}"?`;
  }

  #cited({ text, number }: SourceLine): unknown {
    return { text: sentence(text), cites: [number] };
  }

  get #line(): SourceLine {
    return this.#lineAt(this.#at);
  }

  /** The next line that is below another heading, or the next one where all are below one. */
  get #lineElsewhere(): SourceLine {
    const others = this.#lines.map((_, step) => this.#lineAt(this.#at + 1 + step));
    return others.find(({ heading }) => heading !== this.#line.heading) ?? this.#lineAt(this.#at + 1);
  }

  #lineAt(place: number): SourceLine {
    return this.#lines[place % Math.max(1, this.#lines.length)] ?? { number: 1, text: '', heading: '' };
  }
}

/** A sentence that the line contradicts: with another number, or denied. */
function spoil(text: string, by: number): string {
  const changed = text.replace(/\d+/u, (number) => String(Number(number) + by));
  return changed === text ? `In ${by} of 7 cases it is not true that ${text}` : changed;
}

function sentence(line: string): string {
  return line.replace(/^(?:[-*•]|\d{1,2}[.)])\s+/u, '');
}
