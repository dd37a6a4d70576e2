import { DIFFICULTIES, type Difficulty, type Task, type TaskPayload } from '@dsgen/core';
import type { AnswerKind } from '../generate/patterns.ts';
import type { JsonSchema } from '../model/model-client.ts';

/** A sentence of an answer and the numbers of the source sentences that it rests on. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly number[];
}

/** One exchange of a written record. */
export interface WrittenTurn {
  readonly user: string;
  /** What the answer begins with, such as "Yes." or "B) 27 days.", and the claim in it, which its sentences must support. */
  readonly lead?: { readonly text: string; readonly claim: string };
  readonly answer: readonly CitedSentence[];
}

/** What a prompt made of a model's answer: a record before its citations are resolved and its claims are checked. */
export interface WrittenRecord {
  readonly system?: string;
  readonly turns: readonly WrittenTurn[];
  /** Preference data: the answer that should lose, and what is wrong with it. */
  readonly rejected?: { readonly text: string; readonly flaw: string };
  readonly payload?: TaskPayload;
  /** What is wrong with it beyond its support: two equal choices, a correction that changes nothing. */
  readonly problem?: string;
  /** A statement of the record that has to be wrong: it is rejected when nothing in the source says otherwise. */
  readonly mustBeWrong?: string;
  /** As the model was asked for; without it, the rule of the extractive records decides. */
  readonly difficulty?: Difficulty;
}

/** How much of a document a prompt sees at once: about one chunk, or several that follow each other. */
export type PromptScope = 'chunk' | 'chunks';

/**
 * A way to have a model write one kind of record. One file holds all of it: the text, the shape of the answer and what
 * becomes of it. `text` is what a user may replace; the rest is code.
 */
export interface Prompt {
  /** Kebab-case, unique: also the name of its file. */
  readonly name: string;
  /** The built-in prompt whose shape a prompt of the user's own has. */
  readonly like?: string;
  /** Raise it when text or shape changes. */
  readonly version: number;
  readonly task: Task;
  /** What holds for every record it makes, in one sentence. */
  readonly promise: string;
  /** Whether it is used for its task without being named in the recipe. */
  readonly isDefault: boolean;
  readonly scope: PromptScope;
  readonly answerKind: AnswerKind;
  /** Carries the source text in the user's turn. */
  readonly carriesPassage?: boolean;
  /** An answer that means something else without one of its sentences is rejected rather than cut. */
  readonly keepsWhole?: boolean;
  /** Fewest source sentences that an answer has to rest on. Default 1. */
  readonly fewestCites?: number;
  /** The question sets up facts of its own, on which the answer may rest. */
  readonly isScenario?: boolean;
  /** What the user says may hold facts that the source does not have: mistakes, small talk. */
  readonly hasFreeQuestion?: boolean;
  readonly text: PromptText;
  readonly schema: JsonSchema;
  /** The records in an answer of this schema. */
  read(this: void, answer: AnswerReader, values: PromptValues): readonly WrittenRecord[];
}

/** The name that records of a prompt have in the place of a pattern's. */
export function patternOf({ name, like }: Pick<Prompt, 'name' | 'like'>): string {
  return `model-${like ?? name}`;
}

/** The wording of a prompt, with `{{variables}}`. */
export interface PromptText {
  readonly system: string;
  readonly user: string;
}

/** What a prompt's text may refer to as `{{name}}`, and what each is. */
export const PROMPT_VARIABLES = {
  material: 'the numbered source sentences, between markers that the source cannot contain',
  count: 'how many items to write, a whole number',
  title: 'the title of the document, or its path',
  language: 'the language of the document as an ISO 639-1 code',
  subject: 'the product or organisation that the recipe names, or the title',
  level: 'the difficulty to aim at: elementary, intermediate, advanced, college or expert',
  conversation: 'the kind of conversation: one of the five of the specification, with its persona',
} as const;

/** A value for every variable, of the type that its description says. */
export interface PromptValues {
  readonly material: string;
  readonly count: number;
  readonly title: string;
  readonly language: string;
  readonly subject: string;
  readonly level: Difficulty;
  readonly conversation: string;
}

/** Reads an answer field by field; a field of another type ends the reading with a sentence about it. */
export class AnswerReader {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path = 'the answer') {
    this.#value = value;
    this.#path = path;
  }

  at(name: string): AnswerReader {
    const value =
      typeof this.#value === 'object' && this.#value !== null && Object.hasOwn(this.#value, name)
        ? (this.#value as Readonly<Record<string, unknown>>)[name]
        : undefined;
    return new AnswerReader(value, `${this.#path}.${name}`);
  }

  list(): readonly AnswerReader[] {
    if (!Array.isArray(this.#value)) throw new AnswerShapeError(`${this.#path} is not a list`);
    return this.#value.map((item: unknown, index) => new AnswerReader(item, `${this.#path}[${index}]`));
  }

  text(): string {
    if (typeof this.#value !== 'string') throw new AnswerShapeError(`${this.#path} is not a text`);
    return this.#value.trim();
  }

  integer(): number {
    if (!Number.isSafeInteger(this.#value)) throw new AnswerShapeError(`${this.#path} is not a whole number`);
    return this.#value as number;
  }

  truth(): boolean {
    if (typeof this.#value !== 'boolean') throw new AnswerShapeError(`${this.#path} is not true or false`);
    return this.#value;
  }

  difficulty(): Difficulty {
    const text = this.text();
    const level = DIFFICULTIES.find((known) => known === text);
    if (level === undefined) throw new AnswerShapeError(`${this.#path} is not one of ${DIFFICULTIES.join(', ')}`);
    return level;
  }

  /** Sentences with their citations, as most prompts ask for answers. */
  sentences(): readonly CitedSentence[] {
    return this.list()
      .map((item) => ({
        text: item.at('text').text(),
        cites: item
          .at('cites')
          .list()
          .map((cite) => cite.integer()),
      }))
      .filter(({ text }) => text !== '');
  }
}

/** The answer is JSON, and not what was asked for. */
export class AnswerShapeError extends Error {
  override readonly name = 'AnswerShapeError';
}
