import {
  CancelledError,
  LossError,
  type CreateDsgenOptions,
  type Dsgen,
  type GenerateJob,
  type GenerateResult,
} from '@dsgen/sdk';
import { defined } from './defined.ts';
import type { GenerateOutput } from './generate-output.ts';
import { storeArgument } from './job-store.ts';
import { write } from './output.ts';
import { describeError, reportError } from './render/error.ts';
import { toJson } from './render/escape.ts';
import { openProgressView, showProgress, type FollowedJob } from './render/progress.ts';
import { styleFor } from './render/style.ts';
import { renderSummary } from './render/summary.ts';
import { withDsgen } from './session.ts';

export interface RunJobOptions {
  readonly session: CreateDsgenOptions & { readonly store: string };
  readonly title: string;
  /** The documents as they were given; empty for a job that knows them already. */
  readonly paths: readonly string[];
  readonly output: GenerateOutput;
  readonly isJson: boolean;
  start(dsgen: Dsgen, signal: AbortSignal): Promise<GenerateJob>;
}

interface FinishedJob {
  readonly jobId: string;
  readonly followed: FollowedJob;
  readonly result: GenerateResult;
  /** Set when the job lost more than its recipe allows. */
  readonly loss?: LossError;
  readonly rowsTo?: string;
}

/** Starts a job, shows it while it runs, streams its rows where they are wanted and tells what came of it. */
export async function runJob(options: RunJobOptions): Promise<void> {
  const view = await openProgressView({ stream: process.stderr, environment: process.env, title: options.title });
  const session = { ...options.session, onInterrupt: () => view.interrupt() };
  const finished = await withDsgen(session, async (dsgen, signal) => {
    let job: GenerateJob | undefined;
    try {
      job = await options.start(dsgen, signal);
      const [followed, rowsTo] = await Promise.all([showProgress(job.events(), view), streamRows(job, options.output)]);
      return { jobId: job.id, followed, ...(await judge(job)), ...(rowsTo === undefined ? {} : { rowsTo }) };
    } catch (error) {
      throw withResumeHint(error, job, options);
    } finally {
      // What is in hand is finished here, while the view still says so.
      await dsgen.close();
      await view.end();
    }
  });
  await report(finished, options);
}

/** Copies the rows to a file or standard output as they come; gives the place as the last screen names it. */
async function streamRows(job: GenerateJob, output: GenerateOutput): Promise<string | undefined> {
  if (output.openRows === undefined) return undefined;
  const sink = await output.openRows();
  try {
    for await (const row of job.rows()) await sink.write(row);
    await sink.close();
    return sink.shown;
  } catch (error) {
    await sink.discard();
    throw error;
  }
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
    fix: `dsgen jobs resume ${job.id}${storeArgument(options.session.store)}`,
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
    storeArgument: storeArgument(options.session.store),
    ...defined({ rowsTo }),
  };
}

/** The one object `--json` ends with; docs/guides name its keys, so they only ever grow. */
function resultJson({ jobId, result, followed, rowsTo, loss }: FinishedJob): Record<string, unknown> {
  const { documents, chunks, candidates, reasons } = result.ledger;
  return {
    dataset: result.dataset,
    ...(rowsTo === undefined ? {} : { rows: rowsTo }),
    job: jobId,
    records: result.manifest.records,
    splits: result.manifest.splits,
    ledger: { documents, chunks, candidates },
    reasons,
    quarantined: followed.state.quarantine,
    timing: {
      totalMs: Math.round(followed.elapsedMs),
      ...(followed.firstRecordMs === undefined ? {} : { firstRecordMs: Math.round(followed.firstRecordMs) }),
    },
    ...(loss === undefined ? {} : { error: describeError(loss) }),
  };
}
