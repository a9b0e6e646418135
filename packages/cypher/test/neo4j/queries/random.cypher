// Over generated graphs with parallel edges, loops, several labels and missing values.

// everything
MATCH (n) RETURN n ORDER BY n.id

// all edges
MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY r.id

// by a number
MATCH (n) WHERE n.number > 3 RETURN n.id AS id, n.number AS x ORDER BY x, id

// by a range
MATCH (n) WHERE 2 <= n.number <= 6 RETURN count(n) AS n

// by a fraction
MATCH (n) WHERE n.fraction < 0.5 RETURN n.id AS id ORDER BY id

// by a truth value
MATCH (n) RETURN n.flag AS flag, count(*) AS n ORDER BY flag

// by a date
MATCH (n) WHERE n.day >= date('2021-06-01') RETURN n.id AS id ORDER BY id

// by tags
MATCH (n) WHERE 'red' IN n.tags RETURN n.id AS id ORDER BY id

// tags counted
MATCH (n) UNWIND n.tags AS tag RETURN tag, count(*) AS n ORDER BY tag

// labels
MATCH (n:A&B) RETURN n.id AS id ORDER BY id

// labels or and not
MATCH (n:(A|B)&!C) RETURN n.id AS id ORDER BY id

// no label
MATCH (n:!%) RETURN count(n) AS n

// one hop
MATCH (a:A)-[r:R]->(b:B) RETURN a.id AS a, b.id AS b ORDER BY a, b

// one hop back
MATCH (a:A)<-[r:S]-(b) RETURN a.id AS a, b.id AS b ORDER BY a, b

// one hop any way
MATCH (a:C)-[r]-(b) RETURN a.id AS a, b.id AS b, r.id AS r ORDER BY a, b, r

// two hops
MATCH (a:A)-[:R]->(x)-[:S]->(b) RETURN a.id AS a, x.id AS x, b.id AS b ORDER BY a, x, b

// two hops any way
MATCH (a:A)--(x)--(b:B) RETURN count(*) AS n

// paths of edges
MATCH (a:A)-[:R*1..3]->(b) RETURN count(*) AS n

// paths of edges, any way
MATCH (a {id: 'n0'})-[:R|S*1..3]-(b) RETURN count(*) AS n, count(DISTINCT b) AS d

// quantified, any way
MATCH (a {id: 'n0'})-[:R|S]-{1,3}(b) RETURN count(*) AS n, count(DISTINCT b) AS d

// reached at all
MATCH (a {id: 'n0'})-[:R*0..4]->(b) RETURN DISTINCT b.id AS id ORDER BY id

// shortest to everything
MATCH (a {id: 'n0'}), (b) WHERE a <> b MATCH p = shortestPath((a)-[:R|S*..6]->(b)) RETURN b.id AS id, length(p) AS l ORDER BY id

// number of shortest
MATCH (a {id: 'n0'}), (b) WHERE a <> b MATCH p = allShortestPaths((a)-[*..4]-(b)) RETURN b.id AS id, length(p) AS l, count(p) AS n ORDER BY id

// two shortest
MATCH p = SHORTEST 2 (a {id: 'n0'})-[:R|S]->+(b {id: 'n5'}) RETURN length(p) AS l ORDER BY l

// shortest groups
MATCH p = SHORTEST 2 GROUPS (a {id: 'n0'})-[:R|S]->+(b {id: 'n5'}) RETURN length(p) AS l, count(*) AS n ORDER BY l

// edges by property
MATCH ()-[r {weight: 2}]->() RETURN r.id AS id ORDER BY id

// heavier than the mean
MATCH ()-[r]->() WITH avg(r.weight) AS mean MATCH (a)-[r]->(b) WHERE r.weight > mean RETURN r.id AS id ORDER BY id

// neighbours collected
MATCH (a)-->(b) WITH a, b ORDER BY b.id RETURN a.id AS a, collect(DISTINCT b.id) AS bs ORDER BY a

// optional neighbours
MATCH (a) OPTIONAL MATCH (a)-[:T]->(b:B) RETURN a.id AS a, b.id AS b ORDER BY a, b

// no neighbours
MATCH (a) WHERE NOT (a)--() RETURN a.id AS id ORDER BY id

// common neighbours
MATCH (a)-->(x)<--(b) WHERE a.id < b.id RETURN a.id AS a, b.id AS b, count(DISTINCT x) AS n ORDER BY n DESC, a, b LIMIT 20

// a square
MATCH (a)-[:R]->(b)-[:R]->(c)<-[:R]-(d)<-[:R]-(a) RETURN count(*) AS n

// patterns that share two nodes
MATCH (a:A)-->(b:B), (b)-->(a) RETURN a.id AS a, b.id AS b ORDER BY a, b

// a pattern met again
MATCH (a)-[r]->(b) MATCH (a)-[r]->(c) RETURN count(*) AS n

// degree
MATCH (n) RETURN n.id AS id, COUNT { (n)-->() } AS out, COUNT { (n)<--() } AS into, COUNT { (n)--() } AS all ORDER BY id

// every property is there or not
MATCH (n) RETURN n.id AS id, [k IN keys(n) WHERE k <> 'id'] = [] AS bare ORDER BY id

// sums over missing values
MATCH (n) RETURN sum(n.number) AS s, avg(n.number) AS a, count(n.number) AS c, min(n.fraction) AS low, max(n.fraction) AS high

// order by a missing value
MATCH (n) RETURN n.number AS x, n.id AS id ORDER BY x DESC, id LIMIT 12

// mixed kinds in one property
MATCH (n) WHERE n.mixed IS NOT NULL RETURN n.mixed AS x, count(*) AS n ORDER BY x

// mixed kinds compared
MATCH (n) WHERE n.mixed > 2 RETURN n.id AS id ORDER BY id

// grouped by mixed kinds
MATCH (n) RETURN n.mixed AS x, collect(n.id)[0] IS NOT NULL AS any, count(*) AS n ORDER BY x
