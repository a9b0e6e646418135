// What analysts asked who did not know the other files: over the corpus and over the dossier.

// who speaks most, and how much of it is negative
MATCH (c:Claim)-[:ATTRIBUTED_TO]->(v:Entity)
WITH v, count(c) AS said, sum(CASE c.polarity WHEN 'negative' THEN 1 ELSE 0 END) AS negative
RETURN v.name AS who, said, negative, round(100.0 * negative / said, 1) AS share
ORDER BY said DESC, who LIMIT 10

// documents by month with what stands in them
MATCH (d:Document) WHERE d.publishedFrom IS NOT NULL
OPTIONAL MATCH (s:Span)-[:IN]->(d)
WITH d, count(s) AS spans
RETURN date.truncate('month', d.publishedFrom) AS month, sum(spans) AS spans, collect(d.id)[0] AS one
ORDER BY month, one

// pairs that meet in more than one kind of act
MATCH (a:Entity)<-[:AGENT]-(c:Claim)-[:TARGET]->(b:Entity)
WITH a, b, collect(DISTINCT c.act) AS acts
WHERE size(acts) > 1
UNWIND acts AS act
WITH a, b, act ORDER BY act
RETURN a.name AS a, b.name AS b, collect(act) AS acts ORDER BY a, b

// claims whose speaker is also their agent
MATCH (c:Claim)-[:ATTRIBUTED_TO]->(x)<-[:AGENT]-(c)
RETURN x.name AS who, c.act AS act, count(*) AS n ORDER BY n DESC, who, act

// nobody said it
MATCH (c:Claim) WHERE NOT (c)-[:ATTRIBUTED_TO]->() RETURN c.act AS act, count(*) AS n ORDER BY act

// agents without a target
MATCH (c:Claim)-[:AGENT]->(a) WHERE NOT EXISTS { (c)-[:TARGET]->() } RETURN a.name AS a, c.id AS id ORDER BY id

// quotes with numbers in them
MATCH (c:Claim) WHERE c.quote =~ '.*[0-9]{2,}.*' RETURN c.id AS id, size(c.quote) AS n ORDER BY id

// quotes by their first word
MATCH (c:Claim) WITH toLower(split(c.quote, ' ')[0]) AS word, count(*) AS n WHERE n > 2 RETURN word, n ORDER BY n DESC, word

// names by initial
MATCH (e:Entity) RETURN upper(left(e.name, 1)) AS letter, count(*) AS n, min(e.name) AS first, max(e.name) AS last ORDER BY letter

// the longest names
MATCH (e:Entity) RETURN e.name AS name, size(e.name) AS n ORDER BY n DESC, name LIMIT 5

// aliases that are not the name
MATCH (e:Entity) WITH e, [x IN e.aliases WHERE toLower(x) <> toLower(e.name)] AS other WHERE size(other) > 0
RETURN e.name AS name, size(other) AS n, other[0] AS first, other[-1] AS last ORDER BY n DESC, name LIMIT 10

// aliases of several words
MATCH (e:Entity) UNWIND e.aliases AS alias WITH alias, size(split(alias, ' ')) AS words RETURN words, count(DISTINCT alias) AS n ORDER BY words

// one name in the other
MATCH (a:Entity), (b:Entity) WHERE a <> b AND b.name STARTS WITH a.name + ' ' RETURN a.name AS a, b.name AS b ORDER BY a, b

// same last word
MATCH (p:Person) WITH last(split(p.name, ' ')) AS family, count(*) AS n, collect(p.name) AS all WHERE n > 1
UNWIND all AS one WITH family, n, one ORDER BY one RETURN family, n, collect(one) AS all ORDER BY family

// neighbours in both directions
MATCH (a:Entity)-[r]->(b:Entity)-[s]->(a) WHERE elementId(a) < elementId(b) RETURN count(*) AS n

// mutual edges by type
MATCH (a:Entity)-[r]->(b:Entity)-[s]->(a) RETURN type(r) AS t, type(s) AS u, count(*) AS n ORDER BY t, u

// edges with several sentences
MATCH (a:Entity)-[r]->(b:Entity) WHERE size(r.quotes) > 1 RETURN a.name AS a, type(r) AS t, b.name AS b, size(r.quotes) AS n ORDER BY n DESC, a, t, b LIMIT 15

// edges by standing and modality
MATCH (:Entity)-[r]->(:Entity) WHERE r.act IS NOT NULL RETURN r.standing AS s, r.modality AS m, r.polarity AS p, count(*) AS n ORDER BY s, m, p

// the same act told and alleged
MATCH (a:Entity)-[t]->(b:Entity), (a)-[l:ALLEGED]->(b) WHERE type(t) <> 'ALLEGED' AND t.act = l.act RETURN a.name AS a, b.name AS b, t.act AS act, count(*) AS n ORDER BY a, b, act

// out and in by kind
MATCH (e:Entity) WITH e, COUNT { (e)-->(:Entity) } AS out, COUNT { (e)<--(:Entity) } AS into
RETURN e.type AS type, sum(out) AS out, sum(into) AS into, max(out) AS most, avg(into) AS mean ORDER BY type

// who stands between
MATCH (a:Entity)-->(m:Entity)-->(b:Entity) WHERE a <> b AND NOT (a)-->(b) WITH m, count(DISTINCT [a.name, b.name]) AS n RETURN m.name AS m, n ORDER BY n DESC, m LIMIT 5

// three steps from an official to a cartel
MATCH (o:Official)-[*1..3]-(c:Cartel) RETURN o.name AS o, count(DISTINCT c) AS n ORDER BY n DESC, o LIMIT 10

// how far Mexico is from everybody
MATCH (m:Entity {name: 'Mexico'}), (e:Entity) WHERE e <> m
OPTIONAL MATCH p = shortestPath((m)-[:URGED|UNREALISED|ALLEGED|HOLDS_OFFICE|CITED|ACTS_FOR*..6]-(e))
RETURN length(p) AS far, count(*) AS n ORDER BY far

// all shortest ways between two countries
MATCH (a:Country {name: 'Mexico'}), (b:Country {name: 'China'}) MATCH p = allShortestPaths((a)-[*..6]-(b)) RETURN length(p) AS n, count(*) AS ways

// ways without documents
MATCH (a:Country {name: 'Mexico'}), (b:Country {name: 'China'})
MATCH p = SHORTEST 1 (a)((x)-[r]-(y) WHERE NOT y:Document){1,6}(b) RETURN length(p) AS n, [k IN nodes(p) | labels(k)[0]][0] AS first

// two ends and what lies between
MATCH p = (a:Official)-[:HOLDS_OFFICE]->(b)<-[:HOLDS_OFFICE]-(c:Official) WHERE a.name < c.name RETURN a.name AS a, b.name AS b, c.name AS c ORDER BY a, b, c

// chains of acting for
MATCH p = (a)-[:ACTS_FOR]->+(b) WHERE NOT (b)-[:ACTS_FOR]->() RETURN a.name AS a, b.name AS b, length(p) AS n ORDER BY n DESC, a, b LIMIT 20

// content of content
MATCH (c:Claim)-[:CONTENT]->{1,3}(d:Claim) RETURN c.id AS c, d.id AS d ORDER BY c, d

// claims in the order of their document
MATCH (c:Claim)-[:EVIDENCED_BY]->(s:Span)-[:IN]->(d:Document)
WITH d, c, s ORDER BY s.start, s.end, c.id
WITH d, collect(c.id) AS ids
RETURN d.id AS d, size(ids) AS n, ids[0] AS first, ids[size(ids) / 2] AS middle, ids[-1] AS last ORDER BY d

// gaps between sentences
MATCH (s:Span)-[:IN]->(d:Document) WITH d, s ORDER BY s.start WITH d, collect(s.start) AS starts
RETURN d.id AS d, reduce(gap = 0, i IN range(1, size(starts) - 1) | CASE WHEN starts[i] - starts[i - 1] > gap THEN starts[i] - starts[i - 1] ELSE gap END) AS gap ORDER BY d

// spread of starts
MATCH (s:Span) RETURN percentileDisc(s.start, 0.1) AS a, percentileDisc(s.start, 0.5) AS b, percentileCont(s.start, 0.5) AS c, min(s.start) AS d, max(s.end) AS e

// length of quotes
MATCH (c:Claim) RETURN c.modality AS m, avg(size(c.quote)) AS mean, stDev(size(c.quote)) AS dev, stDevP(size(c.quote)) AS devp, percentileCont(size(c.quote), 0.9) AS p ORDER BY m

// sure and unsure
MATCH (c:Claim) RETURN CASE WHEN c.confidence >= 0.7 THEN 'sure' WHEN c.confidence >= 0.5 THEN 'so so' ELSE 'unsure' END AS how, count(*) AS n, round(avg(c.confidence), 2) AS mean ORDER BY how

// confidence in steps
MATCH (c:Claim) WITH floor(c.confidence * 10) / 10 AS step RETURN step, count(*) AS n ORDER BY step

// hedged and not
MATCH (c:Claim) RETURN c.hedged AS hedged, c.hedged OR c.polarity = 'negative' AS either, count(*) AS n ORDER BY hedged, either

// by day of the week
MATCH (c:Claim) RETURN c.saidFrom.dayOfWeek AS day, count(*) AS n ORDER BY day

// by quarter and week
MATCH (c:Claim) WITH DISTINCT c.saidFrom AS d RETURN d, d.quarter AS q, d.week AS w, d.weekYear AS y, d.ordinalDay AS o, d.dayOfQuarter AS k ORDER BY d

// how long between the first and the last word
MATCH (c:Claim) WITH min(c.saidFrom) AS a, max(c.saidTo) AS b RETURN duration.between(a, b) AS d, duration.inDays(a, b).days AS n, duration.inMonths(a, b).months AS m

// within ninety days of the first
MATCH (c:Claim) WITH min(c.saidFrom) AS first MATCH (c:Claim) WHERE c.saidFrom <= first + duration({days: 90}) RETURN count(c) AS n

// said over more than a day
MATCH (c:Claim) WHERE c.saidTo > c.saidFrom RETURN c.saidBasis AS basis, count(*) AS n, max(duration.inDays(c.saidFrom, c.saidTo).days) AS days ORDER BY basis

// dates as texts
MATCH (d:Document) WHERE d.publishedFrom IS NOT NULL RETURN toString(d.publishedFrom) AS t, d.publishedFrom.year + '/' + d.publishedFrom.month AS m ORDER BY t, m

// dates without one
MATCH (d:Document) RETURN coalesce(toString(d.publishedFrom), 'undated') AS t, count(*) AS n ORDER BY t

// the newest of each kind
MATCH (d:Document) WITH d ORDER BY d.publishedTo DESC, d.id WITH d.kind AS kind, collect(d {.id, .title})[0] AS newest RETURN kind, newest ORDER BY kind

// top two per kind
MATCH (e:Entity) CALL (e) { MATCH (e)--(x:Entity) RETURN count(x) AS n } WITH e, n ORDER BY n DESC, e.name WITH e.type AS type, collect({name: e.name, n: n})[..2] AS top RETURN type, top ORDER BY type

// the busiest neighbour of each official
MATCH (o:Official)
CALL (o) { MATCH (o)--(x:Entity) RETURN x.name AS x, count(*) AS n ORDER BY n DESC, x LIMIT 1 }
RETURN o.name AS o, x, n ORDER BY o

// officials without a neighbour are kept
MATCH (o:Official)
OPTIONAL CALL (o) { MATCH (o)-[:DESIGNATED]-(x:Entity) RETURN x.name AS x ORDER BY x LIMIT 1 }
RETURN o.name AS o, x ORDER BY o

// both roles of everybody, by UNION inside
MATCH (e:Cartel)
CALL (e) { MATCH (e)<-[:AGENT]-(c) RETURN 'agent' AS role, c UNION ALL MATCH (e)<-[:TARGET]-(c) RETURN 'target' AS role, c }
RETURN e.name AS e, role, count(*) AS n ORDER BY e, role

// a claim's neighbourhood as a map
MATCH (c:Claim) WHERE c.act = 'DESIGNATED'
RETURN c {.id, .modality, who: [(c)-[:AGENT]->(a) | a.name], whom: [(c)-[:TARGET]->(t) | t.name], as: [(c)-[:AS_STATUS]->(s) | s.name]} AS m ORDER BY c.id

// laws behind acts
MATCH (l:Law) RETURN l.name AS law, COUNT { (l)<-[:LEGAL_BASIS]-() } AS basis, COUNT { (l)<-[:TARGET|OBJECT]-(c:Claim) WHERE c.modality <> 'performed' } AS wanted ORDER BY law

// citations that look like a code
MATCH (l:Norm) WHERE l.citation IS NOT NULL AND NOT l.citation STARTS WITH 'e_' RETURN l.citation AS c, l.name AS name ORDER BY c

// labels of one kind under the other
MATCH (n:Entity) WITH labels(n) AS l UNWIND l AS one RETURN one, count(*) AS n ORDER BY one

// keys by kind
MATCH (n) UNWIND keys(n) AS key RETURN head([l IN labels(n) WHERE l <> 'Entity' | l]) AS l, key, count(*) AS n ORDER BY l, key

// rarely filled keys
MATCH (c:Claim) UNWIND ['about', 'title', 'as', 'under', 'hedged', 'lemma', 'voiceName'] AS key WITH key, count(c[key]) AS filled, count(*) AS all RETURN key, filled, all - filled AS empty ORDER BY key

// who is named in every document
MATCH (d:Document) WITH collect(d) AS all MATCH (e:Entity) WHERE all(d IN all WHERE (e)-[:MENTIONED_IN]->(d)) RETURN e.name AS e ORDER BY e

// who is named in one only
MATCH (e:Entity)-[:MENTIONED_IN]->(d) WITH e, collect(d) AS ds WHERE size(ds) = 1 RETURN ds[0].id AS d, count(*) AS n ORDER BY d

// documents that share actors
MATCH (d:Document)<-[:MENTIONED_IN]-(e:Entity)-[:MENTIONED_IN]->(f:Document) WHERE d.id < f.id RETURN d.id AS d, f.id AS f, count(DISTINCT e) AS n ORDER BY d, f

// how much two documents have in common
MATCH (d:Document), (f:Document) WHERE d.id < f.id
WITH d, f, COLLECT { MATCH (d)<-[:MENTIONED_IN]-(e) RETURN e.id } AS a, COLLECT { MATCH (f)<-[:MENTIONED_IN]-(e) RETURN e.id } AS b
WITH d, f, size([x IN a WHERE x IN b]) AS both, size(a) + size(b) AS sum
RETURN d.id AS d, f.id AS f, both, CASE sum WHEN both THEN null ELSE round(1.0 * both / (sum - both), 3) END AS share ORDER BY d, f

// a table of acts by modality
MATCH (c:Claim) WITH c.act AS act, collect(c.modality) AS m
RETURN act, size([x IN m WHERE x = 'performed']) AS performed, size([x IN m WHERE x = 'requested']) AS requested, size([x IN m WHERE x IN ['planned', 'possible']]) AS open ORDER BY act

// acts never performed
MATCH (c:Claim) WITH c.act AS act, collect(DISTINCT c.modality) AS m WHERE none(x IN m WHERE x = 'performed') RETURN act ORDER BY act

// captions as sentences
MATCH (c:Claim) WHERE c.caption ENDS WITH ')' RETURN trim(split(c.caption, '(')[-1]) AS how, count(*) AS n ORDER BY n DESC, how LIMIT 10

// captions without their actors
MATCH (c:Claim) WHERE c.agentName IS NOT NULL AND c.targetName IS NOT NULL
RETURN c.id AS id, replace(replace(c.caption, c.agentName, 'A'), c.targetName, 'B') AS text ORDER BY id LIMIT 20

// parameters of all kinds
// $ {"acts": ["URGED", "DENIED"], "from": 0.5, "limit": 5, "map": {"polarity": "positive"}}
MATCH (c:Claim) WHERE c.act IN $acts AND c.confidence > $from AND c.polarity = $map.polarity RETURN c.id AS id ORDER BY id LIMIT $limit

// a parameter as key
// $ {"key": "act"}
MATCH (c:Claim) RETURN c[$key] AS value, count(*) AS n ORDER BY value

// a list of parameters unwound
// $ {"rows": [{"name": "Mexico", "n": 1}, {"name": "China", "n": 2}, {"name": null, "n": 3}]}
UNWIND $rows AS row OPTIONAL MATCH (e:Country {name: row.name}) RETURN row.n AS n, e.iso AS iso ORDER BY n

// skip and limit by arithmetic
MATCH (e:Entity) RETURN e.name AS name ORDER BY name, e.id SKIP 2 * 5 LIMIT 1 + 2

// distinct before sorting
MATCH (c:Claim) RETURN DISTINCT c.act AS act, c.polarity AS polarity ORDER BY act DESC, polarity LIMIT 7

// sorted by what is not returned
MATCH (e:Entity) RETURN e.name AS name ORDER BY size(e.aliases) DESC, name LIMIT 6

// grouping by an expression
MATCH (e:Entity) RETURN e.type = 'Official' AS official, size(e.aliases) > 3 AS many, count(*) AS n ORDER BY official, many

// grouping by a node
MATCH (d:Document)<-[:IN]-(s:Span) WITH d, count(s) AS n RETURN d.id AS id, n, d.kind AS kind ORDER BY id

// grouping by a list
MATCH (e:Entity) WITH [l IN labels(e) WHERE l IN ['Body', 'Person', 'Norm', 'Territory']] AS l RETURN l, count(*) AS n ORDER BY l

// a map per group
MATCH (c:Claim) RETURN {act: c.act, negative: c.polarity = 'negative'} AS key, count(*) AS n ORDER BY key.act, key.negative

// collect of maps, then back to rows
MATCH (c:Claim) WITH c.act AS act, count(*) AS n ORDER BY n DESC, act WITH collect({act: act, n: n}) AS rows UNWIND range(0, size(rows) - 1) AS i RETURN i + 1 AS place, rows[i].act AS act, rows[i].n AS n ORDER BY place LIMIT 5

// running sum
MATCH (c:Claim) WITH c.act AS act, count(*) AS n ORDER BY act WITH collect([act, n]) AS rows RETURN [i IN range(0, size(rows) - 1) | [rows[i][0], reduce(s = 0, j IN range(0, i) | s + rows[j][1])]] AS sums

// share of the whole
MATCH (c:Claim) WITH count(*) AS all MATCH (c:Claim) WITH all, c.modality AS m, count(*) AS n RETURN m, n, toInteger(round(100.0 * n / all)) AS percent ORDER BY m

// WITH hides what it does not name
MATCH (e:Country) WITH e.name AS name ORDER BY name LIMIT 3 MATCH (e:Entity {name: name}) RETURN name, e.type AS type ORDER BY name, type

// a name used again
MATCH (e:Country) WITH e AS x WITH x.name AS e RETURN e ORDER BY e

// WHERE after WITH sees both
MATCH (c:Claim) WITH c, size(c.quote) AS n WHERE n > 100 AND c.hedged = false RETURN count(*) AS n

// OPTIONAL MATCH with WHERE
MATCH (e:Country) OPTIONAL MATCH (e)<-[:TARGET]-(c:Claim) WHERE c.modality = 'requested' RETURN e.name AS e, count(c) AS n ORDER BY e

// OPTIONAL MATCH of what is null
OPTIONAL MATCH (x:Nobody) OPTIONAL MATCH (x)-->(y) RETURN x, y, x.name AS name, labels(x) AS l, COUNT { (x)-->() } AS n

// two OPTIONAL MATCHes do not multiply names
MATCH (c:Claim {act: 'DESIGNATED'}) OPTIONAL MATCH (c)-[:AGENT]->(a) OPTIONAL MATCH (c)-[:AS_STATUS]->(s) RETURN c.id AS id, collect(DISTINCT a.name) AS a, collect(DISTINCT s.name) AS s ORDER BY id

// exists with two patterns
MATCH (e:Entity) WHERE EXISTS { MATCH (e)<-[:AGENT]-(c), (c)-[:TARGET]->(t:Cartel) WHERE c.polarity = 'positive' } RETURN e.name AS e ORDER BY e

// not exists, nested
MATCH (e:Official) WHERE NOT EXISTS { MATCH (e)<-[:AGENT]-(c) WHERE NOT EXISTS { (c)-[:ATTRIBUTED_TO]->() } } RETURN e.name AS e ORDER BY e

// count compared
MATCH (e:Entity) WHERE COUNT { (e)<-[:AGENT]-() } > COUNT { (e)<-[:TARGET]-() } RETURN e.type AS type, count(*) AS n ORDER BY type

// count distinct inside
MATCH (e:Country) RETURN e.name AS e, COUNT { MATCH (e)--(x:Entity) RETURN DISTINCT x } AS n ORDER BY e

// collect with order inside
MATCH (e:Country) RETURN e.name AS e, COLLECT { MATCH (e)<-[:TARGET]-(c:Claim) RETURN c.act ORDER BY c.act LIMIT 3 } AS acts ORDER BY e

// labels or types by expression
MATCH (n:(Person|Body)&!Official)-[r:!MENTIONED_IN&!OF]-(m:Entity&!Country) RETURN labels(m)[1] AS m, count(DISTINCT type(r)) AS n ORDER BY m

// label predicates in RETURN
MATCH (e:Entity) RETURN e:Official AS official, e:Body&!Agency AS other, count(*) AS n ORDER BY official, other

// type names by CASE
MATCH ()-[r]->() RETURN CASE type(r) WHEN 'AGENT', 'TARGET', 'OBJECT' THEN 'role' WHEN STARTS WITH 'A' THEN 'a' WHEN IS NULL THEN 'none' ELSE 'other' END AS kind, count(*) AS n ORDER BY kind

// paths as values
MATCH p = (c:Claim {act: 'DESIGNATED'})-[:AGENT]->(a)-[:HOLDS_OFFICE]->(b) RETURN [n IN nodes(p) | coalesce(n.name, n.act)] AS names, [r IN relationships(p) | type(r)] AS types ORDER BY names

// start and end of relationships
MATCH (:Official)-[r:HOLDS_OFFICE]-() RETURN startNode(r).name AS a, endNode(r).name AS b, r.title AS title ORDER BY a, b, title

// the same relationship from both ends
MATCH (a)-[r:ACTS_FOR]-(b) RETURN count(r) AS rows, count(DISTINCT r) AS edges

// a relationship taken again
MATCH (a:Official)-[r:HOLDS_OFFICE]->(b) WITH r LIMIT 100 MATCH (x)-[r]->(y) RETURN count(*) AS n

// a list of relationships taken again
MATCH (a:Official)-[r*2..2]-(b:Official) WITH r MATCH (x)-[r*]-(y) RETURN count(*) AS n

// by words: any, all, none
MATCH (c:Claim) WITH c, toLower(c.quote) AS q RETURN any(w IN ['terror', 'cartel'] WHERE q CONTAINS w) AS any, all(w IN ['terror', 'cartel'] WHERE q CONTAINS w) AS all, none(w IN ['terror', 'cartel'] WHERE q CONTAINS w) AS none, single(w IN ['terror', 'cartel'] WHERE q CONTAINS w) AS single, count(*) AS n ORDER BY n, any

// words that occur most
MATCH (c:Claim) UNWIND split(toLower(c.quote), ' ') AS word WITH word, count(*) AS n WHERE size(word) > 5 AND word =~ '[a-z]+' RETURN word, n ORDER BY n DESC, word LIMIT 10

// letters of a name
MATCH (e:Country) RETURN e.name AS e, [i IN range(0, size(e.name) - 1) | substring(e.name, i, 1)] AS letters, reverse(e.name) AS back ORDER BY e

// accents
MATCH (e:Entity) WHERE e.name =~ '(?u).*[À-ÿ].*' RETURN e.name AS name, normalize(e.name, NFD) = e.name AS plain, size(e.name) AS n ORDER BY name

// not equal and null
MATCH (c:Claim) RETURN count(CASE WHEN c.under <> 'x' THEN 1 END) AS a, count(CASE WHEN NOT c.under = 'x' THEN 1 END) AS b, count(CASE WHEN c.under IS NULL OR c.under <> 'x' THEN 1 END) AS c

// in a list with null
MATCH (c:Claim) RETURN c.polarity IN ['positive', null] AS a, c.polarity IN [] AS b, NOT c.polarity IN ['negative', null] AS c, count(*) AS n ORDER BY n

// EXISTS with UNION
MATCH (e:Country) WHERE EXISTS { MATCH (e)<-[:AGENT]-() RETURN 1 AS x UNION MATCH (e)<-[:OBJECT]-() RETURN 1 AS x } RETURN e.name AS e ORDER BY e

// two unions of aggregates
MATCH (c:Claim) RETURN 'claims' AS what, count(c) AS n UNION ALL MATCH (d:Document) RETURN 'documents' AS what, count(d) AS n UNION ALL MATCH (s:Span) RETURN 'spans' AS what, count(s) AS n
