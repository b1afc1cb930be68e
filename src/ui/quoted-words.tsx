import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { MarkedWords } from './marked-words.tsx';
import { t } from './text.ts';
import { useMeasured } from './use-measured.ts';

interface QuotedWordsProps {
  readonly words: string;
  /** The article's language, BCP 47, or null: for hyphens, speech and the right fonts. */
  readonly language: string | null;
}

/** Of words that are folded at least so many lines are hidden: fewer take no more room than the button that would show them. */
const leastHidden = 2;

/** The words of the article, in the article's own voice. Long ones are folded to a few lines until asked for. */
export function QuotedWords({ words, language }: QuotedWordsProps) {
  const quote = useRef<HTMLQuoteElement>(null);
  const [open, setOpen] = useState(false);
  const long = useMeasured(quote, (element) => hiddenLines(element) >= leastHidden, false, words);
  useLayoutEffect(() => setOpen(false), [words]);

  return (
    <div class="quoted">
      <blockquote
        ref={quote}
        class={long && !open ? 'words words-folded' : 'words'}
        lang={language ?? ''}
        dir="auto"
      >
        <MarkedWords text={words} />
      </blockquote>
      {long && (
        <Button look="quiet" onClick={() => setOpen(!open)} expanded={open}>
          {open ? t('showLess') : t('showAll')}
        </Button>
      )}
    </div>
  );
}

/** How many lines would be hidden if the words were folded. */
function hiddenLines(quote: HTMLElement): number {
  const was = quote.className;
  quote.className = 'words words-folded';
  const { scrollHeight, clientHeight } = quote;
  const line = Number.parseFloat(getComputedStyle(quote).lineHeight);
  quote.className = was;
  return Math.round((scrollHeight - clientHeight) / (line > 0 ? line : 1));
}
