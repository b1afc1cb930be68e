import { useState } from 'preact/hooks';
import type { QuotationRecord } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import { roleWords } from '#ui/person-words.ts';
import { SpeakerPicker } from '#ui/speaker-picker.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { surenessWords } from '#ui/sureness.ts';
import { t } from '#ui/text.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import { whyWords } from '#ui/why-words.ts';
import { Corrections } from './corrections.tsx';
import { EndsSection } from './ends-section.tsx';
import { factWords } from './fact-words.ts';
import { nextKind } from './kind-choice.tsx';
import { MachineWord } from './machine-word.tsx';
import type { QuotationModel } from './quotation-model.ts';
import { speakerChoices } from './speaker-choices.ts';
import { useChosenKeys } from './use-keep-key.ts';
import { WhyLine } from './why-line.tsx';

interface SpeakerSectionProps {
  readonly model: QuotationModel;
  readonly quotation: QuotationRecord;
  /** Whether the reader has opened the popover to say who speaks. */
  readonly asked: boolean;
}

/** Who speaks, how the article says so, why we think so, and the reader's word on it: each at one key. */
export function SpeakerSection({ model, quotation, asked }: SpeakerSectionProps) {
  const [doing, setDoing] = useState<'speaker' | 'ends' | null>(asked ? 'speaker' : null);
  const { speaker, status, kind } = quotation;
  const name = speakerName(quotation);
  const mayConfirm = status === 'detected' && name !== null;
  const keys = useChosenKeys();
  useOwnKeys(keys, {
    confirm: () => (mayConfirm ? model.confirm() : false),
    speaker: () => setDoing('speaker'),
    ends: () => setDoing('ends'),
    kind: () => model.setKind(nextKind(kind)),
    refuse: () => model.reject(),
  });
  const facts = factWords({ ...quotation, speaker: name });
  const why = facts === '' ? whyWords(quotation.evidence) : `${whyWords(quotation.evidence)} ${facts}`;
  const choices = speakerChoices(model.view);
  const role = roleWords(model.view.roles[model.view.people.indexOf(speaker ?? '')] ?? []);

  return (
    <section class="speaker" aria-label={t('speaker')}>
      <SpeakerHead quotation={quotation} role={role} />
      {status === 'corrected' ? (
        <MachineWord quotation={quotation} onUndo={model.uncorrect} />
      ) : (
        <WhyLine words={why} />
      )}
      {doing === 'speaker' && (
        <SpeakerPicker
          question={t('speakerQuestion')}
          people={choices}
          current={speaker}
          onPick={(next) => {
            setDoing(null);
            model.correctSpeaker(next);
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'ends' && <EndsSection model={model} onDone={() => setDoing(null)} />}
      {doing === null && (
        <Corrections
          kind={kind}
          onConfirm={mayConfirm ? model.confirm : undefined}
          onSpeaker={() => setDoing('speaker')}
          onEnds={() => setDoing('ends')}
          onRefuse={model.reject}
          onKind={model.setKind}
        />
      )}
    </section>
  );
}

interface SpeakerHeadProps {
  readonly quotation: QuotationRecord;
  readonly role: string | null;
}

/** Who speaks, whose word that is, and how sure it is. */
function SpeakerHead({ quotation, role }: SpeakerHeadProps) {
  const { status, confidence } = quotation;
  const name = speakerName(quotation);
  return (
    <>
      <div class="speaker-head">
        <h2 class="speaker-name" dir="auto">
          {name ?? t('speakerUnknown')}
        </h2>
        {role !== null && (
          <p class="speaker-role" dir="auto">
            {role}
          </p>
        )}
      </div>
      <p class="speaker-word">
        <StatusBadge status={status} />
        {name !== null && status === 'detected' && <span class="sure">{surenessWords(confidence)}</span>}
      </p>
    </>
  );
}
