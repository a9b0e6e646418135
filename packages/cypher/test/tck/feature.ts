import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Step {
  readonly text: string;
  readonly doc: string | null;
  readonly table: readonly (readonly string[])[];
}
export interface Scenario {
  /** `folder/File [3] name #2`: what the list of expected failures names. */
  readonly key: string;
  readonly folder: string;
  readonly steps: readonly Step[];
}
interface Draft {
  readonly name: string;
  readonly outline: boolean;
  readonly steps: MutableStep[];
  readonly examples: string[][][];
}
interface MutableStep {
  text: string;
  doc: string | null;
  table: string[][];
}

/** The cells of a table line; `\|` and `\\` are escaped there, every other backslash belongs to the value. */
function cells(line: string): string[] {
  const found: string[] = [];
  let cell = '';
  for (let index = 1; index < line.length; index += 1) {
    if (line[index] === '\\' && index + 1 < line.length) {
      cell += line[index + 1] === '|' || line[index + 1] === '\\' ? line[index + 1] : `\\${line[index + 1]}`;
      index += 1;
    } else if (line[index] === '|') {
      found.push(cell.trim());
      cell = '';
    } else cell += line[index];
  }
  return found;
}

function drafts(text: string): { readonly background: Step[]; readonly scenarios: Draft[] } {
  const lines = text.replaceAll('\r', '').split('\n');
  const background: MutableStep[] = [];
  const scenarios: Draft[] = [];
  let steps = background;
  let table: string[][] | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!.trim();
    const scenario = /^Scenario( Outline)?:\s*(.*)/.exec(line);
    const step = /^(?:Given|When|Then|And|But)\s+(.*)/.exec(line);
    if (scenario !== null) {
      steps = [];
      scenarios.push({ name: scenario[2]!, outline: scenario[1] !== undefined, steps, examples: [] });
    } else if (step !== null) {
      table = [];
      steps.push({ text: step[1]!, doc: null, table });
    } else if (line.startsWith('Examples:')) {
      table = [];
      scenarios.at(-1)!.examples.push(table);
    } else if (line === '"""') {
      const indent = lines[index]!.indexOf('"""');
      const body: string[] = [];
      for (index += 1; lines[index]!.trim() !== '"""'; index += 1) body.push(lines[index]!.slice(indent));
      steps.at(-1)!.doc = body.join('\n');
    } else if (line.startsWith('|')) table?.push(cells(line));
  }
  return { background, scenarios };
}

/** Every scenario of one feature text, outlines expanded. */
export function parseFeature(text: string, path: string): Scenario[] {
  const { background, scenarios } = drafts(text);
  const folder = path.slice(0, path.lastIndexOf('/'));
  return scenarios.flatMap(({ name, outline, steps, examples }) => {
    const all = [...background, ...steps];
    if (!outline) return [{ key: `${path} ${name}`, folder, steps: all }];
    return examples
      .flatMap(([head, ...rows]) => rows.map((row) => head!.map((key, at) => [`<${key}>`, row[at]!] as const)))
      .map((pairs, at) => {
        const fill = (value: string): string => pairs.reduce((sum, [key, to]) => sum.replaceAll(key, () => to), value);
        const filled = all.map((step) => ({
          text: fill(step.text),
          doc: step.doc === null ? null : fill(step.doc),
          table: step.table.map((row) => row.map(fill)),
        }));
        return { key: `${path} ${name} #${at + 1}`, folder, steps: filled };
      });
  });
}

/** All scenarios below a folder of feature files, in the order of their paths. */
export function readFeatures(root: string): Scenario[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.feature'));
  return files.sort().flatMap((file) => {
    const path = relative(root, join(root, file)).replaceAll('\\', '/').replace('.feature', '');
    return parseFeature(readFileSync(join(root, file), 'utf8'), path);
  });
}
