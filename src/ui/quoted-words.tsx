import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { MarkedWords } from './marked-words.tsx';
import { t } from './text.ts';

interface QuotedWordsProps {
  readonly words: string;
  /** The article's language, BCP 47, or null: for hyphens, speech and the right fonts. */
  readonly language: string | null;
}

/** The words of the article, in the article's own voice. Long ones are folded to a few lines until asked for. */
export function QuotedWords({ words, language }: QuotedWordsProps) {
  const quote = useRef<HTMLQuoteElement>(null);
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);

  useLayoutEffect(() => {
    setOpen(false);
    const element = quote.current;
    setLong(element !== null && element.scrollHeight > element.clientHeight + 2);
  }, [words]);

  return (
    <div class="quoted">
      <blockquote ref={quote} class={open ? 'words' : 'words words-folded'} lang={language ?? ''} dir="auto">
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
