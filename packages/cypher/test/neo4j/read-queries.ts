import { readFileSync } from 'node:fs';

export interface NamedQuery {
  readonly name: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Blocks separated by empty lines: `// name`, perhaps `// $ {parameters}`, the query. A block without a query is a remark. */
export function readQueries(file: URL): NamedQuery[] {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/u)
    .flatMap((block) => {
      const lines = block.trim().split('\n');
      const given = lines.find((line) => line.startsWith('// $ '));
      const text = lines.filter((line) => !line.startsWith('// ')).join('\n');
      const parameters = JSON.parse(given?.slice(5) ?? '{}') as Record<string, unknown>;
      return text === '' ? [] : [{ name: lines[0]?.slice(3) ?? '', text, parameters }];
    });
}
