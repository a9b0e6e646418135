import { defineConfig } from 'vitest/config';

// Tests run from source: the condition picks `src/index.ts` of our packages, so no build is needed first
// (worker threads and the command line are started from `dist`, which `npm test` builds before).
// No `import` here: vitest hands the list to Node, where it would give ES modules to packages that call require.
const conditions = ['@attest/source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
