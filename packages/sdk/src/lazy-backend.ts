import { UsageError, type Backend, type CorpusApi, type DatasetApi, type JobApi } from '@dsgen/core';

type OpenBackend = () => Promise<Backend>;

/** The corpora of a back end that is opened by the first call. */
export function lazyCorpora(open: OpenBackend): CorpusApi {
  return {
    create: async (input, options) => (await open()).corpora.create(input, options),
    add: async (id, documents, options) => (await open()).corpora.add(id, documents, options),
    seal: async (id, options) => (await open()).corpora.seal(id, options),
    list: (options) => iterate(open, (backend) => backend.corpora.list(options)),
    get: async (id, options) => (await open()).corpora.get(id, options),
    documents: (id, options) => iterate(open, (backend) => backend.corpora.documents(id, options)),
    delete: async (id, options) => (await open()).corpora.delete(id, options),
    async link(input, options) {
      const backend = await open();
      if (backend.corpora.link === undefined)
        throw unsupported(backend, 'link files', 'Create a corpus and add documents.');
      return backend.corpora.link(input, options);
    },
  };
}

export const NO_ESTIMATE = 'Use the embedded back end.';

/** The jobs of a back end that is opened by the first call. */
export function lazyJobs(open: OpenBackend): JobApi {
  return {
    submit: async (input, options) => (await open()).jobs.submit(input, options),
    get: async (id, options) => (await open()).jobs.get(id, options),
    list: (options) => iterate(open, (backend) => backend.jobs.list(options)),
    cancel: async (id, options) => (await open()).jobs.cancel(id, options),
    resume: async (id, options) => (await open()).jobs.resume(id, options),
    events: (id, options) => iterate(open, (backend) => backend.jobs.events(id, options)),
    records: (id, options) => iterate(open, (backend) => backend.jobs.records(id, options)),
    plan: (input, options) =>
      iterate(open, (backend) => {
        if (backend.jobs.plan === undefined) throw unsupported(backend, 'plan a job', 'Submit the job without a plan.');
        return backend.jobs.plan(input, options);
      }),
    async estimate(input, options) {
      const backend = await open();
      if (backend.jobs.estimate === undefined) throw unsupported(backend, 'estimate the cost of a model', NO_ESTIMATE);
      return backend.jobs.estimate(input, options);
    },
  };
}

/** The datasets of a back end that is opened by the first call. */
export function lazyDatasets(open: OpenBackend): DatasetApi {
  return {
    list: (options) => iterate(open, (backend) => backend.datasets.list(options)),
    get: async (id, options) => (await open()).datasets.get(id, options),
    records: (id, options) => iterate(open, (backend) => backend.datasets.records(id, options)),
    delete: async (id, options) => (await open()).datasets.delete(id, options),
    read: (input, options) =>
      iterate(open, (backend) => {
        if (backend.datasets.read === undefined)
          throw unsupported(backend, 'give the files of a dataset', 'Read its records.');
        return backend.datasets.read(input, options);
      }),
    verify: (input, options) =>
      iterate(open, (backend) => {
        if (backend.datasets.verify === undefined)
          throw unsupported(backend, 'verify a dataset', 'Use the embedded back end.');
        return backend.datasets.verify(input, options);
      }),
  };
}

async function* iterate<Item>(
  open: OpenBackend,
  list: (backend: Backend) => AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  yield* list(await open());
}

/** A back end without an optional ability was asked for it. */
export function unsupported(backend: Backend, action: string, fix: string): UsageError {
  return new UsageError({
    code: 'backend-lacks-ability',
    message: `Back end "${backend.name}" cannot ${action}`,
    fix,
    data: { backend: backend.name },
  });
}
