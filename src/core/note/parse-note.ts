import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { noteAddress, splitAtAddresses } from './note-address.ts';
import { isBeyondParsing } from './note-limits.ts';

/** A piece of a note as it is shown. There is no way to write HTML or to load anything in it. */
export type NoteNode = NoteText | NoteHolder | { readonly type: 'break' | 'rule' };

interface NoteText {
  readonly type: 'text' | 'code' | 'code-block';
  readonly text: string;
}

type NoteHolder =
  | { readonly type: 'paragraph' | 'emphasis' | 'strong' | 'quote' | 'item'; readonly children: NoteNodes }
  | { readonly type: 'heading'; readonly level: number; readonly children: NoteNodes }
  /** `start` is the first number of a numbered list, null for bullets. */
  | { readonly type: 'list'; readonly start: number | null; readonly children: NoteNodes }
  /** `address` is http, https or mailto. */
  | { readonly type: 'link'; readonly address: string; readonly children: NoteNodes };
export type NoteNodes = readonly NoteNode[];

/** Deeper than this, what a quote or list holds is shown as text. */
const deepest = 24;

/** Addresses of `[label]: address`, by label. */
type Definitions = ReadonlyMap<string, string>;

/**
 * A note, which is Markdown (CommonMark), as what is to be shown. HTML is text; images are links. Null when it is too long or
 * intricate, or nothing of it would be seen: then it is to be shown as it was typed. Never throws.
 */
export function parseNote(note: string): NoteNodes | null {
  if (isBeyondParsing(note)) return null;
  try {
    const root = fromMarkdown(note);
    const definitions = new Map(
      root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])),
    );
    const nodes = nodesOf(root.children, definitions, 0);
    return nodes.length === 0 ? null : nodes;
  } catch {
    return null;
  }
}

function nodesOf(nodes: readonly Nodes[], definitions: Definitions, depth: number): NoteNodes {
  return nodes.flatMap((node) => nodeOf(node, definitions, depth));
}

function nodeOf(node: Nodes, definitions: Definitions, depth: number): NoteNodes {
  if (depth > deepest) return text(textOf(node));
  const children = (): NoteNodes =>
    'children' in node ? nodesOf(node.children, definitions, depth + 1) : [];
  switch (node.type) {
    case 'text':
      return bareLinks(node.value);
    case 'html':
      return text(node.value);
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'code':
      return [{ type: 'code-block', text: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'paragraph':
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, children: children() }];
    case 'blockquote':
      return [{ type: 'quote', children: children() }];
    case 'listItem':
      return [{ type: 'item', children: children() }];
    case 'heading':
      return [{ type: 'heading', level: node.depth, children: children() }];
    case 'list':
      return [
        { type: 'list', start: node.ordered === true ? (node.start ?? 1) : null, children: children() },
      ];
    default:
      return linkOf(node, definitions, children);
  }
}

/** Links and images; an image is a link that says what it shows. */
function linkOf(node: Nodes, definitions: Definitions, children: () => NoteNodes): NoteNodes {
  switch (node.type) {
    case 'link':
      return link(node.url, children());
    case 'linkReference':
      return link(definitions.get(node.identifier) ?? '', children());
    case 'image':
      return link(node.url, text(node.alt || node.url));
    case 'imageReference':
      return link(definitions.get(node.identifier) ?? '', text(node.alt || node.identifier));
    default:
      return [];
  }
}

/** A link; only its words when the address is none that we lead to. Links do not stand in links. */
function link(url: string, children: NoteNodes): NoteNodes {
  const address = noteAddress(url);
  return address === null ? children : [{ type: 'link', address, children: children.flatMap(withoutLinks) }];
}

function withoutLinks(node: NoteNode): NoteNodes {
  if (node.type === 'link') return node.children.flatMap(withoutLinks);
  return 'children' in node ? [{ ...node, children: node.children.flatMap(withoutLinks) }] : [node];
}

const text = (value: string): NoteNodes => (value === '' ? [] : [{ type: 'text', text: value }]);

function bareLinks(value: string): NoteNodes {
  return splitAtAddresses(value).map(({ text, address }) =>
    address === null ? { type: 'text', text } : { type: 'link', address, children: [{ type: 'text', text }] },
  );
}

/** The words of a node and of all in it. Without recursion: it is called for what is deep. */
function textOf(node: Nodes): string {
  const words: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) words.push(next.value);
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return words.join(' ');
}
