import { useEffect, useRef } from 'preact/hooks';
import { Masthead } from '#ui/masthead.tsx';
import { t } from '#ui/text.ts';
import { OptionsSection } from './options-section.tsx';
import { SectionNav } from './section-nav.tsx';
import { sections } from './sections.tsx';
import { stayAtSection } from './stay-at-section.ts';

/** The options: where we read, the keys, and what is kept. Each change takes effect at once. */
export function OptionsView() {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const end = new AbortController();
    if (main.current !== null) stayAtSection(main.current, end.signal);
    return () => end.abort();
  }, []);
  return (
    <div class="sheet options">
      <Masthead title={t('options')} />
      <div class="options-columns">
        <SectionNav sections={sections} />
        <main ref={main}>
          {sections.map(({ id, title, View }) => (
            <OptionsSection key={id} id={id} title={title()}>
              <View />
            </OptionsSection>
          ))}
        </main>
      </div>
    </div>
  );
}
