// Corners of the language, over random graphs: what is null, mixed, negative, empty, long or nested.

// whole and broken division
RETURN 7 / 2 AS a, -7 / 2 AS b, 7 % 3 AS c, -7 % 3 AS d, 7 % -3 AS e, 7.5 % 2 AS f, 1 / 2.0 AS g, 2 ^ 3 AS h, -2 ^ 2 AS i, 2 ^ 3 ^ 2 AS j

// zero by zero
RETURN 0.0 / 0.0 AS nan, 1 / 0.0 AS inf, -1 / 0.0 AS neg, 0.0 / 0.0 = 0.0 / 0.0 AS same, isNaN(0.0 / 0.0) AS is, 0.0 / 0.0 < 1 AS less

// orders of operators
RETURN 1 + 2 * 3 - 4 / 2 AS a, NOT true OR true AS b, true XOR false AND false AS c, 1 < 2 = true AS d, - 3 + 5 AS e, 2 * -3 AS f, NOT 1 = 2 AND 3 = 3 AS g

// chains of comparisons
RETURN 1 < 2 < 3 AS a, 1 < 3 < 2 AS b, 1 = 1 = 1 AS c, 3 > 2 >= 2 > 1 AS d, 1 < null < 3 AS e, 1 < 2 <> 3 AS f

// texts joined with other things
RETURN 'a' + 1 AS a, 1 + 'a' AS b, 'a' + 1.0 AS c, 'a' + null AS e, 'a' || 'b' AS f, [1] + 2 AS g, 1 + [2] AS h, [1] + [null] AS i, [1] || [2] AS j

// texts of numbers
RETURN toString(1.0) AS a, toString(1e21) AS b, toString(123456789.0) AS c, toString(0.00001) AS d, toString(-0.0) AS e, toString(1.5e300) AS f, toString(100) AS g, toString(1234567.125) AS h

// numbers of texts
RETURN toInteger(' 12 ') AS a, toInteger('12.9') AS b, toInteger('-12.9') AS c, toInteger('1e3') AS d, toInteger('x') AS e, toFloat('1.5') AS f, toFloat('.5') AS g, toFloat(' 2 ') AS h, toFloat('1e-3') AS i, toInteger('') AS j, toFloat('') AS k, toInteger('0x1F') AS l

// truth of texts
RETURN toBoolean('TRUE') AS a, toBoolean(' false ') AS b, toBoolean('yes') AS c, toBoolean(1) AS d, toBoolean(0) AS e, toBooleanOrNull('x') AS f, toBooleanOrNull(1.5) AS g

// or null
RETURN toIntegerOrNull([1]) AS a, toFloatOrNull({a: 1}) AS b, toStringOrNull([1]) AS c, toStringOrNull(date('2020-01-01')) AS d, toIntegerList(['1', 2.7, null, 'x', true]) AS e, toStringList([1, 1.0, true, null]) AS f, toFloatList([1, '2.5', 'x']) AS g, toBooleanList(['true', 0, 'x']) AS h

// rounding
RETURN round(2.5) AS a, round(-2.5) AS b, round(-2.6) AS c, round(3.14159, 2) AS d, round(-1.55, 1) AS e, round(2.5, 0, 'HALF_EVEN') AS f, round(-2.5, 0, 'HALF_DOWN') AS g, round(2.01, 0, 'UP') AS h, round(-2.01, 0, 'CEILING') AS i, round(2.09, 1, 'FLOOR') AS j, round(5) AS k

// floor, ceil, sign, abs
RETURN floor(-1.5) AS a, ceil(-1.5) AS b, sign(-3) AS c, sign(0.0) AS d, abs(-3) AS e, abs(-3.5) AS f, sqrt(16) AS g, sqrt(-1) AS h, floor(2) AS i

// parts of texts
RETURN substring('hello', 1) AS a, substring('hello', 1, 2) AS b, substring('hello', 9) AS c, left('hello', 9) AS d, right('hello', 2) AS e, left('', 1) AS f, substring('hello', 0, 0) AS g

// split and replace
RETURN split('a,b,,c', ',') AS a, split('', ',') AS b, split('abc', '') AS c, split('a;b,c', [';', ',']) AS d, split(',', ',') AS e, replace('aaa', 'aa', 'b') AS f, replace('abc', '', 'x') AS g, replace('abc', 'b', '') AS h, split(null, ',') AS i, replace('a', null, 'b') AS j

// trims
RETURN trim('  a ') AS a, lTrim('  a ') AS b, rTrim('  a ') AS c, btrim('xxaxx', 'x') AS d, ltrim('xyxa', 'xy') AS e, rtrim('axyx', 'yx') AS f, trim(LEADING 'x' FROM 'xxa') AS g, trim(TRAILING 'x' FROM 'axx') AS h, trim(BOTH FROM ' a ') AS i, trim('\ta\n') AS j

// cases and lengths
RETURN toUpper('straße') AS a, toLower('ÄÖ') AS b, size('a😀b') AS c, char_length('é') AS d, reverse('a😀b') AS e, upper('x') AS f, lower('X') AS g, size('') AS h, size([]) AS i

// normal forms
RETURN normalize('é', NFD) = 'é' AS a, size(normalize('é', NFD)) AS b, normalize('ﬁ', NFKC) AS c, 'é' IS NORMALIZED AS d, 'é' IS NFD NORMALIZED AS e, 'é' IS NOT NFD NORMALIZED AS f, normalize(null) AS g

// regular expressions and null
RETURN 'abc' =~ 'a.c' AS a, 'abc' =~ 'b' AS b, 'ABC' =~ '(?i)abc' AS c, null =~ 'a' AS d, 'a' =~ null AS e, 'a\nb' =~ 'a.b' AS f, 'a\nb' =~ '(?s)a.b' AS g, '' =~ '' AS h

// beginnings and ends
RETURN 'abc' STARTS WITH '' AS a, 'abc' ENDS WITH 'bc' AS b, 'abc' CONTAINS 'd' AS c, 'abc' STARTS WITH null AS d, null CONTAINS null AS e, '' CONTAINS '' AS f

// slices
WITH [0, 1, 2, 3, 4] AS l RETURN l[1..3] AS a, l[..2] AS b, l[3..] AS c, l[-2..] AS d, l[..-1] AS e, l[3..1] AS f, l[-9..9] AS g, l[0] AS h, l[-1] AS i, l[9] AS j, l[null] AS k, l[1..null] AS l, l[-10] AS m

// heads and tails
RETURN head([]) AS a, last([]) AS b, tail([]) AS c, tail([1]) AS d, head([null, 1]) AS e, last([1, null]) AS f, reverse([1, 'a', null]) AS g, head(null) AS h, tail(null) AS i

// ranges
RETURN range(1, 5) AS a, range(5, 1) AS b, range(5, 1, -2) AS c, range(0, 10, 3) AS d, range(1, 1) AS e, size(range(-3, 3)) AS f

// lists and null
RETURN [1, null] = [1, null] AS a, [1, 2] = [1, null] AS b, [1] = [1, null] AS c, [2, null] = [1, null] AS d, [] = [] AS e, [1, 2] < [1, 3] AS f, [1] < [1, 2] AS g, [1, null] < [2] AS h, null IN [] AS i, null IN [null] AS j, [1] IN [[1], 2] AS k, 1 IN null AS l, [null] IN [[null]] AS m

// maps and null
RETURN {a: 1} = {a: 1} AS a, {a: null} = {a: null} AS b, {a: 1} = {b: 1} AS c, {a: 1}.b AS d, {a: {b: [1, 2]}}.a.b[1] AS e, {a: 1}['a'] AS f, size(keys({b: 1, a: null})) AS g, properties({a: 1}) AS h, {a: 1, b: 2} = {b: 2, a: 1.0} AS i, size(keys({})) AS j

// equal across kinds
RETURN 1 = 1.0 AS a, 1 = '1' AS b, true = 1 AS c, [1] = 1 AS d, {a: 1} = [1] AS e, 'a' <> 1 AS f, date('2020-01-01') = '2020-01-01' AS g, 1 < 'a' AS h, true < false AS i, 1 <= true AS j

// what is null of what
RETURN null + 1 AS a, null AND false AS b, null OR true AS c, NOT null AS d, null XOR true AS e, null = null AS f, null <> 1 AS g, null IS NULL AS h, [null][0] IS NULL AS i, size(null) AS j, toUpper(null) AS k, coalesce(null, null) AS l, coalesce(null, 2, 3) AS m, nullIf(1, 1) AS n, nullIf(1, 2) AS o, nullIf(null, 1) AS p

// empty or not
RETURN isEmpty('') AS a, isEmpty([]) AS b, isEmpty({}) AS c, isEmpty('a') AS d, isEmpty([null]) AS e, isEmpty(null) AS f

// quantifiers over nothing and null
RETURN all(x IN [] WHERE x) AS a, any(x IN [] WHERE x) AS b, none(x IN [] WHERE x) AS c, single(x IN [] WHERE x) AS d, all(x IN [true, null] WHERE x) AS e, any(x IN [false, null] WHERE x) AS f, none(x IN [false, null] WHERE x) AS g, single(x IN [true, null] WHERE x) AS h, any(x IN null WHERE x) AS i, all(x IN [false, null] WHERE x) AS j, single(x IN [true, true, null] WHERE x) AS k

// loops in loops
RETURN [x IN range(1, 3) | [y IN range(1, x) WHERE y <> 2 | x * y]] AS a, [x IN [1, 2, 3] WHERE x % 2 = 1] AS b, reduce(s = '', x IN ['a', null, 'b'] | coalesce(s + x, s)) AS c, reduce(m = 0, x IN [3, 1, 2] | CASE WHEN x > m THEN x ELSE m END) AS d, [x IN null | x] AS e, reduce(s = 1, x IN [] | s + x) AS f, reduce(s = 1, x IN null | s + x) AS g

// an outer name in a loop
WITH 10 AS x, [1, 2] AS l RETURN [x IN l | x + 1] AS a, x AS b, [y IN l | [x IN [y] | x]] AS c, reduce(x = 0, y IN l | x + y) AS d

// cases
UNWIND [1, 2, null, 'a', [1], 3.5] AS x RETURN x, CASE x WHEN 1 THEN 'one' WHEN null THEN 'null' WHEN 'a' THEN 'a' ELSE 'else' END AS a, CASE WHEN x IS NULL THEN 0 WHEN x = 1 THEN 1 END AS b, CASE x WHEN IS NULL THEN 'n' WHEN > 2 THEN 'big' ELSE 'o' END AS c

// types of values
UNWIND [1, 1.0, 'a', true, null, [1, 'a'], [], {a: 1}, date('2020-01-01'), duration('P1D'), localtime('10:00'), [null], [[1], [2.0]]] AS x RETURN valueType(x) AS t, x IS :: INTEGER AS a, x IS :: FLOAT NOT NULL AS b, x IS NOT :: STRING AS c, x IS :: LIST<INTEGER | STRING> AS d, x IS :: ANY NOT NULL AS e, x IS :: NULL AS f, x IS :: PROPERTY VALUE AS g

// sorted by kind
UNWIND [3, 'b', null, true, 1.5, [2], {a: 1}, date('2020-01-01'), 'a', false, [1, 2], [1], {a: 0}, duration('P1M'), 0.0 / 0.0, datetime('2020-01-01T00:00Z'), -1, localtime('10:00')] AS x WITH x ORDER BY x RETURN collect(x) AS up

// sorted the other way
UNWIND [3, 'b', null, true, 1.5, [2], {a: 1}, date('2020-01-01'), 'a', false, [1, 2], [], {b: 0}, 0.0 / 0.0] AS x WITH x ORDER BY x DESC RETURN collect(x) AS down

// least and most of mixed kinds
UNWIND [3, 'b', null, true, 1.5, [2], date('2020-01-01')] AS x RETURN min(x) AS a, max(x) AS b, count(x) AS c, count(*) AS d, count(DISTINCT x) AS e, size(collect(x)) AS f

// distinct values that are equal or not
UNWIND [1, 1.0, '1', null, null, [1], [1.0], {a: 1}, {a: 1.0}, true, 0.0, -0.0] AS x RETURN count(DISTINCT x) AS n, size(collect(DISTINCT x)) AS m

// sums of nothing
UNWIND [] AS x RETURN sum(x) AS a, avg(x) AS b, min(x) AS c, collect(x) AS d, count(x) AS e, stDev(x) AS f, percentileCont(x, 0.5) AS g

// sums of everything
UNWIND [1, 2.5, null, 4] AS x RETURN sum(x) AS a, avg(x) AS b, stDev(x) AS c, stDevP(x) AS d, percentileCont(x, 0.5) AS e, percentileDisc(x, 0.5) AS f, percentileDisc(x, 0) AS g, percentileCont(x, 1.0) AS h, sum(DISTINCT x) AS i, avg(DISTINCT x) AS j

// sums of durations
UNWIND [duration('P1D'), duration('PT12H'), null] AS d RETURN sum(d) AS a, avg(d) AS b, min(d) AS c, max(d) AS d

// unwinding nothing
UNWIND null AS x RETURN x

// unwinding lists of lists
UNWIND [[1, 2], [], [3], null] AS l UNWIND l AS x RETURN x

// unwinding what is no list
UNWIND 5 AS x UNWIND [x, 'a'] AS y RETURN x, y

// dates by parts
WITH date('2024-12-30') AS d RETURN d.year AS a, d.month AS b, d.day AS c, d.week AS e, d.weekYear AS f, d.dayOfWeek AS g, d.ordinalDay AS h, d.quarter AS i, d.dayOfQuarter AS j

// dates in other ways
RETURN date({year: 2024, week: 1}) AS a, date({year: 2024, ordinalDay: 60}) AS b, date({year: 2024, quarter: 3, dayOfQuarter: 45}) AS c, date('2024-W10-2') AS d, date('2024-060') AS e, date('20240229') AS f, date('2024-02') AS g, date('2024') AS h, date({date: date('2024-05-05'), day: 31}) AS i

// dates cut
WITH date('2024-05-17') AS d UNWIND ['millennium', 'century', 'decade', 'year', 'weekYear', 'quarter', 'month', 'week', 'day'] AS unit RETURN unit, date.truncate(unit, d) AS t, date.truncate(unit, d, {day: 2}) AS u

// times cut
WITH datetime('2024-05-17T13:45:56.123456789+02:00') AS d UNWIND ['day', 'hour', 'minute', 'second', 'millisecond', 'microsecond'] AS unit RETURN unit, datetime.truncate(unit, d) AS t, localtime.truncate(unit, d) AS u, time.truncate(unit, d, {nanosecond: 1}) AS v

// months added at their ends
UNWIND ['2024-01-31', '2023-01-31', '2024-02-29', '2024-12-31'] AS t WITH date(t) AS d RETURN d, d + duration('P1M') AS a, d - duration('P1M') AS b, d + duration('P1Y') AS c, d + duration('P1M1D') AS e, d + duration({months: 13, days: -1}) AS f

// durations between
UNWIND [['2024-01-31', '2024-02-29'], ['2024-02-29', '2025-02-28'], ['2024-03-31', '2024-02-29'], ['2020-01-01', '2024-05-17']] AS p WITH date(p[0]) AS a, date(p[1]) AS b RETURN duration.between(a, b) AS d, duration.inMonths(a, b) AS m, duration.inDays(a, b) AS n, duration.inSeconds(a, b) AS s, duration.inDays(b, a).days AS k

// durations between moments
WITH datetime('2024-03-30T12:00[Europe/Berlin]') AS a, datetime('2024-03-31T12:00[Europe/Berlin]') AS b RETURN duration.between(a, b) AS d, duration.inSeconds(a, b) AS s, a + duration('P1D') AS e, a + duration('PT24H') AS f, b.offset AS g, a.timezone AS h, a.epochSeconds AS i

// durations by parts
WITH duration('P1Y14M3DT25H61M61.5S') AS d RETURN d, d.years AS a, d.months AS b, d.monthsOfYear AS c, d.days AS e, d.hours AS f, d.minutes AS g, d.minutesOfHour AS h, d.seconds AS i, d.secondsOfMinute AS j, d.milliseconds AS k, d.nanosecondsOfSecond AS l, d.quarters AS m, d.weeks AS n, d.daysOfWeek AS o

// durations calculated
RETURN duration('P1M') * 2.5 AS a, duration('P1D') / 2 AS b, duration('P1M') + duration('P1D') AS c, duration('P1D') - duration('PT25H') AS d, duration('P1D') * -1 AS e, duration({days: 1.5}) AS f, duration({months: 0.5}) AS g, duration('PT1.000000001S') AS h, duration('-P1D') AS i, duration('P0.5Y') AS j, duration({weeks: 1, hours: -1}) AS k

// durations compared
RETURN duration('P1M') = duration('P30D') AS a, duration('P1D') = duration('PT24H') AS b, duration('P12M') = duration('P1Y') AS c, duration('P1D') < duration('P2D') AS d

// moments compared
RETURN date('2024-01-01') < date('2024-01-02') AS a, date('2024-01-01') < datetime('2024-01-02T00:00Z') AS b, datetime('2024-01-01T12:00+01:00') < datetime('2024-01-01T11:30Z') AS c, time('10:00+01:00') < time('09:30Z') AS d, localdatetime('2024-01-01T00:00') = localdatetime('2024-01-01') AS e

// moments from numbers
RETURN datetime({epochSeconds: 1700000000}) AS a, datetime({epochMillis: 1700000000123}) AS b, datetime.fromEpoch(1700000000, 5) AS c, datetime.fromEpochMillis(0) AS d, localdatetime({year: 2024, ordinalDay: 5, hour: 5}) AS e, time({hour: 5, timezone: '+02:00'}) AS f, datetime({year: 2024, month: 7, day: 1, hour: 1, timezone: 'America/New_York'}) AS g

// moments from moments
WITH datetime('2024-05-17T13:45:56+02:00') AS d RETURN date(d) AS a, time(d) AS b, localtime(d) AS c, localdatetime(d) AS e, datetime({datetime: d, timezone: 'Asia/Tokyo'}) AS f, datetime({date: date('2020-01-01'), time: time(d)}) AS g, date({date: d, month: 1}) AS h

// texts of moments
RETURN toString(date('2024-05-05')) AS a, toString(datetime('2024-05-05T10:00:00.5Z')) AS b, toString(localtime('10:00')) AS c, toString(time('10:00:00.000000001-03:30')) AS d, toString(duration('P1M2DT3.5S')) AS e, toString(datetime('2024-05-05T10:00[Europe/Paris]')) AS f

// numbers written in other ways
RETURN 0x1F AS a, 0o17 AS b, 1_000_000 AS c, 1e3 AS d, .5 AS e, 1.5E-3 AS f, -0x10 AS g, 9223372036854775807 AS h, -9223372036854775808 AS i

// texts written in other ways
RETURN 'it\'s' AS a, "say \"x\"" AS b, 'tab\tend' AS c, 'a\\b' AS d, 'line\nend' AS e, "it's" AS f

// by labels and no labels
MATCH (n) RETURN n:A AS a, n:A|B AS b, n:A&!B AS c, n:% AS d, count(*) AS n ORDER BY a, b, c, d

// properties by name and by key
MATCH (n) WITH n ORDER BY n.id UNWIND ['number', 'flag', 'nothing'] AS key RETURN n.id AS id, key, n[key] AS value, n[key] IS NULL AS gone, key IN keys(n) AS has ORDER BY id, key

// tags joined
MATCH (n) WHERE n.tags IS NOT NULL RETURN n.id AS id, reduce(s = '', t IN n.tags | s + t + ';') AS t, n.tags[0] AS a, n.tags[-1] AS b, size(n.tags) AS k, 'red' IN n.tags AS red, n.tags + 'x' AS more ORDER BY id

// tags in common
MATCH (a), (b) WHERE a.id < b.id AND size([t IN a.tags WHERE t IN b.tags]) = size(a.tags) AND size(a.tags) > 0 RETURN count(*) AS n

// mixed values compared
MATCH (n) WHERE n.mixed > 1 RETURN n.id AS id, n.mixed AS x ORDER BY id

// mixed values equal
MATCH (a), (b) WHERE a.mixed = b.mixed AND a.id < b.id RETURN a.id AS a, b.id AS b ORDER BY a, b

// mixed values sorted
MATCH (n) RETURN n.id AS id, n.mixed AS x ORDER BY x DESC, id

// mixed values grouped
MATCH (n) RETURN n.mixed AS x, count(*) AS n, min(n.id) AS first ORDER BY first

// mixed values summed where they are numbers
MATCH (n) WHERE n.mixed IS :: INTEGER NOT NULL | FLOAT NOT NULL RETURN sum(n.mixed) AS s, count(*) AS n

// hops of every length
MATCH (a)-[r*0..3]->(b) RETURN size(r) AS k, count(*) AS n ORDER BY k

// hops to itself
MATCH (a)-[*1..4]-(a) RETURN count(*) AS n, count(DISTINCT a) AS m

// loops alone
MATCH (a)-[r]-(a) RETURN a.id AS a, r.id AS r ORDER BY r

// parallel edges
MATCH (a)-[r]->(b)<-[s]-(a) RETURN count(*) AS n, count(DISTINCT [r, s]) AS m

// two patterns that share relationships or not
MATCH (a)-[r]->(b), (c)-[s]->(d) RETURN count(*) AS n

// two MATCHes that may share
MATCH (a)-[r]->(b) MATCH (c)-[s]->(d) RETURN count(*) AS n

// a triangle in any direction
MATCH (a)--(b)--(c)--(a) RETURN count(*) AS n

// a bound end twice
MATCH (a:A) MATCH (a)-->(b), (a)<--(b) RETURN count(*) AS n

// weights along the way
MATCH p = (a:A)-[:R|S*1..3]->(b:B) WHERE all(r IN relationships(p) WHERE r.weight > 0) RETURN reduce(s = 0, r IN relationships(p) | s + r.weight) AS w, count(*) AS n ORDER BY w

// weights that never fall
MATCH p = (a)-[rs:R*2..3]->(b) WHERE all(i IN range(1, size(rs) - 1) WHERE rs[i - 1].weight <= rs[i].weight) RETURN count(*) AS n

// repeated parts with conditions on both
MATCH ((a)-[r:R]->(b) WHERE a.number < b.number){1,3} RETURN size(r) AS k, count(*) AS n ORDER BY k

// repeated parts and what is between
MATCH (s:A)((x)-[r]->(y:!C)){1,2}(t) RETURN [n IN x | n.id] AS xs, [n IN y | n.id] AS ys, t.id AS t ORDER BY xs, ys, t

// repeated parts of two steps
MATCH (s)(()-[:R]->()-[:S]->()){1,2}(t) RETURN s.id AS s, t.id AS t, count(*) AS n ORDER BY s, t

// none or more
MATCH (s:A)-[:R]->*(t:B) RETURN count(*) AS n

// the nearest of each kind
MATCH p = ANY SHORTEST (a:A)-[]->+(b:C) WHERE a <> b RETURN a.id AS a, b.id AS b, length(p) AS n ORDER BY a, b

// two groups of lengths
MATCH p = SHORTEST 2 GROUPS (a:A {id: 'n1'})-[:R]->+(b) RETURN length(p) AS n, count(*) AS ways ORDER BY n

// shortest with a condition on its middle
MATCH (a:A), (c:C) WHERE a <> c MATCH p = shortestPath((a)-[*..4]-(c)) WHERE none(x IN nodes(p)[1..-1] WHERE x:B) RETURN a.id AS a, c.id AS c, length(p) AS n ORDER BY a, c

// shortest that is optional
MATCH (a:A), (c:C) WHERE a.id < c.id OPTIONAL MATCH p = shortestPath((a)-[:T*..3]->(c)) RETURN a.id AS a, c.id AS c, length(p) AS n ORDER BY a, c

// patterns counted in patterns
MATCH (a) WHERE size([(a)-[:R]->(b) WHERE b.number > a.number | b]) > 1 RETURN a.id AS a ORDER BY a

// comprehension with a path
MATCH (a:A) WITH a, [p = (a)-[:R*1..2]->() | length(p)] AS ls UNWIND ls AS l RETURN a.id AS a, l, count(*) AS n ORDER BY a, l

// comprehension over a comprehension
MATCH (a:A) RETURN a.id AS a, size([(a)-->(b) | [(b)-->(c) | c.id]]) AS n ORDER BY a

// EXISTS in CASE
MATCH (a) RETURN CASE WHEN EXISTS { (a)-[:T]->() } THEN 't' WHEN (a)-[:S]->() THEN 's' ELSE 'none' END AS k, count(*) AS n ORDER BY k

// patterns joined by logic
MATCH (a) WHERE (a)-[:R]->() AND NOT (a)<-[:R]-() OR (a)-[:T]-(:C) RETURN a.id AS a ORDER BY a

// a subquery that filters rows
MATCH (a:A) CALL (a) { MATCH (a)-[r:R]->(b) WHERE r.weight > 1 RETURN count(b) AS n } WITH a, n WHERE n > 0 RETURN a.id AS a, n ORDER BY a

// a subquery of the older form
MATCH (a:A) CALL { WITH a MATCH (a)-->(b) RETURN max(b.number) AS m } RETURN a.id AS a, m ORDER BY a

// a subquery of its own
CALL () { MATCH (n:A) RETURN count(n) AS a } CALL () { MATCH (n:B) RETURN count(n) AS b } RETURN a, b, a - b AS d

// subqueries in subqueries
MATCH (a:A) CALL (a) { MATCH (a)-->(b) CALL (b) { MATCH (b)-->(c) RETURN count(c) AS k } RETURN sum(k) AS s } RETURN a.id AS a, s ORDER BY a

// everything carried
MATCH (a:A)-[r:R]->(b) WITH *, a.number + b.number AS s WHERE s > 5 RETURN a.id AS a, b.id AS b, s ORDER BY a, b, r.id

// renamed and shadowed
MATCH (a:A) WITH a AS b, a.number AS a WITH b.id AS id, a AS n WHERE n IS NOT NULL RETURN id, n ORDER BY id

// limits inside
MATCH (a) WITH a ORDER BY a.id LIMIT 3 MATCH (a)-->(b) WITH a, b ORDER BY a.id, b.id SKIP 1 LIMIT 4 RETURN a.id AS a, b.id AS b

// limit of nothing
MATCH (a) RETURN a.id AS a ORDER BY a LIMIT 0

// aggregates of aggregates by WITH
MATCH (a)-[r]->() WITH a, count(r) AS n RETURN n, count(a) AS nodes ORDER BY n

// aggregates calculated with
MATCH (a) RETURN count(*) * 2 + 1 AS a, sum(a.number) / count(a.number) AS b, avg(a.number) - min(a.number) AS c, collect(a.number)[0] IS NULL AS d, count(a.number) > 3 AND true AS e

// keys calculated with
MATCH (a) WITH a.number % 2 AS odd, a.number AS x RETURN odd, sum(x) AS s, odd + 1 AS next ORDER BY odd

// aggregates in order
MATCH (a) RETURN a.flag AS flag, count(*) AS n ORDER BY count(*) DESC, flag

// UNION that drops doubles
MATCH (a:A) RETURN a.number AS x UNION MATCH (b:B) RETURN b.number AS x

// UNION of other orders of columns
RETURN 1 AS a, 2 AS b UNION ALL RETURN 3 AS b, 4 AS a

// dates of nodes
MATCH (n) WHERE n.day.year = 2021 AND n.day.month IN [1, 2, 3, 4, 5, 6] RETURN n.id AS id, n.day + duration({months: 1}) AS next, duration.inDays(date('2020-01-01'), n.day).days AS k ORDER BY id

// flags with three values
MATCH (n) RETURN n.flag AS f, NOT n.flag AS g, n.flag AND n.number > 3 AS a, n.flag OR n.number > 3 AS b, n.flag XOR n.number > 3 AS x, count(*) AS n ORDER BY f, a, b, x

// nodes in lists
MATCH (a:A) WITH collect(a) AS l MATCH (b:B) RETURN b IN l AS both, count(*) AS n ORDER BY both

// nodes compared in order
MATCH (a)-[r]->(b) WHERE a = b RETURN count(*) AS n

// map projections of everything
MATCH (a:A) RETURN a {.id, .number, big: a.number > 3, b: [(a)-->(x) | x {.id}][0] IS NULL} AS m ORDER BY a.id

// maps of all properties
MATCH (a:A) RETURN a {.*, id: 'x' + a.id, number: null} AS m ORDER BY m.id

// days named in the ways of one calendar
RETURN date('2024-5-1') AS a, date('2024-Q2-45') AS b, date('2024Q2') AS c, date('2024-W5') AS d, date({date: date('2024-05-31'), quarter: 1}) AS e, date({date: date('2024-05-31'), month: 2}) AS f, date({date: date('2024-02-29'), year: 2023}) AS g, localdatetime({datetime: localdatetime('2024-05-31T10:11:12'), quarter: 1}) AS h

// moments that start from a number
RETURN datetime({epochSeconds: 1, millisecond: 5}) AS a, datetime({epochMillis: 1001, nanosecond: 5}) AS b, datetime({epochSeconds: 1, year: 5}) AS c, datetime({epochSeconds: 1, timezone: 'Europe/Paris'}) AS d

// spread of nothing
UNWIND [null] AS x RETURN stDev(x) AS a, stDevP(x) AS b, count(x) AS c

// lists that can be properties
UNWIND [[1, 1.0], ['a', null], [], [[1]], [true, 'a'], [date('2020-01-01')], [date('2020-01-01'), localtime('10:00')], [null]] AS x RETURN x, x IS :: PROPERTY VALUE AS p

// nothing replaced
RETURN replace('abc', '', '-') AS a, replace('', '', '-') AS b, normalize('é', NFD) = 'é' AS c

// pairs once each, by comparing nodes
MATCH (a:A), (b:A) WHERE a < b RETURN count(*) AS n

// relationships and paths compared
MATCH (a)-[r]->(b)-[s]->(c) RETURN r < s AND s < r AS both, r = s AS same, r <= s OR s <= r AS either, count(*) AS n ORDER BY n

// maps compared
UNWIND [[{a: 1}, {a: 2}], [{a: 1}, {b: 2}], [{b: 1}, {a: 2}], [{a: 1, b: 2}, {a: 2}], [{a: null}, {a: 1}], [{a: 1}, {a: 1}], [{a: 'x'}, {a: 1}], [{}, {a: 1}]] AS p RETURN p, p[0] < p[1] AS a, p[0] <= p[1] AS b, p[0] > p[1] AS c, [p[0]] < [p[1]] AS d

// lengths of time compared
RETURN duration('P1D') < duration('P2D') AS a, duration('P1D') <= duration('P1D') AS b, duration('P1D') < duration('P1D') AS c, duration('P1D') >= duration('PT24H') AS d, [duration('P1D')] <= [duration('P1D')] AS e

// a star with one name of its own
MATCH (a:A) WITH a.id AS id, a.number AS n RETURN *, n + 1 AS n ORDER BY id

// nothing wanted
MATCH (a:A)-->(b) FINISH

// options that mean nothing
CYPHER 5 runtime=slotted MATCH (a:A) RETURN count(a) AS n
