import { useId } from 'preact/hooks';
import type { FormatInfo } from '#core/export/format-info.ts';
import { t, tNamed } from '#ui/text.ts';

interface FormatListProps {
  readonly formats: readonly FormatInfo[];
  readonly current: string;
  readonly onChange: (format: string) => void;
}

/** Every format with one line about it. */
export function FormatList({ formats, current, onChange }: FormatListProps) {
  const name = useId();
  return (
    <fieldset class="format-list" aria-busy={formats.length === 0}>
      <legend class="field-label">{t('exportFormat')}</legend>
      <div class="format-rows">
        {formats.map(({ format, label }) => (
          <label key={format} class="format-row">
            <input
              type="radio"
              name={name}
              value={format}
              checked={format === current}
              onChange={() => onChange(format)}
            />
            <span class="format-name">{tNamed(label)}</span>
            <span class="format-about">{tNamed(`${label}About`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
