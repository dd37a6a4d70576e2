import type { PlatformOptions } from './platform.ts';
import { profileNamed } from './profiles/profiles.ts';

export type Settings = Omit<PlatformOptions, 'release' | 'isEmulated' | 'functionsFolder' | 'image' | 'spark'> & {
  /** Image of the worker; default: built from the bundle when it is deployed. */
  readonly imageUri?: string;
};

const ENVIRONMENT = /^[a-z][a-z0-9-]{0,19}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/**
 * The settings of a deployment, from the context that `cdk -c name=value` gives: `environment`, `profile`, `regions` (by comma, the
 * home Region first), `replicated`, `image`, `email`.
 *
 * @throws Error that names the setting, its value and what it may be
 */
export function readSettings(context: (name: string) => unknown): Settings {
  function text(name: string): string | undefined {
    const value = context(name);
    return value === undefined || value === '' ? undefined : String(value);
  }
  const environment = text('environment') ?? 'main';
  const regions = (text('regions') ?? 'us-east-1').split(',').map((region) => region.trim());
  const profile = profileNamed(text('profile') ?? 'core');
  const [imageUri, email] = [text('image'), text('email')];
  check('environment', environment, ENVIRONMENT.test(environment), '1 to 20 of a-z, 0-9 and -, a letter first');
  for (const region of regions) check('regions', region, REGION.test(region), 'names such as us-east-1, by comma');
  check('regions', regions.join(','), new Set(regions).size === regions.length, 'each Region once');
  return {
    environment,
    profile,
    regions,
    isReplicated: text('replicated') === 'true' && regions.length > 1,
    ...(imageUri === undefined ? {} : { imageUri }),
    ...(email === undefined ? {} : { email }),
  };
}

function check(name: string, value: string, isValid: boolean, rule: string): void {
  if (!isValid) throw new Error(`Cannot use ${JSON.stringify(value)} as "${name}": it takes ${rule}`);
}
