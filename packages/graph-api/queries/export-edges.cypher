MATCH (a)-[r]->(b)
RETURN r AS edge
ORDER BY r._id
