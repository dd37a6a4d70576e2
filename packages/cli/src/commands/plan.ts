import { availableParallelism } from 'node:os';
import * as Flags from '@oclif/core/flags';
import { pathsArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { corpusFlags, recipeFlags, storeFlag } from '../flags.ts';
import { chooseRecipe, describeRecipeChoice } from '../recipe-choice.ts';
import { planTotals, renderPlan } from '../render/plan.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';
import { collect } from '../collect.ts';

export default class Plan extends DsgenCommand {
  static override summary = 'Show what a run would do with each document, without doing it.';
  static override description =
    'Reads only as much of each file as it needs to tell its type, its pages and the work it makes, and says what would be skipped and why.';
  static override examples = [
    { description: 'What a folder holds and how long it takes', command: '<%= config.bin %> plan ./docs' },
    { description: 'The same as JSON', command: '<%= config.bin %> plan ./docs --json' },
  ];
  static override args = { path: pathsArgument };
  static override flags = {
    all: Flags.boolean({ char: 'a', description: 'List every document, however many there are.', env: 'DSGEN_ALL' }),
    ...recipeFlags,
    ...corpusFlags,
    store: storeFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Plan);
    const choice = await chooseRecipe(flags);
    await withDsgen(defined({ store: flags.store }), async (dsgen, signal) => {
      const { include, exclude } = flags;
      const plan = dsgen.plan({ paths: args.path, recipe: choice.recipe, signal, ...defined({ include, exclude }) });
      const documents = await collect(plan);
      if (flags.json) {
        await this.printJson({ documents, totals: planTotals(documents) });
        return;
      }
      await this.tell(describeRecipeChoice(choice));
      await this.print(
        renderPlan({
          documents,
          isComplete: flags.all,
          cores: availableParallelism(),
          style: styleFor(process.stdout),
        }),
      );
    });
  }
}
