import { build, defineConfig, type Plugin } from 'vite';

/** One file that needs nothing beside it. */
const alone = (entry: string, name: string) =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: 'dist-app/element',
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => name },
      rolldownOptions: { output: { minify: true } },
    },
  });

/** The element for other sites, and the Cypher engine that it loads when it is asked: built after the explorer. */
const element: Plugin = {
  name: 'attest-element',
  apply: 'build',
  closeBundle: async () => {
    await alone('src/element/attest-graph.ts', 'attest-graph.js');
    await alone('src/element/cypher-source.ts', 'attest-cypher.js');
  },
};

export default defineConfig({
  base: './',
  plugins: [element],
  build: { outDir: 'dist-app', emptyOutDir: true, chunkSizeWarningLimit: 1000 },
});
