import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExportLayout } from '#core/export/write-export.ts';
import { Dialog } from '#ui/dialog.tsx';
import { useExportDefaults } from '#ui/reader-choices.tsx';
import { t } from '#ui/text.ts';
import { ExportActions } from './export-actions.tsx';
import { createExportModel, type ExportScope } from './export-model.ts';
import { FormatList } from './format-list.tsx';
import { LayoutField } from './layout-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TemplateField } from './template-field.tsx';
import { useTemplate } from './use-template.ts';

interface ExportDialogProps {
  /** What can be exported, the nearest first. */
  readonly scopes: readonly ExportScope[];
  readonly onClose: () => void;
}

/** Formats that a byte order mark makes readable for a spreadsheet. */
const tables = new Set(['csv']);

/** What to take out, how, and into how many files; then how far it is, and what came of it. */
export function ExportDialog({ scopes, onClose }: ExportDialogProps) {
  const end = useMemo(() => new AbortController(), []);
  useEffect(() => () => end.abort(), []);
  const model = useMemo(() => createExportModel(end.signal), []);
  const defaults = useExportDefaults();
  const [chosen, setChosen] = useState(0);
  const [format, setFormat] = useState(defaults.format);
  const [layout, setLayout] = useState<ExportLayout>('one');
  const [bom, setBom] = useState(defaults.bom);
  const [template, setTemplate] = useTemplate(scopes[0]?.port);
  const scope = scopes[chosen] ?? scopes[0];
  const formats = model.formats.value ?? [];
  const info = formats.find((one) => one.format === format);
  const start = (to: 'file' | 'clipboard'): void => {
    if (scope === undefined) return;
    const files = to === 'file' ? layout : 'one';
    model.start({ scope, format, layout: files, options: { bom, template } }, to);
  };
  const actions = (
    <ExportActions
      state={model.state.value}
      info={info}
      canCopy={info !== undefined && layout === 'one'}
      onStart={start}
      onCancel={model.cancel}
      onClose={onClose}
    />
  );
  return (
    <Dialog title={t('export')} onClose={onClose} actions={actions}>
      <div class="export-fields">
        {scopes.length > 1 && (
          <SelectField
            label={t('exportWhat')}
            choices={scopes.map(({ label }, index) => ({ key: String(index), label }))}
            current={String(chosen)}
            onChange={(key) => setChosen(Number(key))}
          />
        )}
        <LayoutField layout={layout} onChange={setLayout} />
      </div>
      <FormatList formats={formats} current={format} onChange={setFormat} />
      {format === 'notes' && <TemplateField template={template} onChange={setTemplate} />}
      {tables.has(format) && (
        <label class="check-row">
          <input type="checkbox" checked={bom} onChange={(event) => setBom(event.currentTarget.checked)} />
          <span>{t('exportBom')}</span>
        </label>
      )}
    </Dialog>
  );
}
