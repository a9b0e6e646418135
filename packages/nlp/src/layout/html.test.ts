import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHtml, layOutHtml } from './html.ts';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html><head>${head}</head><body>${body}</body></html>`;
function read(source: string): string[] {
  const { layout } = layOutHtml(source);
  return layout.segments.map(({ start, end, kind }) => `${kind}: ${layout.reading.text.slice(start, end)}`);
}

describe('a page', () => {
  it.each([
    ['<p>One.</p><p>Two.</p>', ['body: One.', 'body: Two.']],
    ['<p>One.<p>Two.', ['body: One.', 'body: Two.']],
    ['<p>The <b>prime</b>\n   <i>minister</i> left.</p>', ['body: The prime minister left.']],
    ['<h1>Storm hits coast</h1><p>It rained.</p>', ['headline: Storm hits coast', 'body: It rained.']],
    ['<p>We saw:</p><ul><li>Rain, <li>snow.</ul>', ['body: We saw:', 'list: Rain,', 'list: snow.']],
    ['<blockquote><p>So be it then.</p></blockquote>', ['quotation: So be it then.']],
    ['<p>A &amp; B &#8212; 5 &lt; 6&nbsp;km, &bogus; too.</p>', ['body: A & B — 5 < 6 km, &bogus; too.']],
    ['<p>OSLO (AP) &mdash; It rained.</p>', ['dateline: OSLO (AP) —', 'body: It rained.']],
    ['<p>It rained.<br>It snowed.</p>', ['body: It rained.', 'body: It snowed.']],
    ['<p title="a > b">It rained.</p>', ['body: It rained.']],
    ['<p>Rents rose.<sup><a href="#n">1</a></sup> Then fell.</p>', ['body: Rents rose. Then fell.']],
    [
      '<div><a href="/a">File a Complaint</a> <a href="/b">Contact Us</a></div><p>It rained, <a href="/c">said Roe</a>.</p>',
      ['body: It rained, said Roe.'],
    ],
    ['<p><a href="/c">It rained in Oslo.</a></p>', ['body: It rained in Oslo.']],
    ['<p style="display:none">No.</p><p>It rained.</p>', ['body: It rained.']],
    ['<p>On the 4<sup>th</sup> it rained.</p>', ['body: On the 4th it rained.']],
  ])('%s', (body, expected) => expect(read(page(body))).toEqual(expected));

  it('leaves out what is no text, but keeps its zones', () => {
    const source = page(
      '<nav>Home</nav><script>let a = "<p>no</p>";</script><main><p>It rained.</p><div class="share social">Tell all</div><!-- <p>no</p> --></main><footer>Imprint</footer>',
    );
    expect(read(source)).toEqual(['body: It rained.']);
    expect(
      layOutHtml(source).layout.zones.map(({ start, end, kind }) => `${kind}: ${source.slice(start, end)}`),
    ).toEqual(['boilerplate: Home', 'body: It rained.', 'boilerplate: Tell all', 'boilerplate: Imprint']);
  });

  it('says of itself what its head says', () => {
    const head =
      '<title>Storm &amp; rain | River Times</title><meta property="og:site_name" content="River Times"><meta name="author" content="Ann Lee"><meta property="article:published_time" content="2021-03-04T10:00:00Z">';
    expect(layOutHtml(page('<p>It rained.</p>', head)).facts).toEqual({
      title: 'Storm & rain | River Times',
      author: 'Ann Lee',
      publisher: 'River Times',
      published: '2021-03-04T10:00:00Z',
    });
  });

  it('is told from text with markup', () => {
    expect(isHtml('\ufeff\n<!doctype html><p>x')).toBe(true);
    expect(isHtml('<html lang="en">')).toBe(true);
    expect(isHtml('<script>alert(1)</script> It rained.')).toBe(false);
    expect(isHtml('The tag <html> begins a page.')).toBe(false);
  });
});

describe('any page', () => {
  it('gives words that stand in the source where the map says', () => {
    const piece = fc.constantFrom(
      'word ',
      'López',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<li>',
      '&amp;',
      '<sup>3</sup>',
      '<!-- x -->',
      '<div class="ad">',
      '</div>',
      '\n',
      '<',
      '<a href="',
      '">',
      '\ud800',
      '<script>',
      '</script>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const source = page(pieces.join(''));
        const { layout } = layOutHtml(source);
        for (const match of layout.reading.text.matchAll(/word|López/gu)) {
          const { start, end } = layout.reading.sourceSpan(match.index, match.index + match[0].length);
          expect(source.slice(start, end)).toBe(match[0]);
        }
        let at = 0;
        for (const zone of layout.zones) {
          expect(zone.start).toBeGreaterThanOrEqual(at);
          at = zone.end;
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it.each([
    ['open tags', '<div>'.repeat(50_000)],
    ['cut tags', '<a href="'.repeat(50_000)],
    ['brackets', '<'.repeat(200_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['references', '&amp;'.repeat(50_000)],
    ['blanks', `word${' '.repeat(200_000)}word`],
    ['paragraphs', '<p>It rained.'.repeat(10_000)],
  ])('of %s is read to its end', (_name, body) => {
    expect(layOutHtml(page(`<p>First.</p>${body}`)).layout.reading.text.startsWith('First.')).toBe(true);
  });
});
