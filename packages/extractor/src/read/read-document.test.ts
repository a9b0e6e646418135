import { describe, expect, it } from 'vitest';
import { AttestError } from '@attest/model';
import { dateIn } from './dates.ts';
import { readDocument } from './read-document.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, meta = {}) =>
  readDocument({ sourceId: 'a', file: 'a.txt', bytes: typeof text === 'string' ? utf8(text) : text, meta }).document;

describe('bad input', () => {
  it.each([
    ['nothing', new Uint8Array(), 'unreadable-document', /complete/u],
    ['a byte order mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), 'unreadable-document', /complete/u],
    ['a cut character', new Uint8Array([0x41, 0x42, 0xe2, 0x82]), 'unreadable-document', /cut off/u],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'unreadable-document', /iconv -f UTF-16/u],
    ['UTF-16, other order', new Uint8Array([0xfe, 0xff, 0x00, 0x41]), 'unreadable-document', /iconv -f UTF-16/u],
    ['Latin-1', new Uint8Array([0x4c, 0xf3, 0x70, 0x65, 0x7a, 0x20, 0x61]), 'unreadable-document', /WINDOWS-1252/u],
    ['a zero byte in text', utf8(`${'a '.repeat(9000)}\0`), 'unsupported-format', /plain text/u],
    ['a PDF', utf8('%PDF-1.7 ...'), 'unsupported-format', /pdftotext/u],
    ['a ZIP', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]), 'unsupported-format', /Unpack/u],
    [
      'a program',
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0xff, 0xfe, 0x80]),
      'unsupported-format',
      /plain/u,
    ],
    ['a GIF', new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0xf0]), 'unsupported-format', /plain/u],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'unsupported-format', /text recognition/u],
    ['twenty megabytes', new Uint8Array(20 * 1024 * 1024).fill(0x41), 'limit-exceeded', /Split/u],
  ])('%s: the error says what to do', (_name, bytes, code, hint) => {
    expect(() => read(bytes)).toThrow(AttestError);
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code, hint: expect.stringMatching(hint) }));
  });

  it('lets the bytes decide, not the name', () => {
    const bytes = utf8('The Senate urged Canada.');
    const { document } = readDocument({ sourceId: 'a', file: 'photo.png', bytes, meta: {} });
    expect(document).toMatchObject({ file: 'photo.png', text: 'The Senate urged Canada.' });
  });

  it('reads what is only untidy', () => {
    expect(read('\ufeffA bell \u0007 rang.\r\nIt stopped.').text).toHaveLength(28);
  });
});

describe('kind', () => {
  it.each([
    ['news', 'OSLO, March 4 (Reuters) -- Norway sold its shares.'],
    ['news', 'Storm hits coast\n\nBy Ann Lee\n\nThe storm came at noon.'],
    ['news', 'Storm hits coast\n\nThe mayor said it was over. "We lost our house," a woman told the paper.'],
    ['press release', 'FOR IMMEDIATE RELEASE\n\nFRANKFORT, Ky. (May 2, 2023) – The state sued.'],
    ['press release', 'SALEM, Ore. – Attorney General Ann Lee today sued a maker of pumps.'],
    ['press release', 'May 5, 2022 (SAINT PAUL) — Attorney General Lee today filed a lawsuit.'],
    ['press release', 'PRESS RELEASES\n\nWASHINGTON – Today, the ministry sanctioned five of them.'],
    ['press release', 'Ministry Sanctions Dumpers\n\nThe ministry sanctioned five of them.\n\n###'],
    ['news', 'SALEM, Ore. (AP) – Attorney General Ann Lee today sued a maker of pumps.'],
    ['news', 'SALEM, Ore. – Attorney General Ann Lee on Monday sued a maker of pumps.'],
    ['letter', 'May 2, 2020\n\nDear Mr. Ek:\n\nThank you for the books.\n\nSincerely,\n\nAnn Lee'],
    ['statute', '118th CONGRESS\n1st Session\nH. R. 12\n\nA BILL\n\nTo name a bridge.'],
    ['order', 'Flags at Half-Staff\n\nBy the authority vested in me as President, it is done.'],
    [
      'judgment',
      'UNITED STATES DISTRICT COURT\nEASTERN DISTRICT OF TEXAS\n\nRoe v. Poe\n\nORDER\n\nThe motion is denied. IT IS SO ORDERED.',
    ],
    ['speech', 'Remarks by the Prime Minister\n\nThank you all for coming here today.'],
    ['statement', 'Storm in the North\n\nAnn Lee, Minister of Health\n\nWe thank all who helped us.'],
    ['report', 'Annual Report on Rivers\n\nRivers rose in all of the valleys.'],
    ['other', 'We think that the storm was our fault. It said nothing to us, he said.'],
  ])('%s', (kind, text) => expect(read(text).kind).toBe(kind));

  it('a story about a court or a letter is none', () => {
    expect(read('PARIS (AP) — The Supreme Court ruled on Monday. It is so ordered, the judges wrote.').kind).toBe(
      'news',
    );
    expect(read('BERLIN (AP) — "Dear Anna," the letter began. It was sold on Monday.').kind).toBe('news');
  });

  it('what is given holds, and an unknown kind is read from the form', () => {
    expect(read('PARIS (AP) — The court ruled.', { kind: 'report' }).kind).toBe('report');
    expect(read('PARIS (AP) — The court ruled.', { kind: 'poem' }).kind).toBe('news');
  });
});

describe('origin', () => {
  it.each([
    [
      'a letter',
      'Town of Salem\n\nMay 2, 2020\n\nDear Mr. Ek:\n\nThank you for it.\n\nSincerely,\n\nANN B. LEE\nMayor',
      'Ann B. Lee',
      'Town of Salem',
      '2020-05-02',
    ],
    [
      'a notice',
      'Flags\n\nI order the flags down for a week from today.\n\nJOHN ROE JR.\n\nTHE TOWN HALL,\n\nJune 1, 2021.',
      'John Roe Jr.',
      null,
      '2021-06-01',
    ],
    [
      'a statement',
      'Storm\n\n2022-02-03\n\nAnn Lee, Minister of Health\n\nWe thank all who helped us.',
      'Ann Lee',
      null,
      '2022-02-03',
    ],
    ['a wire story', 'OSLO, March 4, 2019 (AP) -- Norway sold its shares.', null, 'Associated Press', '2019-03-04'],
    ['a story', 'Storm hits coast\n\nBy Ann Lee\n\nThe storm came on May 4, 2019, at noon.', 'Ann Lee', null, null],
    [
      'a page of a newspaper',
      'Storm hits coast\n\nBy ANN LEE and Bo Ek | River News\n\nPosted: Mar 4, 2019 / 04:01 PM MDT\n\nThe storm came at noon.',
      'Ann Lee',
      null,
      '2019-03-04',
    ],
    [
      'an e-mail',
      'From: Ann Lee <ann@example.org>\nTo: Bo Ek <bo@example.org>\nDate: Tue, 4 May 2021 10:00:00 +0200\nSubject: Dams\n\nHi Bo,\n\nWe closed the dam on Monday.\n\nBest regards,\nAnn Lee',
      'Ann Lee',
      null,
      '2021-05-04',
    ],
  ])('of %s', (_name, text, author, publisher, day) => {
    const document = read(text);
    expect([document.author, document.publisher, document.published?.from ?? null]).toEqual([author, publisher, day]);
  });
});

describe('title', () => {
  it.each([
    [
      'Department of Rivers\n\nMarch 4, 2021\n\nRuritanian Charged With Dumping\n\nA jury charged him today with it.',
      'Ruritanian Charged With Dumping',
      'Department of Rivers',
    ],
    [
      'Department of Rivers Offers Reward\n\nIt offered it today to all who know him.',
      'Department of Rivers Offers Reward',
      null,
    ],
    [
      'PRESS RELEASES\nMinistry Sanctions Dumpers\n\nToday, the ministry sanctioned five of them.',
      'Ministry Sanctions Dumpers',
      null,
    ],
    [
      '---\ntitle: "They Took It"\nauthor: River Watch\ndate: 2021-03-04\n---\n\nThe dam broke. Nobody came.',
      'They Took It',
      null,
    ],
    ['It rained all day. Nobody came.', 'a.txt', null],
  ])('%j', (text, title, publisher) => expect(read(text)).toMatchObject({ title, publisher }));

  it('markdown says who wrote it and when; what YAML cannot read is text', () => {
    expect(read('---\nauthor: River Watch\ndate: 2021-03-04\n---\nThe dam broke.')).toMatchObject({
      author: 'River Watch',
      published: { from: '2021-03-04' },
    });
    expect(read('---\nauthor: [\n---\nThe dam broke.').author).toBe(null);
    expect(read('---\n\nThe dam broke.\n\n---\n\nIt rained.').author).toBe(null);
  });
});

describe('dateIn', () => {
  it.each([
    ['Feb. 8, 2023', '2023-02-08'],
    ['on the 3rd of June 2021', '2021-06-03'],
    ['2020-02-29 and 2021-01-01', '2020-02-29'],
    ['Feb. 29, 2023', null],
    ['3/4/2023', null],
    ['March 4', null],
    ['12024-01-01', null],
  ])('%s', (text, date) => expect(dateIn(text)).toBe(date));
});

describe('an HTML page', () => {
  it('is read without its markup, by its name or its beginning', () => {
    const html =
      '<!doctype html><html><head><title>Dams | River Times</title><meta property="og:site_name" content="River Times"><meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body><h1>Dams break</h1><p>The dam broke, the mayor said.</p></body></html>';
    const { document, layout } = readDocument({ sourceId: 'a', file: 'a.txt', bytes: utf8(html), meta: {} });
    expect(document).toMatchObject({
      title: 'Dams break',
      publisher: 'River Times',
      published: { from: '2021-03-04' },
      text: html,
    });
    expect(layout.segments.map(({ start, end }) => layout.reading.text.slice(start, end))).toEqual([
      'Dams break',
      'The dam broke, the mayor said.',
    ]);
    expect(document.zones.map(({ start, end }) => html.slice(start, end))).toEqual([
      'Dams break',
      'The dam broke, the mayor said.',
    ]);
    const page = readDocument({ sourceId: 'a', file: 'a.htm', bytes: utf8('<p>The <b>dam</b> broke.</p>'), meta: {} });
    expect(page.layout.reading.text).toBe('The dam broke.');
  });
});
