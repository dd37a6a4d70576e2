import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ModelServerOptions, ServerStatistics } from '@dsgen/testkit';

/** A model server in another process. */
export interface ServerProcess {
  readonly baseUrl: string;
  statistics(): Promise<ServerStatistics>;
  end(): void;
}

const entry = fileURLToPath(new URL('server-process.ts', import.meta.url));

export async function startServerProcess(options: Omit<ModelServerOptions, 'answer'>): Promise<ServerProcess> {
  const child = fork(entry, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { baseUrl } = await nextMessage<{ readonly baseUrl: string }>(child);
  return {
    baseUrl,
    async statistics() {
      const answer = nextMessage<{ readonly statistics: ServerStatistics }>(child);
      child.send('statistics');
      return (await answer).statistics;
    },
    end: () => child.disconnect(),
  };
}

async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
}
