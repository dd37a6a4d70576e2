export { CONFORMANCE_DOCUMENTS } from './conformance-documents.ts';
export { createMemoryArtefactStore } from './memory-artefact-store.ts';
export { createMemoryBackend } from './memory-backend.ts';
export { groundedAnswer } from './model-server/grounded-answer.ts';
export type {
  CompletedCall,
  ModelServerOptions,
  ServerAnswer,
  ServerFault,
  ServerLimits,
  ServerRequest,
} from './model-server/server-options.ts';
export { SERVER_FAULTS } from './model-server/server-options.ts';
export type { ServerStatistics } from './model-server/server-statistics.ts';
export { startModelServer, type ModelServer } from './model-server/start-model-server.ts';
