import type { JobEvent } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { progressLine } from './progress-text.ts';
import { applyEvent, INITIAL_PROGRESS, type ProgressState } from './progress-state.ts';

/** Shows a job while it runs. Progress is for people, so it goes to standard error and never mixes with data. */
export interface ProgressView {
  update(state: ProgressState, elapsedMs: number): void;
  /** The first Ctrl-C: says that what is in hand is being finished. */
  interrupt(): void;
  /** Leaves the terminal as it should stay. */
  end(): Promise<void>;
}

export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
  readonly title: string;
}

/** A live tree on a terminal, a line every few seconds elsewhere. */
export async function openProgressView(options: ProgressOptions): Promise<ProgressView> {
  const { stream, environment } = options;
  const isLive = stream.isTTY && environment['CI'] === undefined && environment['TERM'] !== 'dumb';
  if (!isLive) return lineView(options);
  const { treeView } = await import('./progress-tree.ts');
  return treeView(options);
}

const LINE_INTERVAL_MS = 3000;
export const INTERRUPT_NOTICE = 'Interrupted: finishing what is in hand. Press Ctrl-C again to stop at once.';

function lineView({ stream, title }: ProgressOptions): ProgressView {
  let shownAtMs = 0;
  stream.write(`${escapeText(title)}\n`);
  return {
    update(state, elapsedMs) {
      if (elapsedMs - shownAtMs < LINE_INTERVAL_MS) return;
      shownAtMs = elapsedMs;
      stream.write(`${progressLine(state, elapsedMs)}\n`);
    },
    interrupt() {
      stream.write(`${INTERRUPT_NOTICE}\n`);
    },
    end: () => Promise.resolve(),
  };
}

export interface FollowedJob {
  readonly state: ProgressState;
  readonly elapsedMs: number;
  /** From the start to the first accepted record; undefined when there was none. */
  readonly firstRecordMs?: number;
}

export interface ShowProgressOptions {
  /** Documents that workers elsewhere are done with; asked every few seconds until the job ends. */
  readonly readWorked?: () => Promise<number | undefined>;
}

const WORKED_INTERVAL_MS = 3_000;

/** Follows the events of a job on a view until the job ends. */
export async function showProgress(
  events: AsyncIterable<JobEvent>,
  view: ProgressView,
  { readWorked = () => Promise.resolve(undefined) }: ShowProgressOptions = {},
): Promise<FollowedJob> {
  const startedAt = performance.now();
  let state = INITIAL_PROGRESS;
  let firstRecordMs: number | undefined;
  // Rate and remaining time move on even while one long document is being read.
  const tick = setInterval(() => view.update(state, performance.now() - startedAt), 1000);
  async function look(): Promise<void> {
    const worked = await readWorked();
    if (worked !== undefined) state = { ...state, worked };
  }
  // An answer that fails is left out: the events tell whatever is wrong.
  const looks = setInterval(() => void look().catch(() => undefined), WORKED_INTERVAL_MS);
  try {
    await look().catch(() => undefined);
    for await (const event of events) {
      state = applyEvent(state, event);
      if (state.accepted > 0) firstRecordMs ??= performance.now() - startedAt;
      view.update(state, performance.now() - startedAt);
      if (event.type === 'job-end') break;
    }
    const elapsedMs = performance.now() - startedAt;
    return { state, elapsedMs, ...(firstRecordMs === undefined ? {} : { firstRecordMs }) };
  } finally {
    clearInterval(tick);
    clearInterval(looks);
  }
}
