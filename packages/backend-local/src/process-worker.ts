/** The processing thread: chunks, analyses, generates and assesses one extracted document at a time. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { ExtractedDocument } from '@dsgen/core';
import { processDocument } from '@dsgen/engine';
import type { ProcessReply, ProcessRequest } from './pool/process-protocol.ts';

parentPort?.on('message', (request: ProcessRequest) => void answer(request));

async function answer(request: ProcessRequest): Promise<void> {
  const reply = await run(request).catch(describeFailure);
  parentPort?.postMessage(reply, reply.status === 'processed' ? [reply.body.buffer] : []);
}

async function run({ extractedFile, ...context }: ProcessRequest): Promise<ProcessReply> {
  const document = await readExtracted(extractedFile);
  if (document === undefined) return { status: 'damaged' };
  const processed = await processDocument(document, context);
  return { status: 'processed', body: new TextEncoder().encode(JSON.stringify(processed)) };
}

async function readExtracted(path: string): Promise<ExtractedDocument | undefined> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text) as ExtractedDocument;
  } catch {
    return undefined;
  }
}

function describeFailure(error: unknown): ProcessReply {
  return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
}
