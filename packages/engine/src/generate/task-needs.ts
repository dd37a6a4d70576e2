import type { Recipe, Task } from '@dsgen/core';

/** What documents must offer for a task, for the reader of a dataset that has no record of it. */
export const TASK_NEEDS: Readonly<Record<Task, string>> = {
  instruction: 'sections under headings that name a thing or an act, or tables with named columns',
  qa: 'definitions, rules, reasons, listed facts or headings that ask, in whole sentences',
  summarization: 'a model; or `generate.allPatterns: true` in the recipe, and paragraphs that open with their point',
  code: 'code blocks after a sentence that says what they are for',
  conversation:
    'passages of 40 to 300 words that answer a question in one sentence and say something else that can be checked',
  entities: 'paragraphs with two dates, amounts, addresses or version numbers, and nothing in doubt beside them',
  classification:
    'sections whose form shows what they are, such as steps, options or warnings, or chapters that share no word in their titles',
  creative: 'stories: people who speak, and a text that says who does',
};

/** A task that was asked for and gave nothing, and what it takes. */
export interface EmptyTask {
  readonly task: Task;
  readonly needs: string;
}

/** Tasks of a recipe without a record, in the order of the recipe. */
export function emptyTasks(
  recipe: Pick<Recipe, 'tasks'>,
  counts: Readonly<Record<string, number>>,
): readonly EmptyTask[] {
  return recipe.tasks.filter((task) => (counts[task] ?? 0) === 0).map((task) => ({ task, needs: TASK_NEEDS[task] }));
}
