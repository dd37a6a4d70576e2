import { availableParallelism } from 'node:os';
import * as Flags from '@oclif/core/flags';
import { pathsArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { corpusFlags, recipeFlags, storeFlag } from '../flags.ts';
import { modelFlags, modelSettings } from '../model-flags.ts';
import { chooseRecipe, describeRecipeChoice } from '../recipe-choice.ts';
import { renderAwsEstimate } from '../render/aws-estimate.ts';
import { renderModelEstimate } from '../render/model-estimate.ts';
import { planTotals, renderPlan } from '../render/plan.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';
import { collect } from '../collect.ts';

/** A budget stops a run; batches and kept answers are ways to run. */
const { batch: _batch, budget: _budget, offline: _offline, ...estimateFlags } = modelFlags;

export default class Plan extends DsgenCommand {
  static override summary =
    'Show what a run would do with each document, and what its model would cost, without doing it.';
  static override description =
    'Reads only as much of each file as it needs to tell its type, its pages and the work it makes, and says what would be skipped and why. With a model, it also reads a sample of the documents and counts the calls they would make; nothing is sent.';
  static override examples = [
    { description: 'What a folder holds and how long it takes', command: '<%= config.bin %> plan ./docs' },
    {
      description: 'What a model would cost, before it is asked',
      command: '<%= config.bin %> plan ./docs --model openai/gpt-5-mini',
    },
    { description: 'What it would cost on AWS', command: '<%= config.bin %> plan ./docs --backend aws' },
    { description: 'The same as JSON', command: '<%= config.bin %> plan ./docs --json' },
  ];
  static override args = { path: pathsArgument };
  static override flags = {
    all: Flags.boolean({ char: 'a', description: 'List every document, however many there are.', env: 'DSGEN_ALL' }),
    ...recipeFlags,
    ...corpusFlags,
    ...estimateFlags,
    store: storeFlag,
    backend: Flags.string({
      description: 'With aws: also what the run would cost on a platform that dsgen deploy set up.',
      env: 'DSGEN_BACKEND',
      options: ['local', 'aws'],
      default: 'local',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Plan);
    const choice = await chooseRecipe(flags);
    await withDsgen(defined({ store: flags.store }), async (dsgen, signal) => {
      const { include, exclude } = flags;
      const { recipe } = choice;
      const input = { paths: args.path, recipe, signal, ...defined({ include, exclude }) };
      const documents = await collect(dsgen.plan(input));
      const model =
        recipe.model === undefined
          ? undefined
          : await dsgen.estimate({ ...input, ...defined({ model: modelSettings(flags) }) });
      const aws = flags.backend === 'aws' ? await (await import('../open-aws.ts')).estimateOnAws(documents) : undefined;
      if (flags.json) {
        await this.printJson({ documents, totals: planTotals(documents), ...defined({ model, aws }) });
        return;
      }
      await this.tell(describeRecipeChoice(choice));
      const style = styleFor(process.stdout);
      const plan = renderPlan({ documents, isComplete: flags.all, cores: availableParallelism(), style });
      const parts = [
        plan,
        ...(model === undefined ? [] : [renderModelEstimate(model, style)]),
        ...(aws === undefined ? [] : [renderAwsEstimate(aws, style)]),
      ];
      await this.print(parts.join('\n\n'));
    });
  }
}
