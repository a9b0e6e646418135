MATCH (c:Claim)
WHERE ($act = '' OR c.act = $act) AND ($document = '' OR EXISTS { (c)-[:EVIDENCED_BY]->()-[:IN]->(:Document {id: $document}) })
RETURN c.id AS id
ORDER BY id SKIP $skip LIMIT $limit
