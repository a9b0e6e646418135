UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c AS claim,
  [(c)-[r:AGENT|TARGET|OBJECT|PLACE|AS_STATUS|LEGAL_BASIS]->(e:Entity) | e {.id, .name, .type, role: type(r)}] AS roles,
  [(c)-[r:ATTRIBUTED_TO]->(e:Entity) | e {.id, .name, .type, depth: r.depth}] AS speakers,
  [(c)-[r:CONTENT|ANSWERED_BY|CONTRADICTED_BY|SAME_EVENT]-(o:Claim) | {id: o.id, caption: o.caption, relation: type(r), onward: startNode(r) = c}] AS related,
  [(c)-[r:EVIDENCED_BY]->(s:Span)-[:IN]->(d:Document) | {start: s.start, end: s.end, quote: s.quote, more: coalesce(r.more, false), sourceId: d.id, title: d.title}] AS places
