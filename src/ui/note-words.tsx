import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type NoteNode, type NoteNodes, parseNote } from '#core/note/parse-note.ts';
import { MarkedWords } from './marked-words.tsx';

interface NoteWordsProps {
  readonly note: string;
  /** In a button, or where it is cut short: links are words there, and nothing but `span` is used. */
  readonly still?: boolean;
}

/** The reader's note as it is meant: Markdown drawn with our own elements. What is too much for that is shown as it was typed. */
export function NoteWords({ note, still = false }: NoteWordsProps) {
  const nodes = useMemo(() => parseNote(note), [note]);
  const Root = still ? 'span' : 'div';
  return (
    <Root class={nodes === null ? 'note-words note-verbatim' : 'note-words'} dir="auto">
      {nodes === null ? <MarkedWords text={note} /> : drawn(nodes, still)}
    </Root>
  );
}

function drawn(nodes: NoteNodes, still: boolean): ComponentChildren {
  // What stands where in a note is all that tells its pieces apart.
  return nodes.map((node, index) => <Piece key={index} node={node} still={still} />);
}

function Piece({ node, still }: { readonly node: NoteNode; readonly still: boolean }) {
  switch (node.type) {
    case 'text':
      return <MarkedWords text={node.text} />;
    case 'break':
      return <br />;
    case 'code':
      return (
        <code dir="auto">
          <MarkedWords text={node.text} />
        </code>
      );
    case 'emphasis':
      return <em>{drawn(node.children, still)}</em>;
    case 'strong':
      return <strong>{drawn(node.children, still)}</strong>;
    default:
      return still ? <StillPiece node={node} /> : <Block node={node} />;
  }
}

function Block({ node }: { readonly node: NoteNode }) {
  switch (node.type) {
    case 'rule':
      return <hr />;
    case 'code-block':
      return (
        <pre dir="auto" tabIndex={0}>
          <code>
            <MarkedWords text={node.text} />
          </code>
        </pre>
      );
    case 'link':
      return (
        <a href={node.address} target="_blank" rel="noopener noreferrer" dir="auto">
          {drawn(node.children, false)}
        </a>
      );
    // A note's heading is none of the page's: it is heard as strong words.
    case 'heading':
      return (
        <p class={`note-heading note-heading-${Math.min(3, node.level)}`} dir="auto">
          <strong>{drawn(node.children, false)}</strong>
        </p>
      );
    case 'quote':
      return <blockquote dir="auto">{drawn(node.children, false)}</blockquote>;
    case 'item':
      return <li dir="auto">{drawn(node.children, false)}</li>;
    case 'list':
      return node.start === null ? (
        <ul>{drawn(node.children, false)}</ul>
      ) : (
        <ol start={node.start}>{drawn(node.children, false)}</ol>
      );
    case 'paragraph':
      return <p dir="auto">{drawn(node.children, false)}</p>;
    default:
      return null;
  }
}

/** The same within a line's own kind of elements. */
function StillPiece({ node }: { readonly node: NoteNode }) {
  if (node.type === 'rule') return <span class="note-block">—</span>;
  if (node.type === 'code-block') {
    return (
      <code class="note-block">
        <MarkedWords text={node.text} />
      </code>
    );
  }
  if (!('children' in node)) return null;
  const inner = drawn(node.children, true);
  if (node.type === 'link') return <span class="note-link">{inner}</span>;
  if (node.type === 'list') return <>{inner}</>;
  return (
    <span class={node.type === 'heading' ? 'note-block note-heading' : 'note-block'} dir="auto">
      {node.type === 'item' && '• '}
      {inner}
    </span>
  );
}
