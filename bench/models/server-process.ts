import { startModelServer, type CompletedCall, type ModelServerOptions } from '@dsgen/testkit';

/** A model server in a process of its own, so that its CPU is not the client's: options come in, its address and what it saw go out. */
const options = JSON.parse(process.argv[2] ?? '{}') as ModelServerOptions;
const completed: CompletedCall[] = [];
const server = await startModelServer({
  ...options,
  answer: ({ messages }) => JSON.stringify({ answer: `About ${messages[0]?.content.slice(0, 60)}.` }),
  onCompleted: (call) => completed.push(call),
});
process.on('message', (message) => {
  process.send?.(message === 'statistics' ? { statistics: server.statistics() } : { completed: completed.splice(0) });
});
process.once('disconnect', () => process.exit());
process.send?.({ baseUrl: server.baseUrl });
