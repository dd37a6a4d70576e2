/**
 * Versions of the stages, part of every artefact key and of every dataset's manifest. Raise a stage's number whenever
 * its output for an unchanged input may differ; old artefacts are then no longer found, and no re-run can mix old with
 * new.
 */
export const STAGE_VERSIONS = {
  extract: 4,
  chunk: 1,
  analyze: 2,
  generate: 11,
  write: 5,
  assess: 11,
  export: 3,
} as const;
