import type { Plan, ResultSummary } from 'neo4j-driver';
import { compile } from '@attest/cypher';
import type { QueryNotification } from '@attest/model';
import { planColumns } from '../result-json.ts';

/** Neo4j's plan as rows, first step first: what a step rests on stands before it. */
function planRows({ operatorType, arguments: given, children }: Plan): unknown[][] {
  const { Details: details, EstimatedRows: rows } = given;
  const operator = operatorType.replace(/@.*$/u, '');
  const row = [operator, typeof details === 'string' ? details : '', typeof rows === 'number' ? rows : null];
  return [...children.flatMap(planRows), row];
}

/** What EXPLAIN answers; null for every other query. */
export function explained(summary: ResultSummary): { columns: readonly string[]; rows: unknown[][] } | null {
  return summary.plan === false || summary.plan === undefined
    ? null
    : { columns: planColumns, rows: planRows(summary.plan) };
}

const kinds: Readonly<Record<string, readonly [code: string, what: string]>> = {
  UnknownLabelWarning: ['UnknownLabel', 'label'],
  UnknownRelationshipTypeWarning: ['UnknownType', 'type'],
};

/** The notifications that the embedded store gives as well, in its words. */
export function notificationsOf(text: string, summary: ResultSummary): readonly QueryNotification[] {
  const unknown = summary.notifications.flatMap(({ code, description, position }) => {
    const [own, what] = kinds[code.slice(code.lastIndexOf('.') + 1)] ?? [];
    const name = / is: (.*)\)$/su.exec(description)?.[1];
    if (own === undefined || name === undefined || !('offset' in position)) return [];
    const { offset = 0, line = 1, column = 1 } = position;
    return [{ code: own, message: `The graph has no ${what} ${name}.`, position: { offset, line, column } }];
  });
  const all = [...compile(text).frame.notifications, ...unknown];
  return all.toSorted((a, b) => a.position.offset - b.position.offset);
}
