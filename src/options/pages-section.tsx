import { useEffect, useId, useState } from 'preact/hooks';
import { changeSettings, onSettings, readSettings, type Settings } from '#messaging/settings.ts';
import { failureWords } from '#ui/failure-words.ts';
import { t } from '#ui/text.ts';

/** The settings as they are stored now; null until they have been read. */
function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    onSettings(setSettings, controller.signal);
    readSettings().then(setSettings, () => null);
    return () => controller.abort();
  }, []);
  return settings;
}

interface SwitchRowProps {
  readonly title: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function SwitchRow({ title, text, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch"
        checked={checked}
        aria-describedby={`${id}-text`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{title}</label>
        <p class="sheet-text" id={`${id}-text`}>
          {text}
        </p>
      </div>
    </div>
  );
}

/** What we show on the pages themselves. */
export function PagesSection() {
  const settings = useSettings();
  const [failed, setFailed] = useState(false);
  const change = (part: Partial<Settings>): void => {
    setFailed(false);
    changeSettings((now) => ({ ...now, ...part })).catch(() => setFailed(true));
  };
  if (settings === null) return null;
  const sites = Object.keys(settings.siteMarks);
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">{t('optionsPages')}</h2>
      <SwitchRow
        title={t('optionsMarks')}
        text={[t('optionsMarksText'), sites.length > 0 && t('optionsMarksSites', sites.join(', '))]
          .filter(Boolean)
          .join(' ')}
        checked={settings.marks}
        onChange={(marks) => change({ marks })}
      />
      <SwitchRow
        title={t('optionsBar')}
        text={t('optionsBarText')}
        checked={settings.selectionBar}
        onChange={(selectionBar) => change({ selectionBar })}
      />
      {failed && (
        <p class="trouble" role="alert">
          {failureWords(null)}
        </p>
      )}
    </section>
  );
}
