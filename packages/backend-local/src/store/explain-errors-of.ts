import { explainIoError } from './explain-io-error.ts';

type Method = (...parameters: never[]) => Promise<unknown> | AsyncIterable<unknown>;

/** The same functions; what the file system or SQLite refuses in any of them says what to do about it. */
export function explainErrorsOf<Api extends { readonly [Name in keyof Api]: Method }>(api: Api, path: string): Api {
  const explained = Object.entries<Method>(api).map(([name, method]) => [name, explainErrors(method, path)]);
  return Object.fromEntries(explained) as Api;
}

function explainErrors(method: Method, path: string): Method {
  return (...parameters) => {
    const result = method(...parameters);
    return Symbol.asyncIterator in result ? explainFailure(result, path) : explainRejection(result, path);
  };
}

async function explainRejection(result: Promise<unknown>, path: string): Promise<unknown> {
  try {
    return await result;
  } catch (error) {
    throw explainIoError(error, path);
  }
}

async function* explainFailure(stream: AsyncIterable<unknown>, path: string): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    throw explainIoError(error, path);
  }
}
