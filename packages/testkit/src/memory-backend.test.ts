import type { Recipe } from '@dsgen/core';
import { backendConformance } from './backend-conformance.ts';
import { createMemoryBackend } from './memory-backend.ts';

const recipe: Recipe = {
  version: 1,
  tasks: ['qa'],
  seed: 1,
  extract: { ocr: false, ocrLanguage: 'eng', html: 'page' },
  chunk: { maxTokens: 512, overlapTokens: 64 },
  generate: { context: 'mixed' },
  assess: {
    minTokens: 10,
    maxTokens: 4096,
    nearDuplicate: 0.8,
    maxPerSection: 3,
    maxPerDocument: 100,
    maxQuarantinedShare: 1,
    pii: 'report',
  },
  split: { train: 1, validation: 0, test: 0 },
  export: { format: 'alpaca', container: 'jsonl', compression: 'none' },
};

backendConformance({ name: 'memory', abilities: [], create: async () => ({ backend: createMemoryBackend(), recipe }) });
