import type { Detection } from '#core/detect/types.ts';
import { t } from '#ui/text.ts';
import { type SamplePart, sampleParts } from './sample-parts.ts';
import type { SampleArticle as Article, WelcomeModel } from './welcome-model.ts';

interface SampleArticleProps {
  readonly article: Article;
  readonly detection: Detection;
  readonly model: WelcomeModel;
}

/** The invented article, marked as articles are: each quotation is a button, and looks kept once it is. */
export function SampleArticle({ article, detection, model }: SampleArticleProps) {
  return (
    <article class="sample" lang={article.language} dir="auto" aria-label={t('welcomeSampleLabel')}>
      <p class="sample-outlet">{article.outlet}</p>
      <h2 class="sample-title">{article.title}</h2>
      {sampleParts(article.text, detection).map((parts, index) => (
        <p key={index} class="sample-text">
          {parts.map((part, at) => (
            <Part key={at} part={part} model={model} />
          ))}
        </p>
      ))}
    </article>
  );
}

function Part({ part, model }: { readonly part: SamplePart; readonly model: WelcomeModel }) {
  const { text, quotation, isPerson } = part;
  if (quotation === null) return isPerson ? <span class="mark-person">{text}</span> : <>{text}</>;
  const isOpen = model.open.value?.start === quotation.start;
  const classes = ['mark-quotation', model.isKept(quotation) ? 'mark-kept' : '', isOpen ? 'mark-open' : ''];
  return (
    <span
      role="button"
      tabIndex={0}
      class={classes.filter(Boolean).join(' ')}
      aria-expanded={isOpen}
      onClick={() => model.show(quotation)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        model.show(quotation);
      }}
    >
      {text}
    </span>
  );
}
