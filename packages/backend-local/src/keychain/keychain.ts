import { execFile } from 'node:child_process';
import type { Environment, ModelProvider } from '@dsgen/engine';

/** The system's own tool, which dsgen asks instead of carrying native code for every system. */
interface KeychainTool {
  readonly command: string;
  /** Prints the key, and may have the system ask the user to unlock the keychain. */
  readonly read: (provider: ModelProvider) => readonly string[];
  /** Prints something when there is a key; never asks anybody. */
  readonly find: (provider: ModelProvider) => readonly string[];
}

const TOOLS: { readonly [Platform in NodeJS.Platform]?: KeychainTool } = {
  darwin: {
    command: 'security',
    read: (provider) => ['find-generic-password', '-s', 'dsgen', '-a', provider, '-w'],
    find: (provider) => ['find-generic-password', '-s', 'dsgen', '-a', provider],
  },
  linux: {
    command: 'secret-tool',
    read: (provider) => ['lookup', 'service', 'dsgen', 'provider', provider],
    find: (provider) => ['search', 'service', 'dsgen', 'provider', provider],
  },
};

/** What a tool needs to find the keychain and a screen to ask on; keys in the environment are not its business. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
];
const FIND_MS = 10_000;
const MAX_BYTES = 65_536;

export interface KeychainOptions {
  readonly environment: Environment;
  /** Default: that of this process. */
  readonly platform?: NodeJS.Platform;
  /** Milliseconds for somebody who has to type a password. Default 60,000. */
  readonly unlockMs?: number;
}

/** Keys of model providers in the keychain of the system, under the service `dsgen` and the name of the provider. */
export interface Keychain {
  /** Whether it has a key; false also where there is no keychain. Asks nobody. */
  has(provider: ModelProvider): Promise<boolean>;
  /** Undefined when there is none, or no way to it: no tool, no session, a keychain that stays locked for a minute. */
  keyOf(provider: ModelProvider): Promise<string | undefined>;
}

/** Nothing is asked before it is used. Windows has no tool that prints a key, so there is no keychain there. */
export function openKeychain({
  environment,
  platform = process.platform,
  unlockMs = 60_000,
}: KeychainOptions): Keychain {
  const tool = TOOLS[platform];
  async function run(parameters: readonly string[] | undefined, timeoutMs: number): Promise<string> {
    if (tool === undefined || parameters === undefined || environment['PATH'] === undefined) return '';
    return outputOf(tool.command, parameters, { environment, timeoutMs });
  }
  return {
    has: async (provider) => (await run(tool?.find(provider), FIND_MS)) !== '',
    keyOf: async (provider) => (await run(tool?.read(provider), unlockMs)) || undefined,
  };
}

/** What a command prints, trimmed; nothing when it is missing, fails or takes too long. What it says beside that is not kept. */
function outputOf(
  command: string,
  parameters: readonly string[],
  { environment, timeoutMs }: { readonly environment: Environment; readonly timeoutMs: number },
): Promise<string> {
  const env = Object.fromEntries(PASSED_ON.map((name) => [name, environment[name]]));
  // Not in the folder of the user, where documents may be that call themselves like the tool.
  const options = { env, cwd: '/', timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: MAX_BYTES } as const;
  return new Promise((resolve) => {
    const child = execFile(command, parameters, options, (error, output) =>
      resolve(error === null ? output.trim() : ''),
    );
    child.stdin?.end();
  });
}
