import { useEffect, useState } from 'preact/hooks';
import { citationChoices } from '#core/citation/citation-choice.ts';
import type { ExportDefaults } from '#core/export/export-defaults.ts';
import type { FormatInfo } from '#core/export/format-info.ts';
import { putExportDefaults } from '#messaging/reader-choices.ts';
import { startExportWriter } from '#ui/export/export-writer.ts';
import { SelectField } from '#ui/select-field.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { useExportDefaults } from '#ui/reader-choices.tsx';
import { t, tNamed } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { SwitchRow } from './switch-row.tsx';

/** The formats, as the worker that writes them knows them. */
function useFormats(): readonly FormatInfo[] {
  const [formats, setFormats] = useState<readonly FormatInfo[]>([]);
  useEffect(() => {
    const end = new AbortController();
    startExportWriter(end.signal)
      .ask({ type: 'formats' }, 'formats')
      .then((answer) => setFormats(answer.formats))
      .catch(() => null)
      .finally(() => end.abort());
    return () => end.abort();
  }, []);
  return formats;
}

const citationNames = {
  plain: () => t('citationPlain'),
  apa: () => t('exportCiteApa'),
  mla: () => t('exportCiteMla'),
  chicago: () => t('exportCiteChicago'),
  harvard: () => t('exportCiteHarvard'),
};

/** How exports and citations are made unless something else is chosen at the time. */
export function ExportSection() {
  const defaults = useExportDefaults();
  const formats = useFormats();
  const [trouble, setTrouble] = useState<unknown>(null);
  const change = (part: Partial<ExportDefaults>): void => {
    setTrouble(null);
    putExportDefaults({ ...defaults, ...part }).catch(setTrouble);
  };
  return (
    <>
      <p class="sheet-text">{t('optionsExportText')}</p>
      <div class="export-choices">
        <SelectField
          label={t('optionsCitation')}
          choices={citationChoices.map((key) => ({ key, label: citationNames[key]() }))}
          current={defaults.citation}
          onChange={(key) => {
            const citation = citationChoices.find((choice) => choice === key);
            if (citation !== undefined) change({ citation });
          }}
        />
        {formats.length > 0 && (
          <SelectField
            label={t('exportFormat')}
            choices={formats.map(({ format, label }) => ({ key: format, label: tNamed(label) }))}
            current={defaults.format}
            onChange={(format) => change({ format })}
          />
        )}
      </div>
      <SwitchRow
        title={t('exportCsv')}
        text={t('exportBom')}
        checked={defaults.bom}
        onChange={(bom) => change({ bom })}
      />
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
    </>
  );
}
