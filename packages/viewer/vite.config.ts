import { build, defineConfig, type Plugin } from 'vite';

/** The element for other sites: one file that needs nothing beside it, built after the explorer. */
const element: Plugin = {
  name: 'attest-element',
  apply: 'build',
  closeBundle: async () => {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir: 'dist-app/element',
        lib: { entry: 'src/element/attest-graph.ts', formats: ['es'], fileName: () => 'attest-graph.js' },
        rolldownOptions: { output: { minify: true } },
      },
    });
  },
};

export default defineConfig({
  base: './',
  plugins: [element],
  build: { outDir: 'dist-app', emptyOutDir: true, chunkSizeWarningLimit: 1000 },
});
