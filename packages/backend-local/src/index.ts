export { createFileArtefactStore } from './store/file-artefact-store.ts';
