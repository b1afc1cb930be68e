import type { ExportLayout } from '#core/export/write-export.ts';
import { t } from '#ui/text.ts';
import { SelectField } from '#ui/select-field.tsx';

interface LayoutFieldProps {
  readonly layout: ExportLayout;
  readonly onChange: (layout: ExportLayout) => void;
}

const layouts: readonly ExportLayout[] = ['one', 'articles', 'people'];

/** Into how many files. */
export function LayoutField({ layout, onChange }: LayoutFieldProps) {
  const words = {
    one: t('exportOneFile'),
    articles: t('exportByArticle'),
    people: t('exportByPerson'),
  };
  return (
    <SelectField
      label={t('exportFiles')}
      choices={layouts.map((key) => ({ key, label: words[key] }))}
      current={layout}
      onChange={(key) => onChange(layouts.find((one) => one === key) ?? 'one')}
    />
  );
}
