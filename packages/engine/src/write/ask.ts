import type { AbortableOptions } from '@dsgen/core';
import type { ModelAnswer, ModelClient, ModelRequest } from '../model/model-client.ts';
import type { ModelCall } from './model-call.ts';
import { AnswerReader, AnswerShapeError } from './prompt.ts';

export interface AskOptions<Value> extends AbortableOptions {
  readonly client: ModelClient;
  readonly request: ModelRequest;
  readonly chunkId: string;
  /** What to make of an answer of the asked shape. */
  readonly read: (answer: AnswerReader) => Value;
}

export interface Asked<Value> {
  readonly call: ModelCall;
  /** Absent when the call gave nothing to use. */
  readonly value?: Value;
}

/** One call to its end. An answer that is not what was asked for is a state of the call, with the raw text kept. */
export async function ask<Value>(options: AskOptions<Value>): Promise<Asked<Value>> {
  const { client, request, chunkId, read, signal } = options;
  const answer = await client.complete(request, signal === undefined ? {} : { signal });
  const call = describe(answer, request.purpose, chunkId);
  if (answer.state !== 'done') return { call };
  try {
    return { call, value: read(new AnswerReader(answer.value)) };
  } catch (error) {
    if (!(error instanceof AnswerShapeError)) throw error;
    return { call: { ...call, state: 'malformed', detail: error.message, text: answer.text } };
  }
}

function describe(answer: ModelAnswer, prompt: string, chunkId: string): ModelCall {
  const { usage, cost } = answer.state === 'done' ? (answer.unrepaired ?? answer) : answer;
  return {
    prompt,
    chunkId,
    state: answer.state,
    ...(answer.state === 'done'
      ? {}
      : { detail: answer.detail, ...(answer.text === undefined ? {} : { text: answer.text }) }),
    ...(usage === undefined ? {} : { usage }),
    ...(cost === undefined ? {} : { cost }),
  };
}
