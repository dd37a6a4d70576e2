import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions } from '@dsgen/core';
import { EXPIRY_ATTRIBUTE } from '../names/tables.ts';

/** The three tables of a deployment, as one tenant sees them. */
export interface Tables {
  readonly document: DynamoDBDocumentClient;
  /** Jobs and datasets; strongly consistent in every region where it is deployed so. */
  readonly ledger: string;
  /** Shards, parts and events of running jobs; of one region, and made again after a failover. */
  readonly work: string;
  /** Corpora. */
  readonly catalog: string;
  readonly tenant: string;
}

/** Partition key of what belongs to a tenant. */
export function tenantKey({ tenant }: Tables): string {
  return `TENANT#${tenant}`;
}

/** Partition key of what belongs to a running job. */
export function jobKey({ tenant }: Tables, jobId: string): string {
  return `JOB#${tenant}#${jobId}`;
}

/** When an item of the work table may go, in seconds since 1970: a month after it was written. */
export function expiry(): Readonly<Record<typeof EXPIRY_ATTRIBUTE, number>> {
  return { [EXPIRY_ATTRIBUTE]: Math.round(Date.now() / 1000) + 30 * 24 * 3600 };
}

/** A number that sorts as text. */
export function sortable(number: number): string {
  return String(number).padStart(10, '0');
}

/** Whether a conditional write found that its condition does not hold. */
export function isConditionFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** A caller's signal in the terms of the AWS clients. */
export function abortable(options: AbortableOptions | undefined): { readonly abortSignal?: AbortSignal } {
  return options?.signal === undefined ? {} : { abortSignal: options.signal };
}
