MATCH (:Entity {id: $id})-[r]-(:Entity)
WHERE r.standing IS NOT NULL
WITH DISTINCT r AS edge, startNode(r) AS a, endNode(r) AS b
RETURN edge, a {.id, .name, .type} AS from, b {.id, .name, .type} AS to
ORDER BY size(edge.claimIds) DESC, edge._id LIMIT $limit
