import type { LabelExpression } from './ast.ts';

/** Whether a set of labels, or the one type of a relationship, fits. */
export function labelTest(labels: LabelExpression): (names: readonly string[]) => boolean {
  if (labels.kind === 'label') return (names) => names.includes(labels.name);
  if (labels.kind === 'any') return (names) => names.length > 0;
  if (labels.kind === 'not') {
    const of = labelTest(labels.of);
    return (names) => !of(names);
  }
  const [left, right] = [labelTest(labels.left), labelTest(labels.right)];
  return labels.kind === 'and' ? (names) => left(names) && right(names) : (names) => left(names) || right(names);
}

/** The labels that every match of a label expression has. */
export function required(labels: LabelExpression | null): string[] {
  if (labels?.kind === 'label') return [labels.name];
  return labels?.kind === 'and' ? [...required(labels.left), ...required(labels.right)] : [];
}

/** All labels that an expression names, with their places. */
export function named(labels: LabelExpression | null): Extract<LabelExpression, { kind: 'label' }>[] {
  if (labels === null || labels.kind === 'any') return [];
  if (labels.kind === 'label') return [labels];
  return labels.kind === 'not' ? named(labels.of) : [...named(labels.left), ...named(labels.right)];
}

/** As it is written. */
export function labelText(labels: LabelExpression | null): string {
  if (labels === null) return '';
  if (labels.kind === 'label') return labels.name;
  if (labels.kind === 'any') return '%';
  if (labels.kind === 'not') return `!${labelText(labels.of)}`;
  return `${labelText(labels.left)}${labels.kind === 'and' ? '&' : '|'}${labelText(labels.right)}`;
}
