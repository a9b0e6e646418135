// npm test: builds, then runs every test. Arguments go to vitest: npm test -- -t "name".
import { build, runTool } from './run.mjs';

build();
runTool('vitest', ['run', ...process.argv.slice(2)]);
