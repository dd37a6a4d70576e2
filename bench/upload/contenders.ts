import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '@dsgen/aws-lab';
import { cli } from '../support.ts';

export interface Task {
  readonly folder: string;
  readonly bucket: string;
  readonly endpoint: string;
  /** A new folder for what the program wants to remember. */
  readonly state: string;
}

/** A program that sends a folder to a bucket, as its users start it. */
export interface Contender {
  readonly name: string;
  command(task: Task): readonly string[];
}

/** What the server allows: a program that does nothing but send. */
export const BARE = 'bare sender';
const BARE_PROGRAM = fileURLToPath(new URL('bare.ts', import.meta.url));

/** No file is too large for a comparison of transfers. */
const NO_LIMIT = String(2 ** 50);

function dsgen(name: string, packs: string): Contender {
  return {
    name,
    command: ({ folder, bucket, endpoint, state }) =>
      [process.execPath, cli, 'upload', folder, '--bucket', bucket, '--endpoint', endpoint].concat(
        ['--json', packs, '--store', join(state, 'store')],
        ['--max-document-bytes', NO_LIMIT],
      ),
  };
}

export async function contenders(): Promise<Readonly<Record<'dsgen' | 'packs' | 's5cmd' | 'aws' | 'bare', Contender>>> {
  const s5cmd = await install('s5cmd');
  const aws = await install('awscli');
  return {
    dsgen: dsgen('dsgen', '--no-packs'),
    packs: dsgen('dsgen with packs', '--packs'),
    s5cmd: {
      name: 's5cmd',
      command: ({ folder, bucket, endpoint }) =>
        [s5cmd, '--log', 'error', '--endpoint-url', endpoint].concat(['cp', `${folder}/`, `s3://${bucket}/`]),
    },
    aws: {
      name: 'aws-cli',
      command: ({ folder, bucket, endpoint }) =>
        [aws, '--endpoint-url', endpoint, 's3', 'cp'].concat(['--recursive', '--quiet', folder, `s3://${bucket}/`]),
    },
    bare: {
      name: BARE,
      command: ({ folder, bucket, endpoint }) => [process.execPath, BARE_PROGRAM, folder, bucket, endpoint],
    },
  };
}
