// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { finish } from '#core/steps.ts';
import { buildTextMap, textMapInSteps } from '#page/text-map.ts';
import { withBody } from './fixture.ts';

describe('text as a reader sees it', () => {
  test.each([
    ['spaces collapse', '<p>  One \n\t two&nbsp; three </p>', 'One two three'],
    [
      'blocks are parted',
      '<p>One</p><div>Two<ul><li>Three</li></ul></div>four',
      'One\n\nTwo\n\nThree\n\nfour',
    ],
    ['inline elements are not', '<p>O<em>n</em>e <b> two</b>, three</p>', 'One two, three'],
    ['line breaks', '<p>One<br>two<br><br>three<br></p><p>four</p>', 'One\ntwo\n\nthree\n\nfour'],
    [
      'code is no text',
      '<p>One</p><script>two</script><style>three</style><noscript>four</noscript><template><p>five</p></template><textarea>six</textarea><svg><text>seven</text></svg><p>eight</p>',
      'One\n\neight',
    ],
    [
      'hidden elements',
      '<p>One</p><p hidden>two</p><p>three<span class="visually-hidden">four</span></p>',
      'One\n\nthree',
    ],
    [
      'a node of so many words as no pattern can hold open',
      `<p>${'a '.repeat(5_000_000)}</p>`,
      'a '.repeat(5_000_000).trim(),
    ],
    ['nothing', '', ''],
    ['only spaces', '<p> \n </p><div></div>', ''],
    ['lone surrogates', '<p>a\ud800b</p>', 'a\ud800b'],
  ])('%s', (_, html, text) => expect(buildTextMap(withBody(html)).text).toBe(text));

  test('roots are blocks of their own', () => {
    const body = withBody('<div><b>One</b><i>two</i></div>');
    expect(buildTextMap([...body.querySelectorAll('b, i')]).text).toBe('One\n\ntwo');
  });

  test('open shadow roots, with what is slotted into them', () => {
    const body = withBody('<p>One</p><x-box><p>two</p></x-box><p>four</p>');
    const root = body.querySelector('x-box')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>before</p><slot></slot>';
    expect(buildTextMap(body).text).toBe('One\n\nbefore\n\ntwo\n\nfour');
  });

  test('very deep nesting', () => {
    const body = withBody('');
    let at: Element = body;
    for (let i = 0; i < 500; i++) at = at.appendChild(document.createElement('span'));
    at.textContent = 'deep';
    expect(buildTextMap(body).text).toBe('deep');
  });
});

describe('places and back', () => {
  const HTML =
    '<h1>A  title</h1><p>One <a href="#">two</a>, three\n   four.</p><script>§</script><p>Five<br>six</p>';

  test('every span of words goes to the page and back', () => {
    const map = buildTextMap(withBody(HTML));
    expect(map.text).toBe('A title\n\nOne two, three four.\n\nFive\nsix');
    for (let start = 0; start < map.text.length; start++) {
      for (let end = start + 1; end <= map.text.length; end++) {
        const words = map.text.slice(start, end);
        if (words.trim() !== words) continue;
        const range = map.rangeOf({ start, end });
        expect(range?.toString().replace(/[\s§]/g, '')).toBe(words.replace(/\s/g, ''));
        expect(range && map.spanOf(range)).toEqual({ start, end });
      }
    }
  });

  test('ranges between elements', () => {
    const body = withBody(HTML);
    const map = buildTextMap(body);
    const range = document.createRange();
    range.selectNodeContents(body);
    expect(map.spanOf(range)).toEqual({ start: 0, end: map.text.length });
    range.selectNode(body.children[1] ?? body);
    expect(map.text.slice(map.spanOf(range)?.start, map.spanOf(range)?.end)).toBe('One two, three four.');
    range.selectNode(body.children[2] ?? body);
    expect(map.spanOf(range)).toBeNull();
  });

  test('places', () => {
    const body = withBody(HTML);
    const map = buildTextMap(body);
    const link = body.querySelector('a')?.firstChild ?? body;
    expect(map.spanAt(link, 1)).toBe(map.text.indexOf('two') + 1);
    expect(map.spanAt(body.querySelector('script')?.firstChild ?? body, 0)).toBeNull();
    expect(map.spanAt(body, 1)).toBe(map.text.indexOf('One'));
  });

  test('outside of the mapped roots there is no span', () => {
    const body = withBody('<nav>menu</nav><p>story</p><footer>end</footer>');
    const map = buildTextMap(body.querySelector('p') ?? body);
    const range = document.createRange();
    range.selectNodeContents(body.querySelector('nav') ?? body);
    expect(map.spanOf(range)).toBeNull();
    range.selectNodeContents(body.querySelector('footer') ?? body);
    expect(map.spanOf(range)).toBeNull();
    range.selectNodeContents(body);
    expect(map.spanOf(range)).toEqual({ start: 0, end: 5 });
  });

  test('a mark never lies: no range once the text has changed', () => {
    const body = withBody('<p>One two</p><p>three</p>');
    const map = buildTextMap(body);
    const first = body.querySelector('p')?.firstChild as Text;
    first.data = 'Two one';
    expect(map.rangeOf({ start: 0, end: 3 })).toBeNull();
    body.lastElementChild?.remove();
    expect(map.rangeOf({ start: 9, end: 14 })).toBeNull();
  });

  test('a mark never lies: no range once a word between its two ends has changed', () => {
    const body = withBody('<p>We will <b>not</b> wait</p>');
    const map = buildTextMap(body);
    const middle = body.querySelector('b')?.firstChild as Text;
    middle.data = 'now';
    expect(map.rangeOf({ start: 0, end: 16 })).toBeNull();
    expect(map.rangeOf({ start: 0, end: 7 })?.toString()).toBe('We will');
    middle.data = 'not';
    expect(map.rangeOf({ start: 0, end: 16 })?.toString()).toBe('We will not wait');
  });

  test.each([
    [{ start: 3, end: 3 }],
    [{ start: 7, end: 9 }],
    [{ start: 900, end: 999 }],
    [{ start: 5, end: 2 }],
  ])('no place for %j', (span) => expect(buildTextMap(withBody(HTML)).rangeOf(span)).toBeNull());
});

test('a text node that holds everything costs no more than many small ones', () => {
  const timeOf = (count: number): number => {
    const map = buildTextMap(withBody(`<p>${'Some words  stand here. '.repeat(count)}</p>`));
    return cpuMs(() => {
      for (let i = 0; i < count; i++) {
        const range = map.rangeOf({ start: i * 23, end: i * 23 + 10 });
        if (range) map.spanOf(range);
      }
    });
  };
  timeOf(500);
  const rounds = Array.from({ length: 5 }, () => ({ small: timeOf(1_000), large: timeOf(8_000) }));
  const least = (size: 'small' | 'large'): number => Math.min(...rounds.map((round) => round[size]));
  // Linear is 8; with the square of the length it was 64.
  expect(least('large') / least('small')).toBeLessThan(32);
});

describe('a map that is put down between steps', () => {
  const PARAGRAPHS = Array.from({ length: 900 }, (_, i) => `<p>Paragraph ${i}.</p>`).join('');

  test('is the map that is made at once', () => {
    const body = withBody(PARAGRAPHS);
    const steps = textMapInSteps(body);
    let count = 0;
    for (let step = steps.next(); ; step = steps.next()) {
      if (!step.done) count++;
      else {
        expect(step.value.text).toBe(buildTextMap(body).text);
        break;
      }
    }
    expect(count).toBeGreaterThan(5);
  });

  test('has no place for what goes meanwhile', () => {
    const body = withBody(PARAGRAPHS);
    const steps = textMapInSteps(body);
    steps.next();
    const gone = [...body.children].at(0);
    gone?.remove();
    body.lastElementChild?.remove();
    const map = finish(steps);
    expect(map.rangeOf({ start: 0, end: 9 })).toBeNull();
    const at = map.text.indexOf('Paragraph 500.');
    expect(map.rangeOf({ start: at, end: at + 14 })?.toString()).toBe('Paragraph 500.');
  });
});
