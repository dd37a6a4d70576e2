export {
  artefactStoreConformance,
  type ArtefactStoreConformanceOptions,
  type ArtefactStoreHarness,
} from './artefact-store-conformance.ts';
export { codecConformance, type CodecConformanceOptions } from './codec-conformance.ts';
export { createMemoryArtefactStore } from './memory-artefact-store.ts';
