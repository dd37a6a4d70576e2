import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = ['core', 'testkit', 'formats', 'engine', 'backend-local', 'backend-aws', 'sdk'];

/** Unit tests read the sources; end-to-end tests use the built packages, as users do. */
const sources = {
  '@dsgen/backend-aws/names': fileURLToPath(new URL('packages/backend-aws/src/names.ts', import.meta.url)),
  '@dsgen/testkit/conformance': fileURLToPath(new URL('packages/testkit/src/conformance.ts', import.meta.url)),
  ...Object.fromEntries(
    packages.map((name) => [
      `@dsgen/${name}`,
      fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url)),
    ]),
  ),
};

/** Limits of time are for what hangs: no test may fail because the machine is busy. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: sources },
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'infra/src/**/*.test.ts', 'tools/**/*.test.ts'],
          setupFiles: ['tools/support/property-seed.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
