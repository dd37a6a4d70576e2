import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CompletedCall, ModelServerOptions, ServerStatistics } from '@dsgen/testkit';

/** A model server in another process. */
export interface ServerProcess {
  readonly baseUrl: string;
  statistics(): Promise<ServerStatistics>;
  /** The calls that were completed since this was asked last. */
  completed(): Promise<readonly CompletedCall[]>;
  end(): void;
}

const entry = fileURLToPath(new URL('server-process.ts', import.meta.url));

export async function startServerProcess(
  options: Omit<ModelServerOptions, 'answer' | 'onCompleted'>,
): Promise<ServerProcess> {
  const child = fork(entry, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { baseUrl } = await nextMessage<{ readonly baseUrl: string }>(child);
  function ask<Answer>(question: string): Promise<Answer> {
    const answer = nextMessage<Answer>(child);
    child.send(question);
    return answer;
  }
  return {
    baseUrl,
    statistics: async () => (await ask<{ readonly statistics: ServerStatistics }>('statistics')).statistics,
    completed: async () => (await ask<{ readonly completed: readonly CompletedCall[] }>('completed')).completed,
    end: () => child.disconnect(),
  };
}

async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
}
