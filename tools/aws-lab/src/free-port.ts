import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections, so that none takes it before the server does. */
const FIRST_PORT = 10_000;
const PORTS = 22_000;
/** Processes that run at the same time look in places of their own. */
const PORTS_PER_PROCESS = 16;
let looked = 0;

/** A port of 127.0.0.1 that nobody listens on now and no other process is about to take. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + ((process.pid * PORTS_PER_PROCESS + looked) % PORTS);
    looked += 1;
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
