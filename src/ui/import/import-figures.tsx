import type { ImportCount, ImportPreview } from '#core/import-preview.ts';
import { t, tNumber } from '#ui/text.ts';

/** What an import adds, joins and leaves as it is, by sort. */
export function ImportFigures({ preview }: { readonly preview: ImportPreview }) {
  const rows: readonly (ImportCount & { readonly what: string })[] = [
    { what: t('restorePassages'), ...preview.annotations },
    { what: t('navArticles'), ...preview.articles },
    { what: t('navPeople'), ...preview.people },
  ];
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{t('importColumn')}</th>
          <th scope="col">{t('restoreAdded')}</th>
          <th scope="col">{t('importMerged')}</th>
          <th scope="col">{t('importKnown')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, added, changed, known }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{tNumber(added)}</td>
            <td>{tNumber(changed)}</td>
            <td>{tNumber(known)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
