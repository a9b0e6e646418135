// pnpm --filter ./packages/cypher tck [text]: runs the openCypher TCK, or the scenarios whose name contains the text.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../test/tck/main.ts', import.meta.url)));
process.exitCode = module.main(process.argv[2] ?? '', (line) => console.log(line));
