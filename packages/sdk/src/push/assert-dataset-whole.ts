import { GateError, type AbortableOptions } from '@dsgen/core';
import type { Dataset } from '../open-dataset.ts';

/**
 * Compares every file that the manifest lists with it; files that it does not list do not matter.
 *
 * @throws GateError `push-changed` when a file is not as the manifest says.
 */
export async function assertDatasetWhole(dataset: Dataset, options: AbortableOptions = {}): Promise<void> {
  const { problems } = await dataset.verifyFiles(options);
  const [problem] = problems.filter(({ code }) => code !== 'file-unlisted');
  if (problem === undefined) return;
  throw new GateError({
    code: 'push-changed',
    message: `Cannot push ${JSON.stringify(dataset.path)}: ${problem.file} is not as the manifest says. ${problem.message}`,
    fix: 'Generate the dataset again, or copy it again from where it is whole; dsgen verify names every such file.',
    data: { problems },
  });
}
