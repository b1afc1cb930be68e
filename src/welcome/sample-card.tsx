import { useEffect, useRef, useState } from 'preact/hooks';
import type { Quotation } from '#core/detect/types.ts';
import { speakerName } from '#core/speaker-name.ts';
import { Button } from '#ui/button.tsx';
import { NoteField } from '#ui/note-field.tsx';
import { SpeakerPicker } from '#ui/speaker-picker.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { t } from '#ui/text.ts';
import { whyWords } from '#ui/why-words.ts';
import type { WelcomeModel } from './welcome-model.ts';

interface SampleCardProps {
  readonly quotation: Quotation;
  readonly words: string;
  readonly model: WelcomeModel;
}

/** What stands beside a quotation in an article: who speaks, why we think so, and the reader's word. */
export function SampleCard({ quotation, words, model }: SampleCardProps) {
  const [correcting, setCorrecting] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    keep.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  // The picker makes it longer: whom one is to choose must be in sight.
  useEffect(() => {
    if (correcting) card.current?.scrollIntoView({ block: 'nearest' });
  }, [correcting]);
  const record = model.record.value;
  const kept = model.isKept(quotation);
  const name = record === null ? null : speakerName(record);
  return (
    <section ref={card} class="sample-card" aria-label={t('popoverTitle')}>
      <blockquote class="words words-row" dir="auto" lang={t('sampleLanguage')}>
        {words}
      </blockquote>
      {record !== null && (
        <>
          <div class="speaker-head">
            <h3 class="speaker-name" dir="auto">
              {name ?? t('speakerUnknown')}
            </h3>
            <StatusBadge status={record.status} />
          </div>
          {record.status === 'detected' && <p class="sheet-text">{whyWords(record.evidence)}</p>}
        </>
      )}
      {correcting ? (
        <SpeakerPicker
          question={t('speakerQuestion')}
          people={model.people.value.map((one) => ({ name: one, about: '' }))}
          current={record?.speaker ?? null}
          onPick={(picked) => {
            setCorrecting(false);
            model.correctSpeaker(picked);
          }}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <div class="sheet-actions">
          <Button look="primary" icon="keep" pressed={kept} onClick={model.keep} buttonRef={keep}>
            {kept ? t('kept') : t('keep')}
          </Button>
          <Button look="quiet" onClick={() => setCorrecting(true)} expanded={false}>
            {t('correctThis')}
          </Button>
        </div>
      )}
      <NoteField note={model.note.value} onInput={model.setNote} onLeave={() => undefined} />
    </section>
  );
}
