// The ten questions of the design, and what analysts ask next. Blocks are separated by an empty line: a name, perhaps parameters, the query.

// 1 who urged Blinken, with the sentences
// $ {"name": "Blinken"}
MATCH (who:Entity)-[r:URGED|UNREALISED|ALLEGED]->(b:Entity)
WHERE b.name CONTAINS $name AND r.act = 'URGED'
UNWIND r.claimIds AS claimId
MATCH (c:Claim {id: claimId})-[:EVIDENCED_BY]->(s:Span)-[:IN]->(d:Document)
RETURN who.name AS who, type(r) AS standing, c.id AS claim, c.quote AS quote, d.title AS document, s.start AS start
ORDER BY who, claim, start

// 1 from the claims themselves
// $ {"name": "Blinken"}
MATCH (who:Entity)<-[:AGENT]-(c:Claim {act: 'URGED'})-[:TARGET]->(b:Entity)
WHERE toLower(b.name) CONTAINS toLower($name)
OPTIONAL MATCH (c)-[a:ATTRIBUTED_TO]->(speaker:Entity)
WITH who, c, speaker, a ORDER BY a.depth, speaker.name
RETURN who.name AS who, c.id AS claim, c.modality AS modality, collect(speaker.name) AS speakers
ORDER BY who, claim

// 2 who asked whom to designate the cartels, under which law, and was it done
MATCH (c:Claim)-[:AS_STATUS]->(status:Designation)
WHERE c.modality IN ['requested', 'performed', 'planned']
OPTIONAL MATCH (c)-[:AGENT]->(who)
OPTIONAL MATCH (c)-[:TARGET]->(whom)
OPTIONAL MATCH (c)-[:LEGAL_BASIS]->(law:Law)
OPTIONAL MATCH (c)-[:ANSWERED_BY]->(answer:Claim)
RETURN who.name AS who, whom.name AS whom, status.name AS status, law.id AS law, c.modality AS modality, answer.modality AS answer, c.id AS id
ORDER BY id, law, answer

// 2 asked and never answered
MATCH (c:Claim)-[:AS_STATUS]->(status)
WHERE c.modality = 'requested' AND NOT EXISTS { (c)-[:ANSWERED_BY]->(:Claim {modality: 'performed'}) }
RETURN status.name AS status, count(DISTINCT c) AS open, min(c.saidFrom) AS first, max(c.saidFrom) AS last
ORDER BY status

// 3 what Mexico and those who act for it denied
MATCH (m:Country {name: 'Mexico'})
OPTIONAL MATCH (m)<-[:ACTS_FOR]-(official:Official)
WITH m, collect(official) AS officials
UNWIND [m] + officials AS actor
MATCH (actor)<-[:AGENT]-(c:Claim)
WHERE c.act = 'DENIED' OR c.polarity = 'negative'
OPTIONAL MATCH (c)-[:CONTENT]->(content:Claim)
RETURN actor.name AS actor, c.act AS act, c.id AS id, content.id AS denied
ORDER BY actor, id, denied

// 3 with both ways in one pattern
MATCH (m:Country {name: 'Mexico'})<-[:ACTS_FOR*0..1]-(actor)<-[:AGENT]-(c:Claim {act: 'DENIED'})
RETURN actor.name AS actor, collect(c.id) AS claims, count(*) AS n
ORDER BY actor

// 4 what was said about the Sinaloa Cartel before February 2025
MATCH (e:Cartel)<-[role:AGENT|TARGET|OBJECT]-(c:Claim)
WHERE e.name CONTAINS 'Sinaloa' AND c.saidFrom < date('2025-02-01')
RETURN c.saidFrom AS said, type(role) AS role, c.act AS act, c.id AS id
ORDER BY said, id, role

// 4 by year and act
MATCH (e:Cartel)<-[:AGENT|TARGET]-(c:Claim)
WHERE c.saidFrom >= date('2020-01-01') AND c.saidFrom < date('2025-02-01')
RETURN c.saidFrom.year AS year, c.act AS act, count(DISTINCT c) AS n
ORDER BY year, act

// 5 what Daniel Cameron claims that nobody else does
MATCH (p:Entity)<-[:AGENT|ATTRIBUTED_TO]-(c:Claim)
WHERE p.name CONTAINS 'Cameron'
WITH DISTINCT p, c
WHERE NOT EXISTS {
  MATCH (other:Claim {topicKey: c.topicKey})-[:AGENT|ATTRIBUTED_TO]->(x:Entity)
  WHERE x <> p
}
RETURN c.id AS id, c.act AS act
ORDER BY id

// 5 by distinct keys
MATCH (c:Claim)-[:AGENT]->(p:Entity)
WITH c.factKey AS fact, collect(DISTINCT p.name) AS people
WHERE size(people) = 1
RETURN people[0] AS who, count(*) AS facts
ORDER BY facts DESC, who LIMIT 10

// 6 everything under 8 U.S.C. § 1189
// $ {"law": "usc:8/1189"}
MATCH (l:Law {id: $law})<-[:LEGAL_BASIS]-(c:Claim)
OPTIONAL MATCH (c)-[:AGENT]->(who)
OPTIONAL MATCH (c)-[:TARGET]->(whom)
WITH c, who, whom ORDER BY who.name, whom.name
RETURN c.act AS act, collect(DISTINCT who.name) AS who, collect(DISTINCT whom.name) AS whom
ORDER BY act

// 6 by any of its names
MATCH (a:Alias)-[:OF]->(l:Law)
WITH l, a ORDER BY a.surface
RETURN l.id AS law, l.citation AS citation, collect(DISTINCT a.surface) AS names, COUNT { (l)<-[:LEGAL_BASIS]-() } AS claims
ORDER BY law

// 7 how are two actors connected, actors only
// $ {"a": "Cameron", "b": "Mexic"}
MATCH (a:Entity), (b:Entity)
WHERE a.name CONTAINS $a AND b.name CONTAINS $b AND a <> b
MATCH p = shortestPath((a)-[*..4]-(b))
WHERE all(n IN nodes(p) WHERE n:Entity)
RETURN a.id AS a, b.id AS b, length(p) AS hops
ORDER BY a, b

// 7 all the shortest ways, counted
MATCH (a:Entity {name: 'Daniel Cameron'}), (b:Entity {name: 'Mexico'})
MATCH p = allShortestPaths((a)-[:URGED|ASKED|DESIGNATED|DENIED|ACCUSED|ALLEGED|UNREALISED*..5]-(b))
RETURN length(p) AS hops, count(p) AS ways

// 7 as a quantified path
MATCH p = SHORTEST 1 (a:Entity {name: 'Daniel Cameron'})((:Entity)-[r]-(:Entity)){1,4}(b:Entity {name: 'Mexico'})
RETURN length(p) AS hops, size(r) AS edges

// 8 which claims contradict each other
MATCH (c:Claim)-[:CONTRADICTED_BY]->(d:Claim)
OPTIONAL MATCH (c)-[:AGENT]->(x)
OPTIONAL MATCH (d)-[:AGENT]->(y)
RETURN c.id AS claim, x.name AS by, d.id AS contradicts, y.name AS of
ORDER BY claim, contradicts

// 8 same topic, other polarity
MATCH (c:Claim), (d:Claim)
WHERE c.topicKey = d.topicKey AND c.polarity = 'positive' AND d.polarity = 'negative'
RETURN c.topicKey AS topic, count(*) AS pairs
ORDER BY pairs DESC, topic

// 9 what China is said to have done, by year
MATCH (:Country {name: 'China'})<-[:AGENT]-(c:Claim)
WITH c ORDER BY c.act
RETURN c.dateFrom.year AS year, collect(DISTINCT c.act) AS acts, count(*) AS n
ORDER BY year

// 9 who said so
MATCH (:Country {name: 'China'})<-[:AGENT]-(c:Claim)-[a:ATTRIBUTED_TO]->(s)
RETURN s.name AS speaker, a.depth AS depth, c.act AS act, c.id AS id
ORDER BY speaker, depth, id

// 10 which documents and voices the graph rests on
MATCH (d:Document)
OPTIONAL MATCH (d)<-[:IN]-(s:Span)<-[:EVIDENCED_BY]-(c:Claim)
RETURN d.id AS document, d.kind AS kind, count(DISTINCT c) AS claims, count(DISTINCT s) AS spans
ORDER BY claims DESC, document

// 10 the voices
MATCH (c:Claim)-[:ATTRIBUTED_TO]->(s:Entity)
WITH s, count(DISTINCT c) AS claims, collect(DISTINCT c.act) AS acts
RETURN s.name AS voice, claims, size(acts) AS acts
ORDER BY claims DESC, voice LIMIT 20

// collectives and their members
MATCH (g:Group)-[:INCLUDES]->(m:Entity)
WITH g, m ORDER BY m.name
RETURN g.name AS collective, collect(m.name) AS members
ORDER BY collective

// what a collective's members did of their own
MATCH (g:Group)-[:INCLUDES]->(m)<-[:AGENT]-(c:Claim)
RETURN g.name AS collective, m.name AS member, count(c) AS claims, collect(DISTINCT c.modality)[0] IS NOT NULL AS any
ORDER BY collective, member

// whom officials act for
MATCH (o:Official)-[r:ACTS_FOR]->(x)
RETURN o.name AS official, labels(x)[-1] AS kind, x.name AS body, r.since AS since
ORDER BY official, body

// contested edges
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.contested
RETURN a.name AS a, type(r) AS type, b.name AS b, r.firstSaid AS first
ORDER BY a, type, b, first

// edges with several documents
MATCH (a:Entity)-[r]->(b:Entity)
WHERE size(r.documents) > 2
RETURN type(r) AS type, count(*) AS n, avg(size(r.documents)) AS mean
ORDER BY type

// mutual accusations
MATCH (a:Entity)-[:ACCUSED]->(b:Entity)-[:ACCUSED]->(a)
WHERE a.name < b.name
RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a, b

// whoever both asked and threatened the same
MATCH (a:Entity)-[:ASKED]->(b:Entity)<-[:THREATENED]-(a)
RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a, b

// a chain of speakers, innermost first
MATCH (c:Claim)-[r:ATTRIBUTED_TO]->(s)
WITH c, s, r ORDER BY c.id, r.depth, s.name
WITH c, collect(s.name) AS chain WHERE size(chain) > 1
RETURN c.id AS id, chain[0] AS innermost, chain[-1] AS outermost, reduce(t = '', x IN chain | t + x + ' < ') AS text
ORDER BY id

// where a claim stands
MATCH (c:Claim)-[e:EVIDENCED_BY]->(s:Span)-[:IN]->(d:Document)
WHERE c.confidence >= 0.9
RETURN d.id AS document, s.start AS start, s.end - s.start AS length, e.rule AS rule, round(c.confidence * 100) AS percent
ORDER BY document, start, rule, percent LIMIT 25

// mentioned together
MATCH (a:Entity)-[x:MENTIONED_IN]->(d:Document)<-[y:MENTIONED_IN]-(b:Entity)
WHERE a.id < b.id
WITH a, b, count(d) AS documents, sum(x.count * y.count) AS weight
RETURN a.name AS a, b.name AS b, documents, weight
ORDER BY documents DESC, weight DESC, a, b LIMIT 15

// entities that no document mentions
MATCH (e:Entity) WHERE NOT (e)-[:MENTIONED_IN]->() RETURN e.id AS id ORDER BY id

// aliases that lead to several actors
MATCH (a:Alias)-[:OF]->(e:Entity)
WITH toLower(a.surface) AS surface, collect(DISTINCT e.id) AS ids
WHERE size(ids) > 1
RETURN surface, size(ids) AS actors ORDER BY surface

// answered requests and how long it took
MATCH (c:Claim)-[:ANSWERED_BY]->(a:Claim)
WHERE c.saidFrom IS NOT NULL AND a.saidFrom IS NOT NULL
RETURN c.id AS asked, a.id AS answered, duration.inDays(c.saidFrom, a.saidFrom).days AS days
ORDER BY asked, answered

// events told more than once
MATCH (c:Claim)-[:SAME_EVENT*1..3]->(d:Claim)
RETURN c.id AS id, count(DISTINCT d) AS tellings ORDER BY tellings DESC, id LIMIT 20

// content under content
MATCH p = (c:Claim)-[:CONTENT*1..4]->(d:Claim)
RETURN length(p) AS depth, count(*) AS n ORDER BY depth
