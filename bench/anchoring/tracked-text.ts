/** A page's text in which every UTF-16 unit keeps a number, so that after any edit it is known where each has gone. */
export interface TrackedText {
  /** In document order, as they stand now. */
  nodes(): Text[];
  /** The numbers of a node's units; -1 for those that were not there at first. */
  numbersIn(node: Text): readonly number[];
  /** The only way in which the page's words may be changed. */
  replace(node: Text, from: number, to: number, words: string): void;
  /** One node for each stretch of text, none of them empty: as a page is that has just been loaded. */
  normalize(): void;
  /** The stretches of text that hold the numbers `[first, end)`, in document order. */
  placesOf(first: number, end: number): { node: Text; from: number; to: number }[];
}

const UNSEEN = 'script, style, noscript, template, textarea, iframe, svg, select, head';

export function trackText(root: Element): TrackedText {
  const numbers = new Map<Text, number[]>();
  const nodes = (): Text[] => {
    const found: Text[] = [];
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (!node.parentElement?.closest(UNSEEN)) found.push(node);
    }
    return found;
  };
  const numbersIn = (node: Text): number[] => {
    const known = numbers.get(node) ?? Array.from({ length: node.length }, () => -1);
    numbers.set(node, known);
    return known;
  };
  let next = 0;
  for (const node of nodes())
    numbers.set(
      node,
      Array.from({ length: node.length }, () => next++),
    );
  return {
    nodes,
    numbersIn,
    replace(node, start, end, wording) {
      // Units that both wordings begin or end with stay what they are: a word with a slip is still that word.
      const old = node.data.slice(start, end);
      const most = Math.min(old.length, wording.length);
      let head = 0;
      while (head < most && old[head] === wording[head]) head++;
      let tail = 0;
      while (tail < most - head && old.at(-1 - tail) === wording.at(-1 - tail)) tail++;
      const [from, to, words] = [start + head, end - tail, wording.slice(head, wording.length - tail)];
      numbersIn(node).splice(from, to - from, ...Array.from({ length: words.length }, () => -1));
      node.replaceData(from, to - from, words);
    },
    normalize() {
      for (const node of nodes()) {
        for (let next = node.nextSibling; next?.nodeType === Node.TEXT_NODE; next = node.nextSibling) {
          const joined = numbersIn(node).concat(numbersIn(next as Text));
          node.appendData((next as Text).data);
          numbers.set(node, joined);
          next.remove();
        }
        if (node.length === 0) node.remove();
      }
    },
    placesOf(first, end) {
      return nodes().flatMap((node) => {
        const own = numbersIn(node);
        const from = own.findIndex((number) => number >= first && number < end);
        const to = own.findLastIndex((number) => number >= first && number < end) + 1;
        return from < 0 ? [] : [{ node, from, to }];
      });
    },
  };
}
