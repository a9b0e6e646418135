import { readFileSync } from 'node:fs';
import { readFeatures } from './feature.ts';
import { runScenario } from './scenario.ts';
import type { Kind, Verdict } from './scenario.ts';

export interface Report {
  readonly verdicts: readonly Verdict[];
  /** Failures that the list does not name, and scenarios on the list that pass. */
  readonly surprises: readonly string[];
}

/** Lines `outcome | key | reason`; empty lines and those with `#` in front are left out. */
function expectedFailures(): Map<string, string> {
  const text = readFileSync(new URL('expected-failures.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [outcome = '', key = ''] = line.split(' | ');
      return [key, outcome];
    }),
  );
}

/** Runs all scenarios of the TCK, or those whose key contains a text. */
export function runTck(folder: string, only = ''): Report {
  const verdicts = readFeatures(`${folder}/features`)
    .filter(({ key }) => key.includes(only))
    .map((scenario) => runScenario(scenario, `${folder}/graphs`));
  const expected = expectedFailures();
  const surprises = verdicts.flatMap(({ scenario: { key }, outcome, why }) => {
    const listed = expected.get(key) ?? 'passed';
    return listed === outcome ? [] : [`${outcome} instead of ${listed} | ${key} | ${why}`];
  });
  return { verdicts, surprises };
}

/** How many of a kind pass. */
export function score(verdicts: readonly Verdict[], kind: Kind): { passed: number; all: number } {
  const those = verdicts.filter((verdict) => verdict.kind === kind);
  return { passed: those.filter(({ outcome }) => outcome === 'passed').length, all: those.length };
}

/** A table per folder, then a line per kind; the core's is the last. */
export function printed({ verdicts }: Report): string[] {
  const kinds = ['core', 'temporal', 'compile', 'write'] as const;
  const figures = (of: readonly Verdict[]): string =>
    kinds
      .map((kind) => ({ kind, ...score(of, kind) }))
      .filter(({ all }) => all > 0)
      .map(({ kind, passed, all }) => `${kind} ${passed}/${all}`)
      .join('  ');
  const folders = [...new Set(verdicts.map(({ scenario }) => scenario.folder))];
  const perFolder = folders.map(
    (folder) => `${folder.padEnd(42)}${figures(verdicts.filter(({ scenario }) => scenario.folder === folder))}`,
  );
  const outcomes = ['refused', 'wrong', 'accepted', 'crashed'].map((outcome) => {
    const those = verdicts.filter((verdict) => verdict.kind === 'core' && verdict.outcome === outcome);
    return `${outcome} ${those.length}`;
  });
  const line = (kind: Kind): string => {
    const { passed, all } = score(verdicts, kind);
    return `${passed}/${all}`;
  };
  return [
    ...perFolder,
    '',
    `core scenarios that fail: ${outcomes.join(', ')} (wrong and accepted are the silent ones)`,
    `compile-time errors refused ${line('compile')}`,
    `temporal ${line('temporal')}`,
    `writes refused ${line('write')}`,
    `core ${line('core')}`,
  ];
}
