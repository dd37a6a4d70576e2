import { rm } from 'node:fs/promises';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { resolveRecipe } from '@dsgen/engine';
import { expect, it } from 'vitest';
import { NO_WORKFLOW, openContext, submissionOf } from '../workflow/fixtures/job-in-test.ts';
import { createAwsBackend } from './create-aws-backend.ts';
import { createTables } from './fixtures/platform.ts';

describeWithLab('a job on the platform', ['ministack'], (lab) => {
  it('is refused where its recipe asks for what the workers cannot do', async () => {
    const { tables, destroy } = await createTables(lab().services.ministack);
    const context = await openContext(tables);
    const backend = createAwsBackend({ ...context, workflow: NO_WORKFLOW, pollMs: 10 });
    const submission = await submissionOf(backend, 'refused');
    const scored = resolveRecipe({ assess: { scorers: ['grammar'] } });
    const written = resolveRecipe({ model: { name: 'openai-compatible/any' } });
    await expect(backend.jobs.submit({ ...submission, recipe: scored })).rejects.toMatchObject({
      code: 'scorers-not-on-platform',
      fix: expect.stringContaining('assess.scorers'),
    });
    await expect(backend.jobs.submit({ ...submission, recipe: written })).rejects.toMatchObject({
      code: 'model-not-on-platform',
      fix: expect.stringContaining('--model'),
    });
    destroy();
    await rm(context.scratchFolder, { recursive: true });
  });
});
