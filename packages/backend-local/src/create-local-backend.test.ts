import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveRecipe } from '@dsgen/engine';
import { CONFORMANCE_DOCUMENTS } from '@dsgen/testkit';
import { backendConformance, type BackendHarness } from '@dsgen/testkit/conformance';
import { createLocalBackend } from './create-local-backend.ts';

async function createHarness(): Promise<BackendHarness> {
  const root = await mkdtemp(join(tmpdir(), 'dsgen-local-'));
  const linkedFolder = join(root, 'handbooks');
  for (const { path, text } of CONFORMANCE_DOCUMENTS) {
    await mkdir(dirname(join(linkedFolder, path)), { recursive: true });
    await writeFile(join(linkedFolder, path), text);
  }
  return {
    backend: createLocalBackend({ store: join(root, '.dsgen'), concurrency: 1 }),
    recipe: resolveRecipe({ tasks: ['qa'], generate: { allPatterns: true } }),
    linkedFolder,
    dispose: () => rm(root, { recursive: true }),
  };
}

backendConformance({ name: 'local', abilities: ['link', 'plan', 'read', 'verify'], create: createHarness });
