import * as Flags from '@oclif/core/flags';
import { calibrateJudge, storeBeside, UsageError } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { storeFlag } from '../flags.ts';
import { withInterruption } from '../session.ts';
import { modelFlags } from '../model-flags.ts';
import { renderCalibration } from '../render/calibration.ts';

export default class Calibrate extends DsgenCommand {
  static override summary = 'Measure how far a model agrees, as a judge, with answers whose label is known.';
  static override description =
    'Asks the model about the labelled answers that come with dsgen: right ones, and some that are subtly wrong. Answers of the model are kept in the store and not asked for twice.';
  static override examples = [
    {
      description: 'A model on this machine',
      command: '<%= config.bin %> calibrate --model openai-compatible/qwen3 --base-url http://localhost:11434/v1',
    },
    {
      description: 'A first impression',
      command: '<%= config.bin %> calibrate --model openai/gpt-5-mini --answers 50',
    },
  ];
  static override flags = {
    model: modelFlags.model,
    'base-url': modelFlags['base-url'],
    votes: modelFlags.votes,
    offline: modelFlags.offline,
    answers: Flags.integer({
      description: 'Judge only so many answers of the set. Default: all.',
      env: 'DSGEN_ANSWERS',
      helpValue: 'N',
      min: 1,
    }),
    store: storeFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Calibrate);
    const { model, votes, answers, offline: isOffline, store = storeBeside(['.']) } = flags;
    if (model === undefined) throw modelMissing();
    const calibration = await withInterruption((signal) =>
      calibrateJudge({ model, store, signal, isOffline, ...defined({ baseUrl: flags['base-url'], votes, answers }) }),
    );
    if (flags.json) await this.printJson({ model, ...calibration });
    else await this.print(renderCalibration(model, calibration));
  }
}

function modelMissing(): UsageError {
  return new UsageError({
    code: 'model-missing',
    message: 'Cannot calibrate: no model is named',
    fix: 'Name one: --model provider/name.',
  });
}
