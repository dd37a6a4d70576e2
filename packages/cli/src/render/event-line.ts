import type { JobEvent } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { byteSize, plural } from './numbers.ts';

/** What an event says, in one line; undefined for those that only move the numbers of a view. */
export function eventLine(event: JobEvent): string | undefined {
  switch (event.type) {
    case 'job-start':
      return `${event.jobId} ${event.resumed ? 'goes on' : 'begins'}`;
    case 'corpus-sealed':
      return `${plural(event.documents, 'document')}, ${byteSize(event.bytes)}`;
    case 'document-end':
      return `${escapeText(event.path)}: ${outcomeText(event)}`;
    case 'warning': {
      const place = event.path === undefined ? '' : ` ${escapeText(event.path)}:`;
      return `warning:${place} ${escapeText(event.message)} (${event.code})`;
    }
    case 'job-end':
      return `job ${event.state}${event.error === undefined ? '' : `: ${escapeText(event.error)}`}`;
    case 'document-start':
    case 'records-accepted':
    case 'model-calls':
      return undefined;
  }
}

/** Whether an event tells of something that is not as it should be, or of the end. */
export function isProblem(event: JobEvent): boolean {
  if (event.type === 'document-end') return event.outcome.state !== 'done';
  return event.type === 'warning' || event.type === 'job-end';
}

function outcomeText(event: Extract<JobEvent, { type: 'document-end' }>): string {
  const { outcome, pages, candidates, cached } = event;
  if (outcome.state !== 'done') return `${outcome.state} as ${outcome.reason}: ${escapeText(outcome.detail)}`;
  return `done${cached ? ', unchanged' : ''}, ${plural(pages, 'page')}, ${plural(candidates, 'candidate')}`;
}
