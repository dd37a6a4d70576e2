import { startModelServer, type ModelServerOptions } from '@dsgen/testkit';

/** A model server in a process of its own, so that its CPU is not the client's: options come in, its address and statistics go out. */
const options = JSON.parse(process.argv[2] ?? '{}') as ModelServerOptions;
const server = await startModelServer({
  ...options,
  answer: ({ messages }) => JSON.stringify({ answer: `About ${messages[0]?.content.slice(0, 60)}.` }),
});
process.on('message', () => process.send?.({ statistics: server.statistics() }));
process.once('disconnect', () => process.exit());
process.send?.({ baseUrl: server.baseUrl });
