import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import type { AbortableOptions } from '@dsgen/core';
import type * as HubClient from '@huggingface/hub';
import { openDataset, type Dataset } from '../open-dataset.ts';
import { assertDatasetWhole } from './assert-dataset-whole.ts';
import { hubError, statusOf } from './hub-error.ts';
import { parseHubTarget, requireHubToken } from './hub-target.ts';
import { filesOfManifest, isSame, type LocalFile, type RemoteFile } from './remote-files.ts';

export interface PushDatasetOptions extends AbortableOptions {
  /** Token of the hub with write permission. */
  readonly accessToken: string | undefined;
  /** Whether everybody may see a dataset that is made; one that exists stays as it is. Default false. */
  readonly isPublic?: boolean;
  /** Default `https://huggingface.co`. */
  readonly hubUrl?: string;
  /** Hears of each file when it is with the hub. */
  readonly onFile?: (name: string) => void;
}

export interface PushResult {
  /** `user/name` */
  readonly repository: string;
  readonly url: string;
  /** Whether the repository was made now. */
  readonly isNew: boolean;
  /** Files that were added or changed, by name. */
  readonly pushed: readonly string[];
  /** Files that the hub had already. */
  readonly unchanged: number;
  /** Files of an earlier push that the dataset does not have any more, by name. */
  readonly removed: readonly string[];
  /** Commit that was made; absent when there was nothing to change. */
  readonly commit?: string;
}

const HUB_URL = 'https://huggingface.co';
const MANIFEST_NAME = 'dataset.json';

/**
 * Pushes a dataset to the hub: private by default, made or brought up to date, all files in one commit. Every file is compared
 * with the manifest first; only what it lists is sent. Large files that have arrived stay with the hub, so a push that was
 * stopped goes on where it was when it is repeated.
 *
 * @param folder Folder of the dataset.
 * @param target `hf://user/name`
 * @throws UsageError `push-target`, `push-token`
 * @throws GateError `push-changed` when a file is not as the manifest says.
 * @throws BackendError `hub-unreachable`, `hub-refused`, `hub-not-found`, `hub-busy`, `hub-conflict`
 */
export async function pushDataset(folder: string, target: string, options: PushDatasetOptions): Promise<PushResult> {
  const repository = parseHubTarget(target);
  const accessToken = requireHubToken(options.accessToken);
  const dataset = await openDataset(folder, options);
  const files = await openVerified(dataset, options);
  const { hubUrl = HUB_URL, signal } = options;
  const hub = await import('@huggingface/hub');
  const session = new HubSession({ hub, hubUrl, accessToken, repository });
  try {
    return await update(session, files, options);
  } catch (error) {
    throw hubError(error, { repository, hubUrl, ...(signal !== undefined && { signal }) });
  }
}

/** Opens every file that the manifest lists, and then checks what was opened: a later change makes reading it fail. */
async function openVerified(dataset: Dataset, { signal }: AbortableOptions): Promise<readonly LocalFile[]> {
  const { path, manifest } = dataset;
  const listed = [...manifest.files, { name: MANIFEST_NAME }];
  const opened = await Promise.allSettled(listed.map(({ name }) => openAsBlob(join(path, name))));
  await assertDatasetWhole(dataset, signal === undefined ? {} : { signal });
  return listed.map((file, index) => {
    const content = opened[index];
    if (content?.status !== 'fulfilled') throw content?.reason;
    return { ...file, content: content.value };
  });
}

interface HubSessionOptions {
  readonly hub: typeof HubClient;
  readonly hubUrl: string;
  readonly accessToken: string;
  readonly repository: string;
}

/** The calls of the hub's client that a push needs. */
class HubSession {
  readonly #hub: typeof HubClient;
  readonly #call: { readonly hubUrl: string; readonly accessToken: string; readonly repo: HubClient.RepoDesignation };
  readonly url: string;
  readonly repository: string;

  constructor({ hub, hubUrl, accessToken, repository }: HubSessionOptions) {
    this.#hub = hub;
    this.#call = { hubUrl, accessToken, repo: { type: 'dataset', name: repository } };
    this.url = `${hubUrl}/datasets/${repository}`;
    this.repository = repository;
  }

  /** False when it is there already. */
  async create(isPublic: boolean): Promise<boolean> {
    try {
      await this.#hub.createRepo({ ...this.#call, visibility: isPublic ? 'public' : 'private' });
      return true;
    } catch (error) {
      if (statusOf(error) === 409) return false;
      throw error;
    }
  }

  async files(): Promise<ReadonlyMap<string, RemoteFile>> {
    const files = new Map<string, RemoteFile>();
    for await (const entry of this.#hub.listFiles({ ...this.#call, recursive: true })) {
      if (entry.type === 'file') files.set(entry.path, entry);
    }
    return files;
  }

  async read(path: string): Promise<string | undefined> {
    const content = await this.#hub.downloadFile({ ...this.#call, path });
    return await content?.text();
  }

  commit(operations: HubClient.CommitOperation[], title: string, signal?: AbortSignal) {
    return this.#hub.commitIter({
      ...this.#call,
      title,
      operations,
      ...(signal !== undefined && { abortSignal: signal }),
    });
  }
}

async function update(
  session: HubSession,
  files: readonly LocalFile[],
  { isPublic = false, onFile, signal }: PushDatasetOptions,
): Promise<PushResult> {
  const isNew = await session.create(isPublic);
  const remote = await session.files();
  const same = await Promise.all(files.map((file) => isSame(file, remote.get(file.name))));
  const changed = files.filter((_, index) => same[index] !== true);
  const earlier = isNew || !remote.has(MANIFEST_NAME) ? undefined : await session.read(MANIFEST_NAME);
  const names = new Set(files.map(({ name }) => name));
  const removed = filesOfManifest(earlier ?? '').filter((name) => !names.has(name) && remote.has(name));
  const result = {
    repository: session.repository,
    url: session.url,
    isNew,
    pushed: changed.map(({ name }) => name),
    unchanged: files.length - changed.length,
    removed,
  };
  if (changed.length === 0 && removed.length === 0) return result;
  const operations: HubClient.CommitOperation[] = [
    ...changed.map(({ name, content }) => ({ operation: 'addOrUpdate' as const, path: name, content })),
    ...removed.map((path) => ({ operation: 'delete' as const, path })),
  ];
  const events = session.commit(operations, isNew ? 'Add the dataset' : 'Update the dataset', signal);
  let event = await events.next();
  for (; event.done !== true; event = await events.next()) {
    const { value } = event;
    if (value.event === 'fileProgress' && value.state === 'uploading' && value.progress === 1) onFile?.(value.path);
  }
  return { ...result, ...(event.value !== undefined && { commit: event.value.commit.oid }) };
}
