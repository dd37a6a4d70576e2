import { UsageError } from '@dsgen/core';

/** Packages of which a user installs only what a chosen provider or scorer needs, with the versions that were tried. */
const OPTIONAL_PACKAGES = {
  '@ai-sdk/google': '4.0.121',
  '@ai-sdk/mistral': '4.0.87',
  '@ai-sdk/amazon-bedrock': '5.0.101',
  'node-llama-cpp': '3.22.1',
  'harper.js': '2.10.0',
} as const;
export type OptionalPackage = keyof typeof OPTIONAL_PACKAGES;

/**
 * Loads a package that may not be there, or a module of it.
 *
 * @throws UsageError `package-missing` with the command that installs it, or `package-broken`
 */
export async function loadOptional<Module>(name: OptionalPackage, module: string = name): Promise<Module> {
  try {
    return (await import(module)) as Module;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    throw new UsageError({
      code: isMissing ? 'package-missing' : 'package-broken',
      message: `Cannot load the package ${JSON.stringify(name)}: ${isMissing ? 'it is not installed' : message}`,
      fix: `Run: npm install ${name}@${OPTIONAL_PACKAGES[name]} (with --global when dsgen is installed globally).`,
    });
  }
}
