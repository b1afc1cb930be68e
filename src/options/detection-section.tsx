import { useEffect, useId, useState } from 'preact/hooks';
import type { DetectionChoice, Sensitivity } from '#core/detect/chosen-detection.ts';
import type { QuotationKind } from '#core/detect/types.ts';
import { request } from '#messaging/client.ts';
import {
  changeDetectionChoice,
  onDetectionChoice,
  readDetectionChoice,
} from '#messaging/detection-settings.ts';
import { currentLocale, t } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { SwitchRow } from './switch-row.tsx';

interface Followed {
  readonly choice: DetectionChoice | null;
  /** Codes of the languages that are read. */
  readonly languages: readonly string[];
}

function useDetection(): Followed {
  const [choice, setChoice] = useState<DetectionChoice | null>(null);
  const [languages, setLanguages] = useState<readonly string[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    onDetectionChoice(setChoice, controller.signal);
    readDetectionChoice().then(setChoice, () => null);
    request('detection.languages', null).then(setLanguages, () => null);
    return () => controller.abort();
  }, []);
  return { choice, languages };
}

function languageName(code: string): string {
  return new Intl.DisplayNames([currentLocale()], { type: 'language' }).of(code) ?? code;
}

const kinds: readonly QuotationKind[] = ['direct', 'mixed', 'indirect'];

function kindWords(kind: QuotationKind): readonly [title: string, text: string] {
  if (kind === 'direct') return [t('kindDirect'), t('detectDirectText')];
  if (kind === 'mixed') return [t('kindMixed'), t('detectMixedText')];
  return [t('kindIndirect'), t('detectIndirectText')];
}

/** What is looked for in an article, and how sure it must be. */
export function DetectionSection() {
  const { choice, languages } = useDetection();
  const [failed, setFailed] = useState(false);
  const change = (part: Partial<DetectionChoice>): void => {
    setFailed(false);
    changeDetectionChoice(part).catch(() => setFailed(true));
  };
  if (choice === null) return null;
  const { languagesOff } = choice;
  return (
    <>
      <p class="sheet-text">{t('optionsDetectionText')}</p>
      <SensitivityChoice current={choice.sensitivity} onChange={(sensitivity) => change({ sensitivity })} />
      <h3>{t('detectKinds')}</h3>
      {kinds.map((kind) => {
        const [title, text] = kindWords(kind);
        return (
          <SwitchRow
            key={kind}
            title={title}
            text={text}
            checked={choice.kinds[kind]}
            onChange={(on) => change({ kinds: { ...choice.kinds, [kind]: on } })}
          />
        );
      })}
      <h3>{t('detectLanguages')}</h3>
      {languages.map((code) => (
        <SwitchRow
          key={code}
          title={languageName(code)}
          checked={!languagesOff.includes(code)}
          onChange={(on) => {
            const others = languagesOff.filter((other) => other !== code);
            change({ languagesOff: on ? others : [...others, code] });
          }}
        />
      ))}
      {failed && <TroubleLine code={null} />}
    </>
  );
}

interface SensitivityChoiceProps {
  readonly current: Sensitivity;
  readonly onChange: (sensitivity: Sensitivity) => void;
}

/** Four steps, from only what is almost certain to everything. */
function SensitivityChoice({ current, onChange }: SensitivityChoiceProps) {
  const name = useId();
  const steps: readonly (readonly [Sensitivity, string, string])[] = [
    ['sure', t('detectSure'), t('detectSureText')],
    ['likely', t('detectLikely'), t('detectLikelyText')],
    ['possible', t('detectPossible'), t('detectPossibleText')],
    ['everything', t('detectEverything'), t('detectEverythingText')],
  ];
  return (
    <fieldset class="choices">
      <legend>{t('detectSensitivity')}</legend>
      {steps.map(([key, title, text]) => (
        <label key={key} class="choice">
          <input type="radio" name={name} checked={key === current} onChange={() => onChange(key)} />
          <span>
            {title}
            <span class="sheet-text choice-text">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
