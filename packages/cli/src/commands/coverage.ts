import { coverageOf, type Coverage } from '@attest/extractor';
import { loadOntology } from '@attest/model';
import { collect } from '../collect.ts';

const table = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, n]) => `  ${String(n).padStart(6)}  ${name}`);

function format({ sentences, withClaims, uncovered, rules, acts, silentActs }: Coverage): string {
  return [
    `${withClaims} of ${sentences} sentences gave claims; ${uncovered.length} name two actors and a word that can tell an act, and gave none.`,
    '',
    'Sentences without a claim',
    ...uncovered.flatMap(({ file, start, text, actors, triggers }) => [
      `  ${file}:${start}  ${text}`,
      `      actors: ${actors.join('; ')}   words: ${triggers.join(', ')}`,
    ]),
    '',
    'Claims by rule',
    ...table(rules),
    '',
    'Claims by act',
    ...table(acts),
    '',
    `Acts that no document told: ${silentActs.length === 0 ? 'none' : silentActs.join(', ')}`,
  ].join('\n');
}

/** Prints where documents name actors and acts and gave nothing, and which rules fired how often. */
export function runCoverage(paths: readonly string[], caller: string): void {
  const { inputs, skipped } = collect(paths, caller);
  for (const line of skipped) console.error(`skipped ${line}`);
  console.log(format(coverageOf(inputs, loadOntology())));
}
