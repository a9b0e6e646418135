MATCH (e:Entity)
WHERE $type = '' OR e.type = $type
RETURN e {.id, .name, .type} AS entity
ORDER BY e.id SKIP $skip LIMIT $limit
