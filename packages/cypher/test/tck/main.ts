import { printed, runTck } from './report.ts';
import { findTck } from './scenario.ts';

/** Prints the figures of the TCK, surprises first; the exit code says whether there are any. */
export function main(only: string, print: (line: string) => void): number {
  const folder = findTck();
  if (folder === null) {
    print('skipped: openCypher TCK (set ATTEST_SHARED to the folder that has data/opencypher-tck)');
    return 0;
  }
  const report = runTck(folder, only);
  for (const surprise of report.surprises) print(surprise);
  for (const line of printed(report)) print(line);
  return report.surprises.length > 0 ? 1 : 0;
}
