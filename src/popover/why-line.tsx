import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { useMeasured } from '#ui/use-measured.ts';

/** Why we think so, on one line; what does not fit there is shown when it is asked for. */
export function WhyLine({ words }: { readonly words: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [open, setOpen] = useState(false);
  const long = useMeasured(line, isCut, false, words);
  useLayoutEffect(() => setOpen(false), [words]);
  return (
    <div class="why why-row">
      <p class={open ? 'why-words' : 'why-words why-folded'} ref={line}>
        {words}
      </p>
      {long && (
        <span class={open ? 'why-more why-open' : 'why-more'}>
          <IconButton icon="more" label={t('whyMore')} expanded={open} onClick={() => setOpen(!open)} />
        </span>
      )}
    </div>
  );
}

/** Whether not all of it would fit on one line. */
function isCut(line: HTMLElement): boolean {
  const was = line.className;
  line.className = 'why-words why-folded';
  const { scrollWidth, clientWidth } = line;
  line.className = was;
  return scrollWidth > clientWidth;
}
