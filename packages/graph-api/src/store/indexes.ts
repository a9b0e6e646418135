/** Properties by which the usual questions find their first node; both stores index them. */
export const indexed: readonly (readonly [label: string, property: string])[] = [
  ['Entity', 'id'],
  ['Entity', 'name'],
  ['Entity', 'citation'],
  ['Claim', 'id'],
  ['Claim', 'act'],
  ['Claim', 'factKey'],
  ['Claim', 'topicKey'],
  ['Claim', 'saidTo'],
  ['Document', 'id'],
];

/** The full-text index of both stores: `CALL db.index.fulltext.queryNodes('actors', 'sinaloa')`. */
export const fullText = { name: 'actors', labels: ['Entity'], properties: ['name', 'aliases'] } as const;
