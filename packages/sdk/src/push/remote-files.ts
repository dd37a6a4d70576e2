import { hash } from 'node:crypto';
import type { DatasetFile } from '@dsgen/core';

/** A file of a repository, as far as it can be compared. */
export interface RemoteFile {
  readonly size: number;
  /** Of git: sha1 of the content, or of the pointer to it. */
  readonly oid?: string;
  /** Of large files. */
  readonly lfs?: { readonly oid: string };
}

/** A file to push, whose content cannot change unnoticed: reading it fails when the file was changed. */
export interface LocalFile {
  readonly name: string;
  /** Known of all but the manifest, which is small enough to be read. */
  readonly sha256?: string;
  readonly content: Blob;
}

/** Whether the repository has exactly this content under this name. */
export async function isSame({ sha256, content }: LocalFile, remote: RemoteFile | undefined): Promise<boolean> {
  if (remote === undefined) return false;
  if (remote.size !== content.size) return false;
  if (remote.lfs !== undefined) return remote.lfs.oid === (sha256 ?? hash('sha256', await bytesOf(content)));
  // Of a file that git holds itself: small, so all of it can be read.
  return remote.oid === gitBlobId(await bytesOf(content));
}

function gitBlobId(bytes: Buffer): string {
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]));
}

async function bytesOf(content: Blob): Promise<Buffer> {
  return Buffer.from(await content.arrayBuffer());
}

/** Names of files that an earlier push of dsgen wrote, by its manifest; empty when that is none of dsgen. */
export function filesOfManifest(text: string): readonly string[] {
  try {
    const manifest = JSON.parse(text) as { readonly kind?: unknown; readonly files?: unknown } | null;
    if (manifest?.kind !== 'dsgen/dataset' || !Array.isArray(manifest.files)) return [];
    return manifest.files.map((file: Partial<DatasetFile> | null) => String(file?.name));
  } catch {
    return [];
  }
}
