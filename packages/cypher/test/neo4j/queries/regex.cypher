// What regular expressions mean: groups, flags, line ends, classes, properties

// groups repeated
UNWIND ['(a|b)*c', '(ab)+', '(?:a|bc){2,3}', '(a*)*b', '(a|ab)(c|bcd)', '(?<x>a+)b?', 'a|', '(|a)+', 'a{2}', 'a{2,}'] AS p UNWIND ['', 'a', 'aa', 'aaa', 'ab', 'abab', 'abc', 'abcd', 'bca', 'aab', 'c', 'ababc'] AS t RETURN p, t, t =~ p AS fits

// lazy and possessive
UNWIND ['a*?b', 'a+?', 'a??b', 'a*+b', 'a*+a', 'a{1,2}+a', '[ab]?+b', 'a++b', '.*+b', '(a{1,2}?)a'] AS p UNWIND ['', 'a', 'b', 'aa', 'aaa', 'ab', 'aab', 'bb'] AS t RETURN p, t, t =~ p AS fits

// flags
UNWIND ['(?i)abc', '(?i)äb', '(?iu)ÄB', 'a(?i)b|c', '(?i:a)b', '(?i)a(?-i)b', '(?i)[a-c]+', '(?i)[^a]b', '(?iu)[à-ï]b', '(?i)\\p{Lu}B', '(?i)\\p{Upper}b', '(?i)\\p{Lower}b', '(?i)K', '(?iu)k', '(?iu)ß', '(?iu)ſ', '(?iu)i'] AS p UNWIND ['abc', 'ABC', 'aB', 'AB', 'Ab', 'äb', 'Äb', 'ÄB', 'C', 'xB', 'K', 'k', 'K', 'ẞ', 'ß', 's', 'S', 'ſ', 'I', 'İ', 'ı'] AS t RETURN p, t, t =~ p AS fits

// line ends
UNWIND ['a.b', '(?s)a.b', 'a$.', 'a$\\n', 'a$\\s*', 'a\\Z\\s*', 'a\\z\\s*', '(?m)^a$\\s+^b$', '^a$\\s+^b$', '(?m)a$\\s*^', '(?m)^', '^$', '(?m)^$', '^\\s*', '(?m)\\s*^\\s*b', 'a\\Rb', 'a\\R+', 'a\\r$\\n', 'a\\r\\Z\\n'] AS p UNWIND ['', 'a', 'a\n', 'a\r\n', 'a\r', 'a\n\n', 'a\nb', 'a\r\nb', 'a\rb', '\n', '\nb'] AS t RETURN p, t, t =~ p AS fits

// classes
UNWIND ['[a-c]+', '[^a-c]+', '[a-z&&[^aeiou]]+', '[a-z&&b-d]', '[^a-z&&b-d]', '[a[x-z]]+', '[]a]+', '[a-]+', '[-a]+', '[a^]+', '[a&b]+', '[\\d-]+', '[\\w&&[^\\d]]+', '[.*+]+', '[\\[\\]]+', '[^]a]', '[a-z&&[def]x]', '\\Q[a]\\E', '\\Qa.b', '[\\Q^-]\\E]+'] AS p UNWIND ['a', 'b', 'x', 'e', ']', ']a', '-', 'a-', '^', '&', '1-2', '.*', '[]', '[a]', 'a.b', 'axb', 'ab', 'AB', '^-]'] AS t RETURN p, t, t =~ p AS fits

// shorthands and properties
UNWIND ['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\h', '\\v', '(?U)\\w', '(?U)\\d', '(?U)\\s', '\\p{L}', '\\pN', '\\P{L}', '\\p{Lu}', '\\p{IsLatin}', '\\p{IsGreek}', '\\p{script=Greek}', '\\p{IsAlphabetic}', '\\p{Alpha}', '\\p{Punct}', '(?U)\\p{Punct}', '\\p{Alnum}', '\\p{Space}', '\\p{javaLowerCase}', '\\p{gc=Nd}', '\\p{IsDigit}', '\\p{IsUppercase}', '.', '[^x]', '\\p{IsPunctuation}', '\\p{Graph}', '\\p{LC}', '\\p{ASCII}'] AS p UNWIND ['a', 'Z', 'é', 'É', 'α', 'Ω', '5', '٣', '_', ' ', '\t', '\n', '\u00a0', '\u2028', '-', '€', '“', '😀', '中', 'ǅ'] AS t RETURN p, t, t =~ p AS fits

// edges of words
UNWIND ['\\bfoo\\b', '.*\\bfoo\\b.*', '.*\\Bo.*', '\\b', '\\B', '.*\\bé.*', '\\bé.*', '.\\b.', '.\\B.'] AS p UNWIND ['', 'foo', 'a foo b', 'foobar', 'é', 'éa', 'a é', 'x_', 'x-', '1a', '--', 'e\u0301x'] AS t RETURN p, t, t =~ p AS fits

// escapes
UNWIND ['\\x41', '\\u0041', '\\x{1F600}', '\\t', '\\0101', '\\061', '\\.', '\\-', '\\@', '\\cA', '\\e', '\\/', '\\"', '\\_', '\\ ', '}', ']', '\\{1\\}'] AS p UNWIND ['A', '1', '😀', '\t', '.', '-', '@', '/', '"', '_', ' ', '}', ']', '{1}'] AS t RETURN p, t, t =~ p AS fits

// nulls
UNWIND ['a', null] AS p UNWIND ['a', null] AS t RETURN t =~ p AS fits
