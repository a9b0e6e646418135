MATCH (e:Entity {id: $id}) RETURN e AS entity
UNION
MATCH (:Alias {_id: $alias})-[:OF]->(e:Entity) RETURN e AS entity
