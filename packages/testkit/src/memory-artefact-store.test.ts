import { artefactStoreConformance } from './artefact-store-conformance.ts';
import { createMemoryArtefactStore } from './memory-artefact-store.ts';

artefactStoreConformance({ name: 'memory', create: async () => ({ store: createMemoryArtefactStore() }) });
