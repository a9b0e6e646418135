import type { Doc } from '@attest/nlp';

/** For every token whether it stands inside a quotation; one that is left open ends with its paragraph. */
export function quotedTokens(
  doc: Doc,
  zones: readonly { readonly start: number; readonly end: number }[],
): readonly boolean[] {
  const out: boolean[] = [];
  let [open, zone] = [false, 0];
  for (let token = 0; token < doc.length; token++) {
    while ((zones[zone]?.end ?? Infinity) <= doc.start(token)) [open, zone] = [false, zone + 1];
    if (doc.form(token) === '"') open = !open;
    out.push(open && doc.form(token) !== '"');
  }
  return out;
}
