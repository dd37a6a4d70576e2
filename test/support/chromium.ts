import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The browser of this machine; undefined where there is none. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page in a real browser, driven by its own protocol: no other software between the test and what a reader sees. */
export interface Page extends AsyncDisposable {
  /** What the console, the security policy and uncaught errors said. */
  readonly messages: readonly string[];
  /** Addresses asked for, the page's own among them. */
  readonly requests: readonly string[];
  /** The JSON value of an expression in the page. */
  evaluate<Value>(expression: string): Promise<Value>;
  press(key: string): Promise<void>;
  /** The whole page, or what a selector finds, as PNG. */
  screenshot(selector?: string): Promise<Uint8Array>;
}

const DEADLINE_MS = 240_000;

/** Opens an address in a fresh headless browser that goes away with the page. */
export async function openPage(chromium: string, url: string, options: PageOptions = {}): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'dsgen-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'];
  const browser = spawn(chromium, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const protocol = await connect(await pageSocket(await debuggerAddress(browser)));
  const messages: string[] = [];
  const requests: string[] = [];
  protocol.on('Runtime.consoleAPICalled', ({ type, args }) =>
    messages.push(`console.${type}: ${JSON.stringify(args)}`),
  );
  protocol.on('Runtime.exceptionThrown', ({ exceptionDetails }) => messages.push(JSON.stringify(exceptionDetails)));
  protocol.on('Log.entryAdded', ({ entry }) => messages.push(JSON.stringify(entry)));
  protocol.on('Network.requestWillBeSent', ({ request }) => requests.push((request as { url: string }).url));
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await protocol.send(`${domain}.enable`);
  const { width = 1280, height = 900, colorScheme = 'light' } = options;
  await protocol.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  });
  await protocol.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: colorScheme }],
  });
  await protocol.send('Page.navigate', { url });

  async function evaluate<Value>(expression: string): Promise<Value> {
    const answer = await protocol.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (answer['exceptionDetails'] !== undefined) throw new Error(JSON.stringify(answer['exceptionDetails']));
    return (answer['result'] as { value: Value }).value;
  }
  // The load event may still be that of the empty page the browser began with.
  while (!(await evaluate<boolean>(`location.href !== 'about:blank' && document.readyState === 'complete'`)))
    await delay(20);
  return {
    messages,
    requests,
    evaluate,
    async press(key) {
      for (const type of ['keyDown', 'keyUp']) await protocol.send('Input.dispatchKeyEvent', { type, ...keyOf(key) });
    },
    async screenshot(selector = 'html') {
      const box = `(({ left, top, width, height }) => ({ x: left + scrollX, y: top + scrollY, width, height, scale: 1 }))`;
      const clip = await evaluate(
        `${box}(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
      );
      const { data } = await protocol.send('Page.captureScreenshot', { clip, captureBeyondViewport: true });
      return Buffer.from(data as string, 'base64');
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      if (browser.kill()) await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A printable character, or one of the named keys. */
function keyOf(key: string): Readonly<Record<string, unknown>> {
  const codes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13, Escape: 27, Space: 32 };
  if (key === 'Enter') return { key, code: key, windowsVirtualKeyCode: 13, text: '\r' };
  return codes[key] === undefined ? { key, text: key } : { key, code: key, windowsVirtualKeyCode: codes[key] };
}

/** The browser tells on standard error where its debugger listens. */
async function debuggerAddress(browser: ChildProcess): Promise<string> {
  let output = '';
  browser.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const end = Date.now() + DEADLINE_MS;
  for (;;) {
    const found = /DevTools listening on ws:\/\/(?<address>[^/\s]+)/u.exec(output)?.groups?.['address'];
    if (found !== undefined) return found;
    if (browser.exitCode !== null || Date.now() > end) throw new Error(`The browser did not start:\n${output}`);
    await delay(20);
  }
}

async function pageSocket(address: string): Promise<string> {
  for (;;) {
    const targets = (await (await fetch(`http://${address}/json/list`)).json()) as ReadonlyArray<{
      readonly type: string;
      readonly webSocketDebuggerUrl: string;
    }>;
    const page = targets.find(({ type }) => type === 'page');
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await delay(20);
  }
}

type Parameters = Readonly<Record<string, unknown>>;
type Listener = (parameters: Parameters) => void;

interface Protocol {
  send(method: string, parameters?: Parameters): Promise<Parameters>;
  on(event: string, listener: Listener): void;
}

/** Commands and events of the Chrome DevTools protocol over one socket. */
async function connect(url: string): Promise<Protocol> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const answers = new Map<number, { resolve(result: Parameters): void; reject(error: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as {
      readonly id?: number;
      readonly method?: string;
      readonly params?: Parameters;
      readonly result?: Parameters;
      readonly error?: { readonly message: string };
    };
    for (const listener of listeners.get(message.method ?? '') ?? []) listener(message.params ?? {});
    const waiting = answers.get(message.id ?? 0);
    if (message.error === undefined) waiting?.resolve(message.result ?? {});
    else waiting?.reject(new Error(message.error.message));
  });
  function on(event: string, listener: Listener): void {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  }
  return {
    on,
    send(method, parameters = {}) {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, method, params: parameters }));
      return new Promise((resolve, reject) => answers.set(id, { resolve, reject }));
    },
  };
}
