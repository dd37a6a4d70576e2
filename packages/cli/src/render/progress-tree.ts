import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { escapeText } from './escape.ts';
import { count } from './numbers.ts';
import { INTERRUPT_NOTICE, type ProgressOptions, type ProgressView } from './progress.ts';
import { callsText, documentsText, inHandText, recordsText, speedText } from './progress-text.ts';
import type { ProgressState } from './progress-state.ts';

interface TitledTask {
  title: string;
}

type ShowTask = (task: TitledTask, state: ProgressState, elapsedMs: number) => void;

const BRANCHES: readonly ShowTask[] = [
  (task, state) => {
    task.title = `Documents  ${documentsText(state)}`;
  },
  (task, state) => {
    task.title = `Pages      ${count(state.pages)}`;
  },
  (task, state) => {
    const calls = callsText(state);
    task.title = `Records    ${recordsText(state)}${calls === '' ? '' : ` · model calls ${calls}`}`;
  },
  (task, state, elapsedMs) => {
    const parts = [speedText(state, elapsedMs), inHandText(state)].filter((part) => part !== '');
    task.title = parts.length > 0 ? `Speed      ${parts.join(' · ')}` : 'Speed';
  },
];

/** A tree that redraws itself in place and leaves nothing behind: the last screen says it all again. */
export function treeView({ stream, title }: ProgressOptions): ProgressView {
  const finished = Promise.withResolvers<undefined>();
  const root: { task?: TitledTask } = {};
  const branches: TitledTask[] = [];
  const list = new Listr(
    [
      {
        title: escapeText(title),
        task(_context, task) {
          root.task = task;
          return task.newListr(
            BRANCHES.map((_, index) => ({
              title: ['Documents', 'Pages', 'Records', 'Speed'][index] ?? '',
              task(_inner: unknown, branch: TitledTask) {
                branches[index] = branch;
                return finished.promise;
              },
            })),
            { concurrent: true },
          );
        },
      },
    ],
    {
      concurrent: true,
      registerSignalListeners: false,
      forceTTY: true,
      rendererOptions: {
        clearOutput: true,
        formatOutput: 'truncate',
        logger: new ListrLogger({ useIcons: true, processOutput: new ProcessOutput(stream, stream) }),
      },
    },
  );
  const running = list.run();
  return {
    update(state, elapsedMs) {
      for (const [index, show] of BRANCHES.entries()) {
        const branch = branches[index];
        if (branch !== undefined) show(branch, state, elapsedMs);
      }
    },
    interrupt() {
      if (root.task !== undefined) root.task.title = INTERRUPT_NOTICE;
    },
    async end() {
      finished.resolve(undefined);
      await running;
    },
  };
}
