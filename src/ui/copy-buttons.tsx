import { useEffect, useRef, useState } from 'preact/hooks';
import { exactOf } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { passageFacts } from '#core/export/passage-facts.ts';
import { IconButton } from './button.tsx';
import { copyText, type RichText } from './copy-text.ts';
import { passageCitation } from './export/passage-citation.ts';
import { useExportDefaults } from './reader-choices.tsx';
import { t } from './text.ts';

/** What was copied or saved, or that it was not. */
export type Copied = 'citation' | 'link' | 'failed' | 'file' | 'no-file';

export interface Copying {
  readonly citation: () => void;
  readonly link: () => void;
}

/** So long after the card has come a citation is written that may be asked for, in ms. */
const aheadAfter = 200;

/**
 * Copies a passage; says what came of it to `onDone`. A styled citation can take longer than the few seconds after a key in which a
 * browser lets copy: it may be written ahead, and what came too late is there at the next try.
 */
export function useCopying(
  annotation: () => Annotation,
  article: ArticleRecord,
  onDone: (copied: Copied) => void,
  ahead = false,
): Copying {
  const { citation } = useExportDefaults();
  const ready = useRef<{ readonly key: string; readonly text: Promise<RichText> } | null>(null);
  const cited = (): Promise<RichText> => {
    const of = annotation();
    const key = JSON.stringify([citation, exactOf(of), of.quotation, article]);
    if (ready.current?.key !== key) {
      const text = passageCitation(of, article, citation);
      ready.current = { key, text };
      text.catch(() => {
        if (ready.current?.text === text) ready.current = null;
      });
    }
    return ready.current.text;
  };
  useEffect(() => {
    if (!ahead || citation === 'plain') return undefined;
    const timer = setTimeout(() => void cited().catch(() => null), aheadAfter);
    return () => clearTimeout(timer);
  }, [ahead, citation]);
  const put = (what: Copied, text: Promise<string | RichText>): void => {
    text.then(copyText).then(
      (done) => onDone(done ? what : 'failed'),
      () => onDone('failed'),
    );
  };
  return {
    citation: () => put('citation', cited()),
    link: () => put('link', Promise.resolve(passageFacts(annotation()).link)),
  };
}

/** What is said of it. */
export function copiedWords(copied: Copied): string {
  return {
    citation: t('copiedCitation'),
    link: t('copiedLink'),
    failed: t('copyFailed'),
    file: t('savedFile'),
    'no-file': t('saveFileFailed'),
  }[copied];
}

interface CopyButtonsProps {
  readonly copying: Copying;
  /** The keys that do the same, as they are shown. */
  readonly keys?: { readonly citation?: string | undefined; readonly link?: string | undefined };
}

/** The two buttons. */
export function CopyButtons({ copying, keys }: CopyButtonsProps) {
  return (
    <>
      <IconButton
        icon="copy"
        label={t('copyCitation')}
        shortcut={keys?.citation}
        onClick={copying.citation}
      />
      <IconButton icon="link" label={t('copyLink')} shortcut={keys?.link} onClick={copying.link} />
    </>
  );
}

/** The same where nobody else tells what was done: the words stand beside the buttons until the next. */
export function CopyRow({ annotation, article }: { annotation: Annotation; article: ArticleRecord }) {
  const [copied, setCopied] = useState<Copied | null>(null);
  const copying = useCopying(() => annotation, article, setCopied);
  return (
    <span class="copy-row">
      <CopyButtons copying={copying} />
      <span role="status">{copied === null ? '' : copiedWords(copied)}</span>
    </span>
  );
}
