/** Quoted text, quoted names, comments; whatever else is between them. */
const parts = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`(?:[^`]|``)*`|\/\/[^\n]*|\/\*[^]*?\*\//gu;

/** The text with its comments as blanks: all places stay where they were. */
export function withoutComments(query: string): string {
  return query.replace(parts, (part) => (part.startsWith('/') ? part.replace(/[^\n]/gu, ' ') : part));
}

/** Words and signs of a query without comments; what is quoted counts as the sign `'`, a quoted name too. */
export function wordsOf(query: string): readonly string[] {
  return (
    query.replace(parts, (part) => (part.startsWith('/') ? part : " ' ")).match(/[\p{L}_][\p{L}\p{N}_]*|\S/gu) ?? []
  );
}
