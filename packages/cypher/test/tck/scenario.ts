import { existsSync, readFileSync } from 'node:fs';
import { CypherError } from '../../src/errors.ts';
import { compile, execute } from '../../src/run.ts';
import type { Procedure, ProcedureField } from '../../src/procedure.ts';
import { PropertyGraph } from '../../src/graph.ts';
import { canonical } from './canonical.ts';
import { ExpectedValue } from './expected-value.ts';
import type { Scenario, Step } from './feature.ts';
import { Fixture } from './fixture.ts';

/**
 * - `core`: reads, and is not one of the others
 * - `temporal`: the folder of temporal values
 * - `compile`: reads, and must be refused before it runs
 * - `write`: writes, so this engine must refuse it
 */
export type Kind = 'core' | 'temporal' | 'compile' | 'write';
/** `refused`: an error instead of an answer; `wrong`: another answer; `accepted`: an answer instead of an error; `crashed`: no typed error. */
type Outcome = 'passed' | 'refused' | 'wrong' | 'accepted' | 'crashed';
export interface Verdict {
  readonly scenario: Scenario;
  readonly kind: Kind;
  readonly outcome: Outcome;
  readonly why: string;
}

const DEADLINE_MS = 8000;
const WRITES = /(?<![.:`\w])(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)\b(?!\s*[:)}\],.])/i;

/** Whether the text has a writing clause outside of texts, names and comments. */
function writes(query: string): boolean {
  return WRITES.test(query.replaceAll(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`[^`]*`|\/\/.*|\/\*[^]*?\*\//g, ' '));
}

function kindOf(scenario: Scenario): Kind {
  const query = scenario.steps.find((step) => step.text.startsWith('executing query'))?.doc ?? '';
  if (writes(query)) return 'write';
  if (scenario.steps.some(({ text }) => text.includes('raised at compile time'))) return 'compile';
  return scenario.folder.endsWith('temporal') ? 'temporal' : 'core';
}

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function answer(
  graph: PropertyGraph,
  query: string,
  parameters: Record<string, unknown>,
  procedures: readonly Procedure[] = [],
): Answer {
  const compiled = compile(query, procedures);
  const { columns } = compiled;
  const rows: unknown[][] = [];
  execute(compiled, graph, { parameters, deadlineMs: DEADLINE_MS }, (row) => rows.push([...row]) > 0);
  return { columns, rows };
}

/** `name(in :: TYPE?, ...) :: (out :: TYPE?, ...)` and a table of arguments and results. */
function procedureOf(step: Step): Procedure {
  const found = /procedure ([\w.]+)\((.*?)\) :: \((.*?)\)/.exec(step.text);
  if (found === null) throw new Error(`Cannot read ${step.text}`);
  const fields = (text: string): ProcedureField[] =>
    text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [name = '', type = ''] = part.split('::').map((word) => word.trim());
        return { name, type: type.replace('?', '').toLowerCase() as ProcedureField['type'] };
      });
  const [inputs, outputs] = [fields(found[2]!), fields(found[3]!)];
  const graph = PropertyGraph.build([], []);
  const rows = step.table
    .slice(1)
    .map((row) => row.map((cell) => answer(graph, `RETURN ${cell} AS value`, {}).rows[0]![0]));
  return {
    name: found[1]!,
    arguments: inputs,
    results: outputs,
    call: (args) =>
      rows
        .filter((row) => args.every((arg, at) => canonical(arg, false) === canonical(row[at], false)))
        .map((row) => row.slice(inputs.length)),
  };
}

function differs(found: Answer, step: Step): string | null {
  const anyOrder = step.text.includes('ignoring element order');
  const [head = [], ...rows] = step.table;
  const expected = rows.map((row) => row.map((cell) => new ExpectedValue(cell, anyOrder).read()).join(' | '));
  const got = found.rows.map((row) => row.map((value) => canonical(value, anyOrder)).join(' | '));
  if (head.length > 0 && head.join(' | ') !== found.columns.join(' | ')) return `columns ${found.columns.join(', ')}`;
  if (!step.text.includes('in order')) {
    expected.sort();
    got.sort();
  }
  if (expected.join('\n') === got.join('\n')) return null;
  return `got ${got.slice(0, 3).join(' ;; ')} instead of ${expected.slice(0, 3).join(' ;; ')}`;
}

/** Runs one scenario against a fresh graph; one whose fixture cannot be made counts as refused. */
export function runScenario(scenario: Scenario, graphs: string): Verdict {
  const kind = kindOf(scenario);
  const verdict = (outcome: Outcome, why = ''): Verdict => ({ scenario, kind, outcome, why });
  try {
    return runSteps(scenario, graphs, kind, verdict);
  } catch (cause) {
    return verdict(cause instanceof CypherError ? 'refused' : 'crashed', String(cause));
  }
}

function runSteps(
  scenario: Scenario,
  graphs: string,
  kind: Kind,
  verdict: (outcome: Outcome, why?: string) => Verdict,
): Verdict {
  const fixture = new Fixture();
  const procedures: Procedure[] = [];
  let found: Answer | null = null;
  let error: CypherError | null = null;
  const parameters: Record<string, unknown> = {};
  for (const step of scenario.steps) {
    const named = /^the (binary-tree-\d) graph$/.exec(step.text)?.[1];
    if (named !== undefined) fixture.execute(readFileSync(`${graphs}/${named}/${named}.cypher`, 'utf8'));
    else if (step.text.startsWith('having executed')) fixture.execute(step.doc!);
    else if (step.text.startsWith('there exists a procedure')) procedures.push(procedureOf(step));
    else if (step.text.startsWith('parameters are')) {
      for (const [name, text] of step.table) {
        parameters[name!] = answer(fixture.graph, `RETURN ${text} AS value`, {}).rows[0]![0];
      }
    } else if (step.text.startsWith('executing')) {
      if (kind === 'write' && found === null && error !== null) break;
      found = null;
      error = null;
      try {
        found = answer(fixture.graph, step.doc!, parameters, procedures);
      } catch (cause) {
        if (!(cause instanceof CypherError)) return verdict('crashed', String(cause));
        error = cause;
      }
    } else if (step.text.includes('should be raised') && found !== null) return verdict('accepted', step.text);
    else if (step.text.startsWith('the result should be') && kind !== 'write') {
      if (found === null) return verdict('refused', String(error));
      const why = differs(found, step);
      if (why !== null) return verdict('wrong', why);
    }
  }
  if (kind !== 'write') return verdict('passed');
  if (error === null) return verdict('accepted', 'a write ran');
  return error.code === 'WriteRefused' ? verdict('passed') : verdict('refused', `not as a write: ${String(error)}`);
}

/** The folder of the TCK among the shared data, or null where they are not at hand. */
export function findTck(): string | null {
  const shared = process.env['ATTEST_SHARED'] ?? new URL('../../../../../shared', import.meta.url).pathname;
  const folder = `${shared}/data/opencypher-tck`;
  return existsSync(folder) ? folder : null;
}
