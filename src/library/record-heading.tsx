import type { ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import { MarkedWords } from '#ui/marked-words.tsx';
import { t, tDate, tFacts } from '#ui/text.ts';
import { outletOf } from './outlet-of.ts';
import { formatRoute } from './route.ts';

interface RecordHeadingProps {
  readonly article: ArticleRecord;
  readonly quotation: QuotationRecord | null;
  readonly show: 'article' | 'speaker' | 'nothing';
  /** The annotation's id: the way to the article leads to it. */
  readonly id: string;
}

/** Who said it, which leads to the person's page, or where, with the way to the article's. */
export function RecordHeading({ article, quotation, show, id }: RecordHeadingProps) {
  if (show === 'nothing') return null;
  if (show === 'speaker') {
    return (
      <h3 dir="auto">
        <Speaker source={article.source} quotation={quotation} />
      </h3>
    );
  }
  return (
    <div class="record-heading">
      <h3 class="record-article" dir="auto">
        <Title article={article} id={id} />
      </h3>
      <p class="shelf-about">{aboutWords(article)}</p>
    </div>
  );
}

/** Where it was said, below the words. */
export function RecordPlace({ article, id }: Pick<RecordHeadingProps, 'article' | 'id'>) {
  return (
    <div>
      <p class="record-article" dir="auto">
        <Title article={article} id={id} />
      </p>
      <p class="shelf-about">{aboutWords(article)}</p>
    </div>
  );
}

function Title({ article, id }: Pick<RecordHeadingProps, 'article' | 'id'>) {
  return (
    <a href={formatRoute({ view: 'article', source: article.source, passage: id })}>
      <MarkedWords text={article.title} />
    </a>
  );
}

function aboutWords(article: ArticleRecord): string {
  const about = [outletOf(article), tDate(article.published ?? article.firstSeen)];
  return tFacts(about);
}

function Speaker({ source, quotation }: { source: string; quotation: QuotationRecord | null }) {
  if (quotation === null) return <>{t('ownPassage')}</>;
  const { speaker } = quotation;
  if (speaker === null) return <MarkedWords text={speakerName(quotation) ?? t('speakerUnknown')} />;
  return (
    <a class="record-speaker" href={formatRoute({ view: 'speaker', name: speaker, source })}>
      <MarkedWords text={speaker} />
    </a>
  );
}
