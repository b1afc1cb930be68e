import { useId } from 'preact/hooks';
import { type FormatGroup, formatGroups } from '#core/export/exporter.ts';
import type { FormatInfo } from '#core/export/format-info.ts';
import { t, tNamed } from '#ui/text.ts';

interface FormatListProps {
  readonly formats: readonly FormatInfo[];
  readonly current: string;
  readonly onChange: (format: string) => void;
}

/** Every format at a glance, by what it is good for, with one line about it; where there is little room, about the chosen one only. */
export function FormatList({ formats, current, onChange }: FormatListProps) {
  const id = useId();
  const chosen = formats.find(({ format }) => format === current);
  return (
    <fieldset class="format-list" aria-busy={formats.length === 0}>
      <legend class="heard">{t('exportFormat')}</legend>
      <div class="format-groups">
        {formatGroups.map((group) => (
          <div key={group} class="format-group" role="group" aria-labelledby={`${id}-${group}`}>
            <h3 class="format-group-name" id={`${id}-${group}`}>
              {groupWords(group)}
            </h3>
            {formats
              .filter((info) => info.group === group)
              .map(({ format, label }) => (
                <label key={format} class="format-row">
                  <input
                    type="radio"
                    name={id}
                    value={format}
                    checked={format === current}
                    onChange={() => onChange(format)}
                  />
                  <span class="format-name">{tNamed(label)}</span>
                  <span class="format-about">{tNamed(`${label}About`)}</span>
                </label>
              ))}
          </div>
        ))}
      </div>
      {chosen !== undefined && (
        <p class="format-chosen" aria-hidden="true">
          {tNamed(`${chosen.label}About`)}
        </p>
      )}
    </fieldset>
  );
}

function groupWords(group: FormatGroup): string {
  return {
    notes: t('exportGroupNotes'),
    reading: t('exportGroupReading'),
    data: t('exportGroupData'),
    references: t('exportGroupReferences'),
  }[group];
}
