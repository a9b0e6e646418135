// Patterns: labels, types, lengths, paths.

// labels of everything
MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label

// types of everything
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC, type

// label and
MATCH (n:Entity&Person) RETURN count(n) AS n

// label or
MATCH (n:Official|Agency) RETURN count(n) AS n

// label not
MATCH (n:Entity&!Person) RETURN count(n) AS n

// label not in brackets
MATCH (n:!(Entity|Alias|Span)) RETURN labels(n) AS l, count(*) AS n ORDER BY l

// any label
MATCH (n:%) RETURN count(n) AS n

// label in WHERE
MATCH (n) WHERE n:Claim OR n:Document RETURN count(n) AS n

// label expression in WHERE
MATCH (n) WHERE n:Entity&!(Person|Body) RETURN count(n) AS n

// label as a value
MATCH (n:Entity) RETURN n:Person AS person, count(*) AS n ORDER BY person

// type or
MATCH ()-[r:URGED|DENIED]->() RETURN count(r) AS n

// type or with a colon, as in old texts
MATCH ()-[r:AGENT|TARGET]->(e) RETURN type(r) AS t, count(DISTINCT e) AS n ORDER BY t

// type not
MATCH (:Entity)-[r:!MENTIONED_IN]->(:Entity) RETURN count(r) AS n

// type not several
MATCH (:Claim)-[r:!(AGENT|TARGET)]->(x) RETURN type(r) AS t, count(*) AS n ORDER BY t

// the same type twice
MATCH ()-[r:URGED|URGED]->() RETURN count(r) AS n

// undirected
MATCH (a:Agency)--(b) RETURN count(*) AS n, count(DISTINCT b) AS d

// undirected with loops
MATCH (a:Entity)-[r]-(a) RETURN count(r) AS n

// loops, directed
MATCH (a:Entity)-[r]->(a) RETURN a.id AS id, type(r) AS t ORDER BY id, t

// both arrows
MATCH (a:Official)<-[r]->(b:Agency) RETURN count(*) AS n

// parallel edges
MATCH (a:Entity)-[r]->(b:Entity) WITH a, b, count(r) AS n WHERE n > 1 RETURN a.id AS a, b.id AS b, n ORDER BY n DESC, a, b LIMIT 10

// no edge is used twice in one pattern
MATCH (a:Agency)<-[r1]-(x)-[r2]->(a) RETURN count(*) AS n

// but in two patterns
MATCH (a:Agency)<-[r1]-(x) MATCH (x)-[r2]->(a) RETURN count(*) AS n

// comma patterns share the edges
MATCH (a:Agency)<-[r1:ACTS_FOR]-(x), (a)<-[r2:ACTS_FOR]-(y) RETURN count(*) AS n

// inline properties
MATCH (c:Claim {act: 'URGED', modality: 'performed'}) RETURN count(c) AS n

// inline where on a node
MATCH (c:Claim WHERE c.confidence > 0.8) RETURN count(c) AS n

// inline where on an edge
MATCH (:Entity)-[r:MENTIONED_IN WHERE r.count > 3]->(d) RETURN count(r) AS n

// edge properties
MATCH ()-[r:ATTRIBUTED_TO {depth: 0}]->() RETURN count(r) AS n

// variable length
MATCH (o:Official)-[:ACTS_FOR*1..2]->(x) RETURN o.id AS o, x.id AS x ORDER BY o, x

// variable length from zero
MATCH (o:Official)-[:ACTS_FOR*0..1]->(x) RETURN count(*) AS n

// exact length
MATCH (a:Cartel)-[:ACCUSED|ALLEGED|DENIED*2]->(b) RETURN count(*) AS n

// open lower bound
MATCH (a:Claim)-[:CONTENT*..3]->(b) RETURN count(*) AS n

// a list of relationships
MATCH (a:Claim)-[r:CONTENT|SAME_EVENT*1..2]->(b) RETURN size(r) AS s, count(*) AS n ORDER BY s

// properties along a variable length
MATCH (a:Entity)-[r*1..2 {act: 'ACCUSED'}]->(b:Entity) RETURN size(r) AS s, count(*) AS n ORDER BY s

// quantified relationship
MATCH (a:Claim)-[:CONTENT]->{1,3}(b) RETURN count(*) AS n

// quantified plus
MATCH (a:Claim)-[:ANSWERED_BY]->+(b:Claim) RETURN count(*) AS n

// quantified star
MATCH (a:Official)-[:ACTS_FOR]->*(b) RETURN count(*) AS n

// quantified path
MATCH (a:Official)((x)-[:ACTS_FOR]->(y)){1,2}(b) RETURN count(*) AS n

// group variables of a quantified path
MATCH (a:Claim)((x:Claim)-[r:CONTENT|SAME_EVENT]->(y:Claim)){2}(b) RETURN [n IN x | n.id] AS xs, [n IN y | n.id] AS ys, size(r) AS s ORDER BY xs, ys LIMIT 20

// quantified path with its own filter
MATCH (a:Entity)((x)-[r:ACCUSED|DENIED]->(y) WHERE x.id < y.id){1,2}(b) RETURN count(*) AS n

// shortest path, directed
MATCH (a:Entity {name: 'Daniel Cameron'}), (b:Entity) WHERE b <> a MATCH p = shortestPath((a)-[:URGED|ASKED|ACCUSED|DENIED|ALLEGED*..4]->(b)) RETURN b.id AS id, length(p) AS l ORDER BY id

// shortest path, none
MATCH (a:Document), (b:Alias) WITH a, b ORDER BY a.id, b.id LIMIT 1 OPTIONAL MATCH p = shortestPath((a)-[:ACTS_FOR*..5]-(b)) RETURN p

// shortest path with a filter on its edges
MATCH (a:Country {name: 'Mexico'}), (b:Country {name: 'China'}) MATCH p = shortestPath((a)-[r*..4]-(b)) WHERE none(x IN r WHERE type(x) = 'MENTIONED_IN') RETURN length(p) AS l

// shortest path by types of nodes
MATCH (a:Country {name: 'Mexico'}), (b:Country {name: 'China'}) MATCH p = shortestPath((a)-[*..6]-(b)) WHERE none(n IN nodes(p) WHERE n:Document) RETURN length(p) AS l

// all shortest paths
MATCH (a:Country {name: 'Mexico'}), (b:Country {name: 'China'}) MATCH p = allShortestPaths((a)-[*..4]-(b)) RETURN length(p) AS l, count(*) AS n

// shortest 3 groups
MATCH p = SHORTEST 2 GROUPS (a:Country {name: 'Mexico'})-[:ACCUSED|DENIED|URGED]-{1,4}(b:Country {name: 'China'}) RETURN length(p) AS l, count(*) AS n ORDER BY l

// all shortest, new form
MATCH p = ALL SHORTEST (a:Country {name: 'Mexico'})-[:ACCUSED|DENIED|URGED|ALLEGED]-+(b:Country {name: 'China'}) RETURN length(p) AS l, count(*) AS n

// any
MATCH p = ANY (a:Official {name: 'Joe Biden'})-[:ACTS_FOR]->+(b) RETURN count(p) AS n

// paths and their parts
MATCH p = (c:Claim)-[:EVIDENCED_BY]->(:Span)-[:IN]->(d:Document) WITH p, c, d ORDER BY c.id LIMIT 5 RETURN length(p) AS l, [n IN nodes(p) | labels(n)[0]] AS ls, [r IN relationships(p) | type(r)] AS ts, nodes(p)[0] = c AS same

// whole paths
MATCH p = (c:Claim)-[:CONTENT]->(d:Claim) RETURN p ORDER BY c.id, d.id LIMIT 3

// nodes and edges as values
MATCH (o:Official)-[r:ACTS_FOR]->(x) RETURN o, r, x ORDER BY o.id LIMIT 5

// ends of an edge
MATCH ()-[r:ACTS_FOR]->() RETURN startNode(r).name AS a, endNode(r).name AS b ORDER BY a, b

// pattern predicate
MATCH (e:Entity) WHERE (e)<-[:AGENT]-(:Claim {act: 'DESIGNATED'}) RETURN e.id AS id ORDER BY id

// negated pattern predicate
MATCH (e:Cartel) WHERE NOT (e)<-[:AGENT]-() RETURN e.id AS id ORDER BY id

// pattern predicate between bound nodes
MATCH (a:Official), (b:Agency) WHERE (a)-[:ACTS_FOR]->(b) RETURN a.id AS a, b.id AS b ORDER BY a, b

// pattern comprehension
MATCH (o:Official) RETURN o.id AS id, size([(o)<-[:AGENT]-(c:Claim) WHERE c.hedged | c.id]) AS hedged ORDER BY id

// pattern comprehension with a path
MATCH (o:Official {name: 'Joe Biden'}) RETURN size([p = (o)-[:ACTS_FOR]->() | length(p)]) AS n

// optional, nothing there
OPTIONAL MATCH (x:Nobody) RETURN x, x.name AS name, labels(x) AS labels

// optional after match
MATCH (c:Cartel) OPTIONAL MATCH (c)<-[:INCLUDES]-(g:Group) RETURN c.id AS c, g.id AS g ORDER BY c, g

// optional with a filter
MATCH (c:Country) OPTIONAL MATCH (c)<-[:ACTS_FOR]-(o:Official) WHERE o.title = 'President' RETURN c.id AS c, o.id AS o ORDER BY c, o

// optional chain with null in the middle
MATCH (c:Cartel) OPTIONAL MATCH (c)<-[:ACTS_FOR]-(o) OPTIONAL MATCH (o)-[:MENTIONED_IN]->(d) RETURN c.id AS c, count(d) AS n ORDER BY c

// cross product with a join
MATCH (a:Claim), (b:Claim) WHERE a.factKey = b.factKey AND a.id < b.id RETURN a.id AS a, b.id AS b ORDER BY a, b

// triangles
MATCH (a:Entity)-[:ACCUSED|DENIED]->(b:Entity)-[:ACCUSED|DENIED]->(c:Entity)-[:ACCUSED|DENIED]->(a) RETURN count(*) AS n

// two hops without the start
MATCH (a:Official {name: 'Joe Biden'})-[]-(x)-[]-(y:Entity) WHERE y <> a RETURN DISTINCT y.id AS id ORDER BY id

// degree
MATCH (e:Entity) RETURN e.id AS id, COUNT { (e)--() } AS degree ORDER BY degree DESC, id LIMIT 15

// degree by direction
MATCH (e:Country) RETURN e.id AS id, COUNT { (e)-->() } AS out, COUNT { (e)<--() } AS into ORDER BY id

// names that need quoting
MATCH (`an actor`:`Entity`:`Cartel`) RETURN `an actor`.id AS `its id` ORDER BY `its id`
