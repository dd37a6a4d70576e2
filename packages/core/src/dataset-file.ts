import { InputError } from './errors/input-error.ts';
import type { DatasetManifest } from './manifest.ts';

/** The file that makes a folder a dataset, and lists all others. */
const MANIFEST_FILE = 'dataset.json';

/**
 * Throws unless the name is that of a file of the dataset: what else lies beside them is nobody's to read.
 *
 * @throws InputError `dataset-file-missing`
 */
export function assertDatasetFile(manifest: DatasetManifest, file: string): void {
  if (file === MANIFEST_FILE || manifest.files.some(({ name }) => name === file)) return;
  throw new InputError({
    code: 'dataset-file-missing',
    message: `Cannot read ${JSON.stringify(file)}: the dataset ${JSON.stringify(manifest.name)} has no such file`,
    fix: 'Use a name from the files of its manifest.',
    data: { file },
  });
}
