import type { FinishedAnswer } from './protocol.ts';
import type { ServerAnswer, ServerFault, ServerRequest } from './server-options.ts';

const REFUSAL = 'I am sorry, but I cannot help with that.';

/** The answer that goes out when a fault concerns what the model says rather than how it travels. */
export function faultyAnswer(
  request: ServerRequest,
  answer: ServerAnswer,
  fault: ServerFault | undefined,
): FinishedAnswer {
  const finished = finish(request, answer);
  switch (fault) {
    case 'malformed-json':
      return { ...finished, text: `{"answer": ${JSON.stringify(finished.text.slice(0, 40))}` };
    case 'wrong-schema':
      return { ...finished, text: JSON.stringify({ unexpected: [finished.text.length] }) };
    case 'duplicated-tool-call':
      return { ...finished, toolCalls: (finished.toolCalls ?? []).flatMap((call) => [call, call]) };
    case 'refusal':
      return { ...finished, text: REFUSAL, finish: 'refused' };
    case 'content-filter':
      return { ...finished, text: '', finish: 'filtered' };
    case 'length':
      return { ...finished, text: finished.text.slice(0, finished.text.length / 2), finish: 'length' };
    default:
      return finished;
  }
}

/** About how many tokens a text has: enough for a server that has no tokenizer. */
export function roughTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Tokens of everything a request says. */
export function inputTokens(request: ServerRequest): number {
  return roughTokens(request.system + request.messages.map(({ content }) => content).join(''));
}

function finish(request: ServerRequest, answer: ServerAnswer): FinishedAnswer {
  const usage = answer.usage ?? { inputTokens: inputTokens(request), outputTokens: roughTokens(answer.text) };
  const isCut = request.maxTokens !== undefined && usage.outputTokens > request.maxTokens;
  if (isCut) {
    const outputTokens = request.maxTokens;
    return {
      ...answer,
      text: answer.text.slice(0, outputTokens * 4),
      usage: { ...usage, outputTokens },
      finish: 'length',
    };
  }
  return { ...answer, usage, finish: (answer.toolCalls ?? []).length > 0 ? 'tools' : 'stop' };
}
