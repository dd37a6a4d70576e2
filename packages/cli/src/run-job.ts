import { CancelledError, LossError, type Dsgen, type GenerateJob, type GenerateResult } from '@dsgen/sdk';
import { defined } from './defined.ts';
import type { GenerateOutput } from './generate-output.ts';
import type { JobPlace } from './job-place.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { write } from './output.ts';
import { reportError } from './render/error.ts';
import { toJson } from './render/escape.ts';
import { openProgressView, showProgress } from './render/progress.ts';
import { resultJson, type FinishedJob } from './render/result-json.ts';
import { styleFor } from './render/style.ts';
import { renderSummary } from './render/summary.ts';
import type { RowSink } from './row-file.ts';
import { streamRows, writeArchive } from './write-delivery.ts';
import { withDsgen } from './session.ts';

export interface RunJobOptions {
  readonly place: JobPlace;
  readonly concurrency?: number | undefined;
  readonly title: string;
  /** The documents as they were given; empty for a job that knows them already. */
  readonly paths: readonly string[];
  readonly output: GenerateOutput;
  readonly isJson: boolean;
  start(dsgen: Dsgen, signal: AbortSignal): Promise<GenerateJob>;
}

/** Starts a job, shows it while it runs, streams its rows where they are wanted and tells what came of it. */
export async function runJob(options: RunJobOptions): Promise<void> {
  keepHeapSmall();
  const view = await openProgressView({ stream: process.stderr, environment: process.env, title: options.title });
  const session = {
    ...options.place.session,
    ...defined({ concurrency: options.concurrency }),
    onInterrupt: () => view.interrupt(),
  };
  const finished = await withDsgen(session, async (dsgen, signal) => {
    let job: GenerateJob | undefined;
    let sink: RowSink | undefined;
    try {
      // A place that cannot be written is told before any work is done.
      sink = await options.output.file?.open();
      job = await options.start(dsgen, signal);
      const [followed] = await Promise.all([showProgress(job.events(), view), streamRows(job, options.output, sink)]);
      const judged = await judge(job);
      await writeArchive(() => dsgen.openDataset(judged.result.dataset), options.output, sink);
      return { jobId: job.id, followed, ...judged, ...defined({ rowsTo: sink?.shown }) };
    } catch (error) {
      await sink?.discard();
      throw withResumeHint(error, job, options);
    } finally {
      // What is in hand is finished here, while the view still says so.
      await dsgen.close();
      await view.end();
    }
  });
  await report(finished, options);
}

/** The result, also when its losses are over the limit: then there is a dataset and an error. */
async function judge(job: GenerateJob): Promise<Pick<FinishedJob, 'result' | 'loss'>> {
  try {
    return { result: await job.result() };
  } catch (error) {
    if (!(error instanceof LossError)) throw error;
    return { result: error.data['result'] as GenerateResult, loss: error };
  }
}

function withResumeHint(error: unknown, job: GenerateJob | undefined, options: RunJobOptions): unknown {
  if (!(error instanceof CancelledError) || job === undefined) return error;
  return new CancelledError({
    code: error.code === 'interrupted' ? 'job-interrupted' : error.code,
    message: `${error.message}; finished work is kept`,
    fix: `dsgen jobs resume ${job.id}${options.place.argument}`,
    data: { jobId: job.id },
    cause: error,
  });
}

async function report(finished: FinishedJob, options: RunJobOptions): Promise<void> {
  const { loss } = finished;
  if (options.isJson) {
    await write(process.stdout, `${toJson(resultJson(finished))}\n`);
  } else {
    const stream = options.output.takesStdout ? process.stderr : process.stdout;
    await write(stream, `${renderSummary(summaryOf(finished, options, stream))}\n`);
  }
  if (loss === undefined) return;
  process.exitCode = reportError(loss, { isJson: false, stdout: process.stdout, stderr: process.stderr });
}

function summaryOf(
  finished: FinishedJob,
  options: RunJobOptions,
  stream: NodeJS.WriteStream,
): Parameters<typeof renderSummary>[0] {
  const { jobId, result, followed, rowsTo } = finished;
  return {
    jobId,
    result,
    progress: followed.state,
    elapsedMs: followed.elapsedMs,
    paths: options.paths,
    style: styleFor(stream),
    storeArgument: options.place.argument,
    ...defined({ rowsTo }),
  };
}
