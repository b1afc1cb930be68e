import browser from 'webextension-polyfill';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { Sample } from './sample.tsx';

/** The first minute: what it does, in three steps, and what it promises. */
export function WelcomeView() {
  const steps = [
    { title: t('welcomeReadTitle'), text: t('welcomeReadText') },
    { title: t('welcomeClickTitle'), text: t('welcomeClickText') },
    { title: t('welcomeKeepTitle'), text: t('welcomeKeepText') },
  ];
  return (
    <main class="sheet welcome">
      <header class="welcome-head">
        <p class="masthead-name">{t('extensionName')}</p>
        <h1 class="welcome-title">{t('welcomeHeading')}</h1>
      </header>
      <Sample />
      <ol class="steps">
        {steps.map(({ title, text }) => (
          <li key={title} class="step">
            <h2 class="step-title">{title}</h2>
            <p class="sheet-text">{text}</p>
          </li>
        ))}
      </ol>
      <p class="promise">{t('welcomePromise')}</p>
      <div class="sheet-actions">
        <Button look="primary" onClick={() => close()}>
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
