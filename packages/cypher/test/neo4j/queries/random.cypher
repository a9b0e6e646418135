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

// a selector filters afterwards
MATCH p = ANY (a {id: 'n0'})-[r:R|S]->+(b) WHERE size(r) > 1 RETURN b.id AS id, length(p) AS l ORDER BY id

// a selector filters within
MATCH p = SHORTEST 1 ((a {id: 'n0'})-[r:R|S]->+(b) WHERE size(r) > 1) RETURN b.id AS id, length(p) AS l ORDER BY id

// a selector and a filter on its end
MATCH p = SHORTEST 1 (a {id: 'n0'})-[r:R|S]-+(b:B) WHERE b.number > 2 RETURN b.id AS id, length(p) AS l ORDER BY id

// a selector over all pairs of two labels
MATCH p = SHORTEST 1 (a:A)-[:R]->+(b:B) RETURN a.id AS a, b.id AS b, length(p) AS l ORDER BY a, b

// all shortest over all pairs
MATCH p = ALL SHORTEST (a:A)-[:R|S]-+(b:C) WHERE a <> b RETURN a.id AS a, b.id AS b, length(p) AS l, count(*) AS n ORDER BY a, b

// any over a group
MATCH p = ANY (a:A)((x)-[:R]->(y) WHERE x.id <> y.id)+(b:B) RETURN count(*) AS n

// a group of two relationships
MATCH (a:A)((x)-[r:R]->(m)-[s:S]->(y)){1,2}(b) RETURN a.id AS a, b.id AS b, [n IN m | n.id] AS ms, size(r) + size(s) AS n ORDER BY a, b, ms

// a group between two fixed relationships
MATCH (a:A)-[:S]->(x)((:!C)-[:R]->(:!C)){0,2}(y)-[:T]->(b) RETURN count(*) AS n

// a group under a condition on its own variables
MATCH (a {id: 'n0'})((x)-[r]->(y) WHERE r.weight > 0){1,3}(b) RETURN b.id AS b, size(r) AS s, count(*) AS n ORDER BY b, s

// a group counted
MATCH (a) RETURN a.id AS id, COUNT { (a)((x)-[:R]->(y)){1,2}(b) } AS n ORDER BY id

// a group that exists
MATCH (a) WHERE EXISTS { (a)-[:R]->{2}(b:B) } RETURN a.id AS id ORDER BY id

// sums along a group
MATCH (a {id: 'n0'})-[r:R|S]->{1,2}(b) RETURN b.id AS b, reduce(s = 0, x IN r | s + coalesce(x.weight, 0)) AS w ORDER BY b, w

// the least weight along ways
MATCH (a {id: 'n0'})-[r:R|S]->{1,3}(b) WITH b, min(reduce(s = 0, x IN r | s + coalesce(x.weight, 1))) AS w RETURN b.id AS b, w ORDER BY b

// all conditions along a path
MATCH p = (a:A)-[*1..3]->(b) WHERE all(r IN relationships(p) WHERE r.weight IS NULL OR r.weight < 3) AND none(n IN nodes(p) WHERE n:C) RETURN count(p) AS n

// a path as nodes and relationships
MATCH p = (a:A)-[:R*2]->(b) RETURN [n IN nodes(p) | n.id] AS ns, [r IN relationships(p) | r.id] AS rs ORDER BY ns, rs

// distinct ends of long ways
MATCH (a:A)-[:R|S*1..4]->(b) RETURN DISTINCT a.id AS a, b.id AS b ORDER BY a, b

// optional ways
MATCH (a) OPTIONAL MATCH p = shortestPath((a)-[:S*..3]->(b:B)) WHERE a <> b RETURN a.id AS a, b.id AS b, length(p) AS l ORDER BY a, b

// a subquery for each, with its best
MATCH (a:A) CALL (a) { MATCH (a)-[r]->(b) RETURN b ORDER BY r.weight DESC, b.id, r.id LIMIT 1 } RETURN a.id AS a, b.id AS b ORDER BY a

// a subquery that aggregates twice
CALL () { MATCH (a)-[r]->() WITH a, count(r) AS n RETURN max(n) AS most } MATCH (a) WHERE COUNT { (a)-->() } = most RETURN a.id AS id, most ORDER BY id

// a union inside a subquery
MATCH (a:A) CALL (a) { MATCH (a)-[:R]->(b) RETURN b UNION MATCH (a)<-[:S]-(b) RETURN b } RETURN a.id AS a, b.id AS b ORDER BY a, b

// collect inside collect
MATCH (a:A) RETURN a.id AS id, COLLECT { MATCH (a)-->(b) RETURN DISTINCT b.id AS x ORDER BY x } AS bs ORDER BY id

// grouping with a path
MATCH (a:A) OPTIONAL MATCH p = (a)-[:R]->() RETURN a.id AS id, count(p) AS n ORDER BY id

// a relationship met from both ends
MATCH (a)-[r]-(b) RETURN r.id AS id, count(*) AS n ORDER BY id

// loops met once
MATCH (a)-[r]-(a) RETURN r.id AS id, count(*) AS n ORDER BY id

// bound relationships again
MATCH (a)-[r:R]->(b) WITH r, a MATCH (x)-[r]-(y) WHERE x = a RETURN r.id AS id, y.id AS y ORDER BY id, y

// bound lists again
MATCH (a:A)-[r:R*1..2]->(b) WITH r, a MATCH (a)-[r*]->(c) RETURN a.id AS a, c.id AS c, size(r) AS n ORDER BY a, c, n

// missing labels and properties
MATCH (n:Nothing) RETURN n.nothing AS x UNION ALL MATCH (n) WHERE n.nothing = 1 RETURN n.id AS x

// properties compared between nodes
MATCH (a:A), (b:B) WHERE a.number = b.number AND a <> b RETURN a.id AS a, b.id AS b ORDER BY a, b

// lists compared
MATCH (a), (b) WHERE a.tags = b.tags AND a.id < b.id RETURN a.id AS a, b.id AS b ORDER BY a, b

// lists ordered
MATCH (n) RETURN n.tags AS tags, n.id AS id ORDER BY tags, id

// dates between nodes
MATCH (a), (b) WHERE a.day < b.day RETURN count(*) AS n, min(duration.inDays(a.day, b.day).days) AS least

// without a match
RETURN [x IN range(1, 3) | x] AS l, {a: [1, {b: null}]} AS m, 1 + 1.5 AS f
