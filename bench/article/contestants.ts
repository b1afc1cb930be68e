import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { readArticle } from '#page/article.ts';

/** Runs in the page. Reads the article's running text; `ms` is the reading alone. */
export interface Reading {
  readonly text: string;
  readonly ms: number;
}

const BLOCK =
  'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li ol p pre section table td tr ul'
    .split(' ')
    .join(',');

/** Text with a line end around each block, so that nobody's words grow together. */
function textOf(root: Element): string {
  let text = '';
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) text += node.matches(BLOCK) || node.localName === 'br' ? '\n' : '';
    else if (!node.parentElement?.closest('script, style')) text += node.nodeValue ?? '';
    if (node.nextSibling === null && node.parentElement?.matches(BLOCK)) text += '\n';
  }
  return text;
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
}

const parsed = (html: string): string => textOf(new DOMParser().parseFromString(html, 'text/html').body);

const contestants = {
  /** With metadata, roles and the way back to the page; scored are paragraphs, headings and lists. */
  ours(): Reading {
    const { result, ms } = timed(() => readArticle(document));
    const body = result?.blocks.filter(
      ({ role }) => role === 'body' || role === 'list' || role === 'heading',
    );
    return { text: body?.map(({ start, end }) => result?.text.slice(start, end)).join('\n') ?? '', ms };
  },
  /** It takes apart what it reads, so its copy of the page belongs to its time. */
  readability(): Reading {
    const { result, ms } = timed(() => new Readability(document.cloneNode(true) as Document).parse());
    return { text: parsed(result?.content ?? ''), ms };
  },
  defuddle(): Reading {
    const { result, ms } = timed(() => new Defuddle(document, { url: document.location.href }).parse());
    return { text: parsed(result.content), ms };
  },
};

export type Contestant = keyof typeof contestants;

Object.assign(globalThis, { onRecordContestants: contestants });
