import { UsageError } from '@dsgen/core';

/** Packages of which a user installs only what the chosen provider needs, with the versions that were tried. */
const OPTIONAL_PACKAGES = {
  '@ai-sdk/google': '4.0.121',
  '@ai-sdk/mistral': '4.0.87',
  '@ai-sdk/amazon-bedrock': '5.0.101',
  'node-llama-cpp': '3.22.1',
} as const;
export type OptionalPackage = keyof typeof OPTIONAL_PACKAGES;

/**
 * Loads a package that may not be there.
 *
 * @throws UsageError `model-package-missing` with the command that installs it
 */
export async function loadOptional<Module>(name: OptionalPackage): Promise<Module> {
  try {
    return (await import(name)) as Module;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    throw new UsageError({
      code: isMissing ? 'model-package-missing' : 'model-package-broken',
      message: isMissing
        ? `Cannot ask this model: the package ${JSON.stringify(name)} is not installed`
        : `Cannot load the package ${JSON.stringify(name)}: ${message}`,
      fix: `Run: npm install ${name}@${OPTIONAL_PACKAGES[name]} (with --global when dsgen is installed globally).`,
    });
  }
}
