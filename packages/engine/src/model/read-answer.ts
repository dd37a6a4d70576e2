import type { AnswerCheck } from './check-answer.ts';
import type { KeptAnswer } from './calls/kept-answer.ts';
import type { ModelAnswer, ModelRequest } from './model-client.ts';

/** An answer whose text was read, and what is wrong with it when it has not the asked shape. */
export interface ReadAnswer {
  readonly answer: ModelAnswer;
  readonly problems?: readonly string[];
}

/** The state of what a model said. */
export function readAnswer(
  kept: KeptAnswer & { readonly isCached: boolean },
  check: AnswerCheck | undefined,
): ReadAnswer {
  const { text, finish, usage, cost, isCached } = kept;
  const paid = { text, usage, ...(cost === undefined ? {} : { cost }) };
  if (finish === 'refused') return { answer: { state: 'refused', detail: 'the model declined to answer', ...paid } };
  if (finish === 'filtered')
    return { answer: { state: 'filtered', detail: 'the provider withheld the answer', ...paid } };
  if (finish === 'length') {
    const detail = `the answer was cut off after ${usage.outputTokens} tokens`;
    return { answer: { state: 'truncated', detail, ...paid } };
  }
  if (check === undefined) {
    const detail = 'the answer is empty';
    if (text.trim() === '') return { answer: { state: 'malformed', detail, ...paid } };
    return { answer: { state: 'done', ...paid, cached: isCached } };
  }
  const checked = check(text);
  if (checked.ok) return { answer: { state: 'done', ...paid, value: checked.value, cached: isCached } };
  const detail = `the answer has not the asked shape: ${checked.problems.join(' ')}`;
  return { answer: { state: 'malformed', detail, ...paid }, problems: checked.problems };
}

/** The answer after repairs, with the use and cost of what was said before them. */
export function withEarlierCost(answer: ModelAnswer, earlier: KeptAnswer | undefined): ModelAnswer {
  if (earlier === undefined) return answer;
  const usage = {
    inputTokens: earlier.usage.inputTokens + (answer.usage?.inputTokens ?? 0),
    outputTokens: earlier.usage.outputTokens + (answer.usage?.outputTokens ?? 0),
  };
  const cost = earlier.cost === undefined ? {} : { cost: earlier.cost + (answer.cost ?? 0) };
  return { ...answer, text: answer.text ?? earlier.text, usage, ...cost };
}

/** The call that asks a model to say again, in the asked shape, what it said. */
export function repairRequest(request: ModelRequest, text: string, problems: readonly string[]): ModelRequest {
  const wish = `Your answer cannot be used. ${problems.join(' ')} Give the same answer again as JSON that matches the schema, and nothing else.`;
  const said = text.trim() === '' ? [] : [{ role: 'assistant' as const, content: text }];
  return { ...request, messages: [...request.messages, ...said, { role: 'user', content: wish }] };
}
