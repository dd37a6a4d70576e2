import { compileValidator } from '@dsgen/formats';
import { findJson } from './answer-json.ts';
import type { JsonSchema } from './model-client.ts';

/** The value a model was asked for, or what is wrong with what it wrote. */
export type CheckedAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly string[] };

export type AnswerCheck = (text: string) => CheckedAnswer;

/** More would not help a model to do better. */
const MOST_PROBLEMS = 5;

/**
 * A check of answers against a schema.
 *
 * @throws UsageError `schema-invalid`
 */
export async function compileAnswerCheck(schema: JsonSchema): Promise<AnswerCheck> {
  const validate = await compileValidator(schema);
  return (text) => {
    const found = findJson(text);
    if (found === undefined) return { ok: false, problems: ['It is not JSON.'] };
    const issues = validate(found.value);
    if (issues.length === 0) return { ok: true, value: found.value };
    const problems = issues.slice(0, MOST_PROBLEMS).map(({ message }) => message.replace(/^The row/, 'The answer'));
    return { ok: false, problems };
  };
}
