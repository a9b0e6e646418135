MATCH (n)
WHERE NOT n:Projection
RETURN n AS node
ORDER BY n._id
