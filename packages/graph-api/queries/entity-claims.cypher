MATCH (:Entity {id: $id})<--(c:Claim)
RETURN DISTINCT c.id AS id
ORDER BY id LIMIT $limit
