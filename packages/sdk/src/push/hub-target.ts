import { UsageError } from '@dsgen/core';

const TARGET = /^hf:\/\/(?:datasets\/)?([\w.-]+\/[\w.-]+)$/;

/**
 * The repository that `hf://user/name` or `hf://datasets/user/name` names, as `user/name`.
 *
 * @throws UsageError `push-target`
 */
export function parseHubTarget(target: string): string {
  const repository = TARGET.exec(target)?.[1];
  if (repository !== undefined) return repository;
  throw new UsageError({
    code: 'push-target',
    message: `Cannot push to ${JSON.stringify(target)}: it names no dataset of the hub`,
    fix: 'Name it as hf://user/name.',
  });
}

/**
 * The token, when it can be one.
 *
 * @throws UsageError `push-token`
 */
export function requireHubToken(token: string | undefined): string {
  if (token?.startsWith('hf_') === true) return token;
  const reason = token === undefined || token === '' ? 'there is no token' : 'the token does not begin with hf_';
  throw new UsageError({
    code: 'push-token',
    message: `Cannot push to the hub: ${reason}`,
    fix: 'Make a token with write permission in the settings of your account and put it into HF_TOKEN.',
  });
}
