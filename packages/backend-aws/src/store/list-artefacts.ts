import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { ArtefactInfo } from '@dsgen/core';
import { artefactKey, tenantKey } from './tenant-key.ts';

export interface ListArtefactsOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly tenant: string;
}

/** The tenant's artefacts whose key starts with `prefix`, in code unit order. */
export async function* listArtefacts(
  options: ListArtefactsOptions,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ArtefactInfo> {
  if (prefix.includes('/')) yield* listUnder(options, tenantKey(options.tenant, prefix), signal);
  else
    yield* inKeyOrder(
      listUnder(options, tenantKey(options.tenant, prefix), signal),
      listZones(options, prefix, signal),
    );
}

async function* listUnder(
  { client, bucket, tenant }: ListArtefactsOptions,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ArtefactInfo> {
  const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }, abortable(signal));
  for await (const { Contents = [] } of pages) {
    for (const { Key = '', Size = 0 } of Contents) {
      signal?.throwIfAborted();
      yield { key: artefactKey(tenant, Key), bytes: Size };
    }
  }
}

/** All of the tenant's keys in the zones whose name starts with `prefix`; other tenants' keys are not looked at. */
async function* listZones(
  options: ListArtefactsOptions,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ArtefactInfo> {
  const { client, bucket, tenant } = options;
  const pages = paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: prefix, Delimiter: '/' },
    abortable(signal),
  );
  for await (const { CommonPrefixes = [] } of pages) {
    for (const { Prefix = '' } of CommonPrefixes) {
      if (Prefix !== '~/') yield* listUnder(options, `${Prefix}${tenant}/`, signal);
    }
  }
}

/** Merges two sorted listings. */
async function* inKeyOrder(
  left: AsyncGenerator<ArtefactInfo>,
  right: AsyncGenerator<ArtefactInfo>,
): AsyncGenerator<ArtefactInfo> {
  try {
    let [first, second] = [await left.next(), await right.next()];
    while (first.done !== true || second.done !== true) {
      if (second.done === true || (first.done !== true && first.value.key < second.value.key)) {
        if (first.done !== true) yield first.value;
        first = await left.next();
      } else {
        yield second.value;
        second = await right.next();
      }
    }
  } finally {
    await left.return(undefined);
    await right.return(undefined);
  }
}

function abortable(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}
