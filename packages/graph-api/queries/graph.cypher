MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.standing IS NOT NULL
RETURN r AS edge, a {.id, .name, .type} AS from, b {.id, .name, .type} AS to
ORDER BY size(r.claimIds) DESC, r._id LIMIT $limit
