MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases, COUNT { (e)--() } AS links
ORDER BY id
