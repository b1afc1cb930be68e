import { Button } from '#ui/button.tsx';
import { download } from '#ui/download.ts';
import { Icon } from '#ui/icon.tsx';
import { t } from '#ui/text.ts';
import { type Step, steps, type WelcomeModel } from './welcome-model.ts';

function wordsOf(step: Step): readonly [title: string, text: string] {
  switch (step) {
    case 'keep':
      return [t('stepKeepTitle'), t('stepKeepText')];
    case 'speaker':
      return [t('stepSpeakerTitle'), t('stepSpeakerText')];
    case 'note':
      return [t('stepNoteTitle'), t('stepNoteText')];
    default:
      return [t('stepExportTitle'), t('stepExportText')];
  }
}

/** What to try, one after another; each ticks itself off. The first that is not done is the one to do. */
export function FirstSteps({ model }: { readonly model: WelcomeModel }) {
  const done = model.done.value;
  const next = steps.find((step) => !done.has(step));
  return (
    <section class="first-steps" aria-label={t('stepsLabel')}>
      <ol class="steps">
        {steps.map((step) => {
          const [title, text] = wordsOf(step);
          const isDone = done.has(step);
          return (
            <li
              key={step}
              class={isDone ? 'step step-done' : step === next ? 'step step-next' : 'step'}
              aria-current={step === next ? 'step' : undefined}
            >
              <span class="step-tick">{isDone && <Icon name="check" />}</span>
              <div>
                <h2 class="step-title">
                  {title}
                  {isDone && <span class="heard"> {t('stepDone')}</span>}
                </h2>
                {!isDone && <p class="sheet-text">{text}</p>}
                {step === 'export' && (
                  <Button
                    icon="export"
                    disabled={!done.has('keep') && !done.has('speaker') && !done.has('note')}
                    onClick={() => download(model.exportFile())}
                  >
                    {t('stepExportDo')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <p class="steps-end" role="status">
        {next === undefined && t('stepsAllDone')}
      </p>
    </section>
  );
}
