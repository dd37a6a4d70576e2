import { expectTypeOf } from 'vitest';
import {
  createDsgen,
  defineRecipe,
  type DatasetManifest,
  type DatasetRecord,
  type DocumentPlan,
  type GenerateJob,
  type LedgerSums,
  type RecipeInput,
} from './index.ts';

const dsgen = createDsgen();

// A recipe is checked where it is written.
const recipe = defineRecipe({ tasks: ['qa'], chunk: { maxTokens: 256 }, extract: { html: 'article' } });
expectTypeOf(recipe).toExtend<RecipeInput>();
expectTypeOf(recipe.tasks).toEqualTypeOf<readonly ['qa']>();
// @ts-expect-error an unknown task
defineRecipe({ tasks: ['riddles'] });
// @ts-expect-error a value that is not one of the choices
defineRecipe({ extract: { html: 'everything' } });
// @ts-expect-error a number where a number belongs
defineRecipe({ generate: { limit: 'ten' } });

// What a job gives is typed to the end.
expectTypeOf(dsgen.generate({ paths: ['./docs'], recipe })).resolves.toEqualTypeOf<GenerateJob>();
declare const job: GenerateJob;
expectTypeOf(job.records()).toEqualTypeOf<AsyncIterable<DatasetRecord>>();
expectTypeOf(job.rows()).toEqualTypeOf<AsyncIterable<string>>();
expectTypeOf(job.result()).resolves.toExtend<{
  readonly dataset: string;
  readonly manifest: DatasetManifest;
  readonly ledger: LedgerSums;
}>();
expectTypeOf(dsgen.plan({ paths: ['./docs'] })).toEqualTypeOf<AsyncIterable<DocumentPlan>>();

// The least that has to be said.
// @ts-expect-error no documents
void dsgen.generate({});
// @ts-expect-error paths are a list
void dsgen.generate({ paths: './docs' });

// Closing can be left to the scope.
expectTypeOf(dsgen).toExtend<AsyncDisposable>();
