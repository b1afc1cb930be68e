import { useEffect, useMemo } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { request } from '#messaging/client.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { t } from '#ui/text.ts';
import { FirstSteps } from './first-steps.tsx';
import { leaveWelcome } from './leave-welcome.ts';
import { SampleArticle } from './sample-article.tsx';
import { SampleCard } from './sample-card.tsx';
import { createWelcomeModel, type SampleArticle as Article, type WelcomeModel } from './welcome-model.ts';

/** Where the detector does not read the interface's language, the sample is in English, and says that it is. */
function sampleArticle(): Article {
  return {
    title: t('sampleTitle'),
    outlet: t('sampleOutlet'),
    language: t('sampleLanguage'),
    text: [t('sampleFirst'), t('sampleSecond'), t('sampleThird')].join('\n\n'),
  };
}

/** The first minute: an invented article to try everything on, what is promised, and what is asked for. */
export function WelcomeView() {
  const article = useMemo(sampleArticle, []);
  const model = useMemo(() => {
    const { text, language } = article;
    return createWelcomeModel(article, () => request('detection.of', { text, language }));
  }, [article]);
  useEffect(() => model.read(), [model]);
  return (
    <main class="sheet welcome">
      <header class="welcome-head">
        <p class="masthead-name">{t('extensionName')}</p>
        <h1 class="welcome-title">{t('welcomeHeading')}</h1>
        <p class="sheet-text">{t('welcomeTry')}</p>
      </header>
      <div class="welcome-try">
        <FirstSteps model={model} />
        <Reading article={article} model={model} />
      </div>
      <Permissions />
      <p class="promise">{t('welcomePromise')}</p>
      <div class="sheet-actions">
        <Button look="primary" onClick={() => void leaveWelcome()}>
          {t('welcomeStart')}
        </Button>
        <Button look="quiet" icon="settings" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('options')}
        </Button>
      </div>
      <p class="sheet-text">{t('welcomePin')}</p>
    </main>
  );
}

function Reading({ article, model }: { readonly article: Article; readonly model: WelcomeModel }) {
  const detection = model.detection.value;
  const open = model.open.value;
  if (model.failed.value) return <FailureNotice error={null} onRetry={model.read} />;
  if (detection === null) return <div class="sample" aria-busy="true" />;
  return (
    <div class="welcome-reading">
      <SampleArticle article={article} detection={detection} model={model} />
      {open !== null && (
        <SampleCard
          key={open.start}
          quotation={open}
          words={article.text.slice(open.start, open.end)}
          model={model}
        />
      )}
    </div>
  );
}

/** What the browser says that we may do, in plain words, and what for. */
function Permissions() {
  const all = [
    [t('permitSites'), t('permitSitesText')],
    [t('permitTab'), t('permitTabText')],
    [t('permitStore'), t('permitStoreText')],
    [t('permitMenu'), t('permitMenuText')],
  ] as const;
  return (
    <section class="permissions">
      <h2 class="sheet-title">{t('permitTitle')}</h2>
      <dl>
        {all.map(([title, text]) => (
          <div key={title} class="permission">
            <dt>{title}</dt>
            <dd class="sheet-text">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
