import type { AwsPlace } from './open-aws.ts';
import { defined } from './defined.ts';
import { storeArgument } from './job-store.ts';
import { shellWord } from './render/paths.ts';
import type { SessionOptions } from './session.ts';

/** The values of `placeFlags`. */
export interface PlaceFlags extends AwsPlace {
  readonly store?: string | undefined;
  readonly backend: string;
}

/** Where jobs live and run: a store of this machine, or a deployed platform. */
export interface JobPlace {
  readonly session: SessionOptions;
  /** What a later command has to add to find the same jobs. */
  readonly argument: string;
}

export function jobPlace(flags: PlaceFlags, localStore: () => string): JobPlace {
  const { backend, environment, region } = flags;
  if (backend === 'local') {
    const store = localStore();
    return { session: { store }, argument: storeArgument(store) };
  }
  const place = defined({ environment, region });
  const names = Object.entries(place).map(([name, value]) => ` --${name} ${shellWord(value)}`);
  return {
    session: { openBackend: async (signal) => (await import('./open-aws.ts')).openAws(place, signal) },
    argument: ` --backend aws${names.join('')}`,
  };
}
