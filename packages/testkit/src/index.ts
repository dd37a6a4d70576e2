export {
  artefactStoreConformance,
  type ArtefactStoreConformanceOptions,
  type ArtefactStoreHarness,
} from './artefact-store-conformance.ts';
export { codecRecords } from './codec-records.ts';
export { codecConformance, type CodecConformanceOptions } from './codec-conformance.ts';
export {
  backendConformance,
  type BackendAbility,
  type BackendConformanceOptions,
  type BackendHarness,
} from './backend-conformance.ts';
export { CONFORMANCE_DOCUMENTS } from './conformance-documents.ts';
export { createMemoryArtefactStore } from './memory-artefact-store.ts';
export { createMemoryBackend } from './memory-backend.ts';
