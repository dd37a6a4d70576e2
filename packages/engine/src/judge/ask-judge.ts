import type { AbortableOptions } from '@dsgen/core';
import type { ModelClient } from '../model/model-client.ts';
import { ask } from '../write/ask.ts';
import type { ModelCall } from '../write/model-call.ts';
import { judgeRequest, type JudgedAnswer } from './judge-request.ts';
import { readJudgement, type Judgement } from './judgement.ts';

export interface AskJudgeOptions extends AbortableOptions {
  readonly client: ModelClient;
  /** `provider/name`. */
  readonly model: string;
  readonly votes: number;
  readonly seed: number;
  readonly chunkId: string;
}

export interface Judged {
  readonly calls: readonly ModelCall[];
  /** Those that came back; maybe fewer than were asked for, maybe none. */
  readonly votes: readonly Judgement[];
}

/** Asks a judge about an answer as often as wanted, each time with another seed. */
export async function askJudge(answer: JudgedAnswer, options: AskJudgeOptions): Promise<Judged> {
  const { client, model, votes, seed, chunkId, signal } = options;
  const asked = await Promise.all(
    Array.from({ length: votes }, (_, vote) =>
      ask({
        client,
        request: judgeRequest(answer, { model, seed: seed + vote }),
        chunkId,
        read: (reader) => readJudgement(reader, answer.claims.length),
        ...(signal === undefined ? {} : { signal }),
      }),
    ),
  );
  return {
    calls: asked.map(({ call }) => call),
    votes: asked.flatMap(({ value }) => (value === undefined ? [] : [value])),
  };
}
