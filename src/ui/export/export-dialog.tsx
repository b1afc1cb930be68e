import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExportLayout } from '#core/export/write-export.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useExportDefaults } from '#ui/reader-choices.tsx';
import { t, tNamed } from '#ui/text.ts';
import { createExportModel, type ExportScope, type ExportWish } from './export-model.ts';
import { ExportOutcome } from './export-outcome.tsx';
import { FormatList } from './format-list.tsx';
import { SelectField } from './select-field.tsx';
import { TemplateField } from './template-field.tsx';
import { useTemplate } from './use-template.ts';

interface ExportDialogProps {
  /** What can be exported, the nearest first. */
  readonly scopes: readonly ExportScope[];
  readonly onClose: () => void;
}

const layouts: readonly ExportLayout[] = ['one', 'articles', 'people'];
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
  const state = model.state.value;
  const isWriting = state.state === 'writing';
  const info = formats.find((one) => one.format === format);
  const layoutWords = {
    one: t('exportOneFile'),
    articles: t('exportByArticle'),
    people: t('exportByPerson'),
  };
  const start = (to: 'file' | 'clipboard'): void => {
    if (scope === undefined) return;
    const wish: ExportWish = {
      scope,
      format,
      layout: to === 'file' ? layout : 'one',
      options: { bom, template },
    };
    model.start(wish, to);
  };
  const actions = isWriting ? (
    <Button onClick={model.cancel}>{t('cancel')}</Button>
  ) : (
    <>
      <Button onClick={onClose}>{t('close')}</Button>
      {info?.isText === true && layout === 'one' && (
        <Button onClick={() => start('clipboard')}>{t('copy')}</Button>
      )}
      <Button look="primary" icon="export" disabled={info === undefined} onClick={() => start('file')}>
        {t('saveFile')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('export')} onClose={onClose} actions={actions}>
      {scopes.length > 1 && (
        <SelectField
          label={t('exportWhat')}
          choices={scopes.map(({ label }, index) => ({ key: String(index), label }))}
          current={String(chosen)}
          onChange={(key) => setChosen(Number(key))}
        />
      )}
      <FormatList formats={formats} current={format} onChange={setFormat} />
      <SelectField
        label={t('exportFiles')}
        choices={layouts.map((key) => ({ key, label: layoutWords[key] }))}
        current={layout}
        onChange={(key) => setLayout(layouts.find((one) => one === key) ?? 'one')}
      />
      {format === 'notes' && <TemplateField template={template} onChange={setTemplate} />}
      {tables.has(format) && (
        <label class="check-row">
          <input type="checkbox" checked={bom} onChange={(event) => setBom(event.currentTarget.checked)} />
          <span>{t('exportBom')}</span>
        </label>
      )}
      <ExportOutcome state={state} format={tNamed(info?.label ?? '')} />
    </Dialog>
  );
}
