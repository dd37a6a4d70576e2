/** The suites, for tests that run in vitest: what needs it is apart, so that the model server runs without it. */
export {
  artefactStoreConformance,
  type ArtefactStoreConformanceOptions,
  type ArtefactStoreHarness,
} from './artefact-store-conformance.ts';
export {
  backendConformance,
  type BackendAbility,
  type BackendConformanceOptions,
  type BackendHarness,
} from './backend-conformance.ts';
export { codecConformance, type CodecConformanceOptions } from './codec-conformance.ts';
export { codecRecords } from './codec-records.ts';
