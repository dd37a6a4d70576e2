export {
  artefactStoreConformance,
  type ArtefactStoreConformanceOptions,
  type ArtefactStoreHarness,
} from './artefact-store-conformance.ts';
export { createMemoryArtefactStore } from './memory-artefact-store.ts';
