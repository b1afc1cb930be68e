import { Button } from '#ui/button.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { t } from '#ui/text.ts';
import type { QuotationModel } from './quotation-model.ts';

/** What the reader has said is not a quotation: said once more, with the way back. */
export function RejectedCard({ model }: { readonly model: QuotationModel }) {
  const { saving, undo } = model;
  const back = undo.value?.what === 'rejected' ? undo.value.back : model.accept;
  return (
    <article class="card">
      <QuotedWords words={model.view.passage.exact} language={model.view.article.language} />
      <p role="status" class="rejected">
        {t('rejectedDone')}
      </p>
      <div class="card-actions">
        <Button icon="undo" onClick={back}>
          {t('undo')}
        </Button>
      </div>
      <SaveLine state={saving.state.value} failure={saving.failure.value} onRetry={saving.flush} />
    </article>
  );
}
