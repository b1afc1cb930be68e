import type { ForbiddenPage } from '#core/forbidden-page.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';

interface RefusalNoticeProps {
  readonly page: ForbiddenPage;
  /** Where the page itself is, when this is only its source. */
  readonly viewed: string | null;
  readonly onOpenAddress: (address: string) => void;
  readonly onOpenLibrary: () => void;
}

/** The title and the sentence for each kind of page that cannot be read. */
function refusalWords(page: ForbiddenPage): { readonly title: string; readonly text: string } {
  switch (page) {
    case 'store':
      return { title: t('storeTitle'), text: t('storeText') };
    case 'pdf':
      return { title: t('pdfTitle'), text: t('pdfText') };
    case 'view-source':
      return { title: t('viewSourceTitle'), text: t('viewSourceText') };
    case 'file':
      return { title: t('fileTitle'), text: t('fileText') };
    default:
      return { title: t('forbiddenTitle'), text: t('forbiddenText') };
  }
}

/** No extension may read this page: why, and the one button that helps. */
export function RefusalNotice({ page, viewed, onOpenAddress, onOpenLibrary }: RefusalNoticeProps) {
  const { title, text } = refusalWords(page);
  const action =
    viewed === null ? (
      <Button look="primary" icon="library" onClick={onOpenLibrary}>
        {t('openLibrary')}
      </Button>
    ) : (
      <Button look="primary" onClick={() => onOpenAddress(viewed)}>
        {t('viewSourceOpen')}
      </Button>
    );
  return (
    <Notice title={title} actions={action}>
      {text}
    </Notice>
  );
}
