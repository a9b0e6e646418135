// Values: nulls, texts, numbers, lists, maps, dates.

// contains, any case
MATCH (e:Entity) WHERE toLower(e.name) CONTAINS 'cartel' RETURN e.id AS id ORDER BY id

// starts and ends
MATCH (e:Entity) WHERE e.name STARTS WITH 'The ' OR e.name ENDS WITH 'Cartel' RETURN e.id AS id ORDER BY id

// regular expression
MATCH (e:Entity) WHERE e.name =~ '(?i).*(cartel|zetas).*' RETURN e.id AS id ORDER BY id

// regular expression matches the whole
MATCH (e:Entity) WHERE e.name =~ 'Mex' RETURN count(e) AS n

// accents count
MATCH (e:Entity) WHERE e.name =~ '.*[áéíóúü].*' RETURN e.name AS name ORDER BY name

// a list property
MATCH (e:Entity) WHERE 'MEXICO' IN e.aliases RETURN e.id AS id ORDER BY id

// any alias
MATCH (e:Entity) WHERE any(a IN e.aliases WHERE toLower(a) STARTS WITH 'the ') RETURN e.id AS id ORDER BY id

// all, none, single
MATCH (e:Entity) RETURN e.id AS id, all(a IN e.aliases WHERE size(a) > 4) AS al, none(a IN e.aliases WHERE a = '') AS no, single(a IN e.aliases WHERE a = e.name) AS one ORDER BY id

// null comparisons
MATCH (c:Claim) WHERE c.title = null RETURN count(c) AS n

// null and not
MATCH (c:Claim) WHERE NOT (c.title = 'President') RETURN count(c) AS n

// null and or
MATCH (c:Claim) WHERE c.title = 'President' OR c.polarity = 'negative' RETURN count(c) AS n

// is null
MATCH (c:Claim) RETURN c.dateFrom IS NULL AS undated, c.title IS NOT NULL AS titled, count(*) AS n ORDER BY undated, titled

// unequal leaves nulls out
MATCH (c:Claim) WHERE c.lemma <> 'visit' RETURN count(c) AS n

// three-valued table
UNWIND [true, false, null] AS a UNWIND [true, false, null] AS b RETURN a, b, a AND b AS x, a OR b AS y, a XOR b AS z, NOT a AS w

// in with nulls
RETURN 1 IN [1, null] AS a, 2 IN [1, null] AS b, null IN [] AS c, null IN [1] AS d, [1] IN [[1]] AS e

// equal lists and maps
RETURN [1, 2] = [1, 2] AS a, [1, null] = [1, 2] AS b, {a: 1} = {a: 1.0} AS c, [1] = 1 AS d, {a: null} = {a: null} AS e

// numbers and texts never equal
RETURN 1 = '1' AS a, 1 = 1.0 AS b, 'a' < 'b' AS c, 1 < 'a' AS d, true < false AS e

// order of all kinds
UNWIND [1, 'a', true, null, 2.5, [1], {a: 1}, date('2020-01-01'), 'A', -1, [0, 5], []] AS x RETURN x ORDER BY x

// order of texts by code units
UNWIND ['b', 'B', 'ä', 'a', '', 'aa', '1', '~'] AS x RETURN x ORDER BY x

// integer division and remainder
RETURN 7 / 2 AS a, -7 / 2 AS b, 7 % 3 AS c, -7 % 3 AS d, 7.0 / 2 AS e, 7 % 2.5 AS f

// powers and roots
RETURN 2 ^ 10 AS a, sqrt(16) AS b, abs(-3) AS c, sign(-2.5) AS d, ceil(1.2) AS e, floor(-1.2) AS f

// rounding
RETURN round(2.5) AS a, round(-2.5) AS b, round(1.2345, 2) AS c, round(1.5) AS d, round(-1.5) AS e, round(0.5) AS f

// large integers
RETURN 9007199254740993 AS a, 9223372036854775807 AS b, -9223372036854775807 - 1 AS c, 4611686018427387904 + 1 AS d

// conversions
RETURN toInteger('42') AS a, toInteger('4.9') AS b, toInteger('x') AS c, toFloat('1.5') AS d, toString(1.0) AS e, toString(true) AS f, toBoolean('TRUE') AS g, toInteger(3.9) AS h

// float texts
RETURN toString(1e10) AS a, toString(0.1) AS b, toString(123456789.0) AS c, toString(1.0E-5) AS d, toString(100.0) AS e

// texts
RETURN toUpper('ä') AS a, trim('  x ') AS b, ltrim('  x') AS c, rtrim('x  ') AS d, replace('a.b.c', '.', '-') AS e, reverse('abc') AS f, split('a,b,,c', ',') AS g

// parts of texts
RETURN substring('hello', 1, 3) AS a, substring('hello', 2) AS b, left('hello', 2) AS c, right('hello', 3) AS d, size('hello') AS e, 'a' + 1 AS f

// texts with marks
RETURN 'it\'s' AS a UNION RETURN "say \"hi\"" AS a UNION RETURN 'tab\tnew\nline' AS a

// unicode
RETURN size('naïve') AS a, toUpper('straße') AS b, 'é' = 'é' AS c, '\u00e9' AS d

// lists
RETURN [1, 2, 3][0] AS a, [1, 2, 3][-1] AS b, [1, 2, 3][5] AS c, [1, 2, 3, 4][1..3] AS d, [1, 2, 3][..2] AS e, [1, 2, 3][-2..] AS f, [1] + [2] AS g, [1] + 2 AS h

// list functions
RETURN head([1, 2]) AS a, last([1, 2]) AS b, tail([1, 2, 3]) AS c, reverse([1, 2]) AS d, range(1, 5) AS e, range(5, 1, -2) AS f, size([]) AS g, head([]) AS h

// comprehensions
RETURN [x IN range(1, 10) WHERE x % 3 = 0 | x * x] AS a, [x IN [1, null, 2] WHERE x IS NOT NULL] AS b, reduce(s = 0, x IN [1, 2, 3] | s + x) AS c

// maps
WITH {a: 1, b: {c: [1, 2]}} AS m RETURN m.a AS a, m['b'].c[1] AS b, m.nothing AS c, keys(m) AS k, size(keys(m)) AS n

// map projections
MATCH (e:Country) RETURN e {.id, .name, upper: toUpper(e.name), .nothing} AS m ORDER BY e.id

// map projection of all
MATCH (e:Law) RETURN e {.*, claims: COUNT { (e)<-[:LEGAL_BASIS]-() }} AS m ORDER BY e.id

// properties and keys
MATCH (e:Country {name: 'China'}) RETURN properties(e) AS p, size(keys(e)) AS n

// a property by a computed name
// $ {"key": "name"}
MATCH (e:Law) RETURN e[$key] AS value, e['i' + 'd'] AS id ORDER BY id

// coalesce
MATCH (c:Claim) RETURN coalesce(c.title, c.lemma, 'none') AS what, count(*) AS n ORDER BY what

// case, simple
MATCH (c:Claim) RETURN CASE c.modality WHEN 'performed' THEN 1 WHEN 'refused' THEN -1 ELSE 0 END AS score, count(*) AS n ORDER BY score

// case, searched
MATCH (c:Claim) RETURN CASE WHEN c.confidence >= 0.9 THEN 'high' WHEN c.confidence >= 0.7 THEN 'middle' END AS band, count(*) AS n ORDER BY band

// case with lists of values
MATCH (c:Claim) RETURN CASE c.act WHEN 'URGED', 'ASKED' THEN 'request' WHEN 'DENIED' THEN 'denial' ELSE 'other' END AS kind, count(*) AS n ORDER BY kind

// parts of dates
MATCH (c:Claim) WHERE c.dateFrom IS NOT NULL RETURN c.dateFrom.year AS y, c.dateFrom.month AS m, count(*) AS n ORDER BY y, m

// between dates
MATCH (c:Claim) WHERE date('2022-01-01') <= c.saidFrom < date('2023-01-01') RETURN count(c) AS n

// dates as texts
MATCH (d:Document) WHERE d.publishedFrom IS NOT NULL RETURN d.id AS id, toString(d.publishedFrom) AS day ORDER BY day, id LIMIT 5

// date arithmetic
RETURN date('2024-01-31') + duration({months: 1}) AS a, date('2024-03-01') - duration({days: 1}) AS b, date('2024-02-28') + duration('P2D') AS c

// dates from parts
RETURN date({year: 2024, month: 2, day: 29}) AS a, date('20240229') AS b, date('2024-02') AS c, date('2024-060') AS d, date('2024-W09-4') AS e

// durations between
RETURN duration.between(date('2021-01-31'), date('2021-03-01')) AS a, duration.inDays(date('2021-01-01'), date('2021-12-31')).days AS b, duration.inMonths(date('2021-01-31'), date('2021-02-28')).months AS c

// week and quarter
RETURN date('2025-02-20').week AS a, date('2025-02-20').dayOfWeek AS b, date('2025-02-20').quarter AS c, date('2024-12-31').ordinalDay AS d

// truncation
RETURN date.truncate('month', date('2025-02-20')) AS a, date.truncate('year', date('2025-02-20')) AS b, date.truncate('week', date('2025-02-20')) AS c

// instants
RETURN datetime('2025-02-20T10:00:00Z') = datetime('2025-02-20T11:00:00+01:00') AS a, datetime('2025-02-20T10:00:00Z') < datetime('2025-02-20T10:00:00-05:00') AS b, toString(datetime('2025-02-20T10:00:00Z')) AS c

// local times
RETURN localdatetime('2025-02-20T10:30:00') AS a, localtime('10:30') AS b, time('10:30+01:00') AS c

// comparison of a date with a text
RETURN date('2025-02-20') = '2025-02-20' AS a, date('2025-02-20') < date('2025-02-21') AS b

// grouped by month
MATCH (d:Document) WHERE d.publishedFrom IS NOT NULL RETURN date.truncate('year', d.publishedFrom) AS year, count(*) AS n ORDER BY year

// types of values
UNWIND [1, 1.5, 'a', true, [1], date('2020-01-01')] AS x RETURN valueType(x) AS t ORDER BY t

// is a type
UNWIND [1, 'a', null, 2.5] AS x RETURN x IS :: INTEGER AS i, x IS :: STRING AS s, x IS NOT :: FLOAT AS f

// parameters of all kinds
// $ {"s": "x", "i": 3, "f": 2.5, "b": false, "n": null, "l": [1, "a"], "m": {"k": [true]}}
RETURN $s AS s, $i + 1 AS i, $f AS f, $b AS b, $n IS NULL AS n, $l[1] AS l, $m.k[0] AS m

// element ids lead back
MATCH (e:Country {name: 'Mexico'}) WITH elementId(e) AS eid MATCH (x) WHERE elementId(x) = eid RETURN x.name AS name

// long texts
WITH reduce(s = '', i IN range(1, 200) | s + 'abc') AS text RETURN size(text) AS n, text CONTAINS 'cab' AS c

// comments
MATCH (e:Country) /* all of them */ RETURN count(e) AS n // and no more

// what nodes of each set of labels have
CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes, mandatory UNWIND nodeLabels AS label WITH label, propertyName, propertyTypes, mandatory, count(*) AS n RETURN label, propertyName, propertyTypes, mandatory, n

// properties by type of relationship
CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes, mandatory UNWIND propertyTypes AS type RETURN relType, propertyName, type, mandatory
