// Subqueries, aggregation, order, union.

// exists
MATCH (e:Entity) WHERE EXISTS { (e)<-[:TARGET]-(:Claim)-[:AGENT]->(:Country) } RETURN e.id AS id ORDER BY id

// exists with a filter
MATCH (e:Entity) WHERE EXISTS { MATCH (e)<-[:AGENT]-(c:Claim) WHERE c.saidFrom > date('2024-06-01') } RETURN count(e) AS n

// exists in exists
MATCH (d:Document) WHERE EXISTS { MATCH (d)<-[:IN]-(s) WHERE EXISTS { (s)<-[:EVIDENCED_BY]-(:Claim {polarity: 'negative'}) } } RETURN d.id AS id ORDER BY id

// exists as a value
MATCH (e:Cartel) RETURN e.id AS id, EXISTS { (e)<-[:INCLUDES]-() } AS known ORDER BY id

// count as a filter
MATCH (e:Entity) WHERE COUNT { (e)<-[:AGENT]-(:Claim) } > 5 RETURN e.id AS id ORDER BY id

// count with a whole query
MATCH (e:Country) RETURN e.id AS id, COUNT { MATCH (e)<-[:AGENT]-(c:Claim) WHERE c.polarity = 'negative' RETURN DISTINCT c.act } AS n ORDER BY id

// collect
MATCH (e:Country) RETURN e.id AS id, COLLECT { MATCH (e)<-[:AGENT]-(c:Claim) RETURN c.id ORDER BY c.id LIMIT 3 } AS first ORDER BY id

// call with an import
MATCH (e:Country) CALL (e) { MATCH (e)<-[:AGENT]-(c:Claim) RETURN count(c) AS n, max(c.confidence) AS best } RETURN e.id AS id, n, best ORDER BY id

// call in its older form
MATCH (e:Country) CALL { WITH e MATCH (e)<-[:TARGET]-(c:Claim) RETURN count(c) AS n } RETURN e.id AS id, n ORDER BY id

// call with several rows
MATCH (e:Country) CALL (e) { MATCH (e)<-[:AGENT]-(c:Claim) RETURN c.id AS claim ORDER BY c.confidence DESC, c.id LIMIT 2 } RETURN e.id AS id, claim ORDER BY id, claim

// call with a union
CALL () { MATCH (e:Cartel) RETURN e.name AS name UNION MATCH (e:Agency) RETURN e.name AS name } RETURN count(name) AS n, min(name) AS first

// call with everything
MATCH (e:Law) CALL (*) { RETURN e.id + '!' AS text } RETURN text ORDER BY text

// optional call
MATCH (e:Country) OPTIONAL CALL (e) { MATCH (e)<-[:ACTS_FOR]-(o:Official) RETURN o.id AS o } RETURN e.id AS id, o ORDER BY id, o

// union
MATCH (e:Cartel) RETURN e.name AS name UNION MATCH (e:Agency) RETURN e.name AS name

// union of equals
MATCH (e:Cartel) RETURN 1 AS one UNION MATCH (e:Agency) RETURN 1 AS one

// union all
MATCH (e:Cartel) RETURN 1 AS one UNION ALL MATCH (e:Agency) RETURN 1 AS one

// grouped by two
MATCH (c:Claim) RETURN c.act AS act, c.modality AS modality, count(*) AS n ORDER BY act, modality

// grouped by a null
MATCH (c:Claim) RETURN c.title AS title, count(*) AS n ORDER BY n DESC, title

// grouped by an expression
MATCH (c:Claim) RETURN toInteger(c.confidence * 10) AS tenth, count(*) AS n ORDER BY tenth

// grouped by a node
MATCH (c:Claim)-[:AGENT]->(e:Country) RETURN e, count(c) AS n ORDER BY e.id

// grouped by a list
MATCH (n) RETURN labels(n) AS labels, count(*) AS n ORDER BY n DESC, labels

// sums and means
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.weight IS NOT NULL RETURN type(r) AS t, sum(r.weight) AS sum, avg(r.weight) AS mean, min(r.weight) AS low, max(r.weight) AS high ORDER BY t

// sums of integers
MATCH ()-[r:MENTIONED_IN]->(d) RETURN d.id AS id, sum(r.count) AS n, avg(r.count) AS mean ORDER BY id

// deviations
MATCH (c:Claim) RETURN round(stDev(c.confidence), 9) AS s, round(stDevP(c.confidence), 9) AS p

// percentiles
MATCH (c:Claim) RETURN percentileDisc(c.confidence, 0.5) AS median, percentileCont(c.confidence, 0.9) AS ninety

// count distinct and plain
MATCH (c:Claim) RETURN count(*) AS all, count(c.title) AS titles, count(DISTINCT c.title) AS different

// collect leaves nulls out
MATCH (c:Claim) WITH c ORDER BY c.id RETURN size(collect(c.title)) AS n, collect(DISTINCT c.datePrecision)[0] IS NOT NULL AS any

// collect maps
MATCH (e:Country) WITH e ORDER BY e.id RETURN collect({id: e.id, name: e.name}) AS countries

// least and greatest date
MATCH (c:Claim) RETURN min(c.saidFrom) AS first, max(c.saidFrom) AS last

// least and greatest of mixed
UNWIND [1, 'a', 2.5, null, true] AS x RETURN min(x) AS low, max(x) AS high

// aggregates of nothing
MATCH (x:Nobody) RETURN count(x) AS n, sum(x.y) AS s, avg(x.y) AS a, min(x.y) AS low, collect(x.y) AS l

// aggregates of nothing, grouped
MATCH (x:Nobody) RETURN x.id AS id, count(*) AS n

// aggregates in an expression
MATCH (c:Claim) RETURN count(*) * 2 + 1 AS n, toString(count(*)) + ' claims' AS text

// with as a filter of groups
MATCH (c:Claim)-[:AGENT]->(e) WITH e, count(c) AS n WHERE n >= 8 RETURN e.name AS name, n ORDER BY n DESC, name

// aggregate of aggregates
MATCH (c:Claim)-[:AGENT]->(e) WITH e, count(c) AS n RETURN n, count(e) AS actors ORDER BY n

// share of all
MATCH (c:Claim) WITH count(*) AS all MATCH (c:Claim) RETURN c.act AS act, round(100.0 * count(c) / all, 1) AS percent, all ORDER BY act

// order by several
MATCH (c:Claim) RETURN c.act AS act, c.saidFrom AS said, c.id AS id ORDER BY act DESC, said, id LIMIT 30

// order with nulls
MATCH (d:Document) RETURN d.publishedFrom AS published, d.id AS id ORDER BY published, id

// order with nulls, descending
MATCH (d:Document) RETURN d.publishedFrom AS published, d.id AS id ORDER BY published DESC, id

// order by what is not returned
MATCH (e:Country) RETURN e.name AS name ORDER BY e.id DESC

// order by an expression
MATCH (e:Entity) RETURN e.name AS name, e.id AS id ORDER BY size(e.name), name, id LIMIT 20

// order by an aggregate
MATCH (c:Claim)-[:AGENT]->(e) RETURN e.id AS id, count(*) AS n ORDER BY count(*) DESC, id LIMIT 10

// skip and limit
MATCH (e:Entity) RETURN e.id AS id ORDER BY id SKIP 5 LIMIT 5

// skip and limit by parameters
// $ {"skip": 2, "limit": 3}
MATCH (e:Entity) RETURN e.id AS id ORDER BY id SKIP $skip LIMIT $limit

// limit nothing
MATCH (e:Entity) RETURN e.id AS id LIMIT 0

// distinct
MATCH (c:Claim) RETURN DISTINCT c.modality AS modality, c.polarity AS polarity

// distinct with order and limit
MATCH (c:Claim) RETURN DISTINCT c.act AS act ORDER BY act DESC LIMIT 4

// distinct nodes
MATCH (:Claim)-[:AGENT|TARGET]->(e:Country) RETURN DISTINCT e ORDER BY e.id

// with a limit in between
MATCH (e:Entity) WITH e ORDER BY e.name, e.id LIMIT 10 MATCH (e)<-[:AGENT]-(c:Claim) RETURN e.id AS id, count(c) AS n ORDER BY id

// unwind after collect
MATCH (e:Country) WITH collect(e.name) AS names UNWIND names AS name RETURN name ORDER BY name

// unwind null and empty
UNWIND null AS x RETURN x UNION ALL UNWIND [] AS x RETURN x

// unwind nested
UNWIND [[1, 2], [], [3]] AS l UNWIND l AS x RETURN x ORDER BY x

// unwind a parameter
// $ {"ids": ["country-0", "country-2", "nobody"]}
UNWIND $ids AS id OPTIONAL MATCH (e:Entity {id: id}) RETURN id, e.name AS name ORDER BY id

// in a parameter
// $ {"ids": ["country-0", "country-2", "nobody", "usc:8/1189"]}
MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id ORDER BY id

// maps as parameters
// $ {"where": {"act": "URGED", "modality": ["performed", "requested"]}}
MATCH (c:Claim) WHERE c.act = $where.act AND c.modality IN $where.modality RETURN count(c) AS n

// return star
MATCH (e:Country {name: 'Mexico'}) WITH e.name AS name, 1 AS one RETURN *

// labels of the database
CALL db.labels() YIELD label RETURN label ORDER BY label

// types of the database
CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type
