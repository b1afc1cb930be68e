import type { Voice, Voices } from '#core/voices.ts';
import { currentLocale, t, tCount } from '#ui/text.ts';

interface VoicesPictureProps {
  readonly voices: Voices;
  /** Opens the page of a named speaker. */
  readonly onPerson: (name: string) => void;
}

/** At a glance: who speaks in an article and how much; whole quotations against parts; the named against the unnamed. */
export function VoicesPicture({ voices, onPerson }: VoicesPictureProps) {
  const { speakers, words, direct, named } = voices;
  if (words === 0) return null;
  const longest = speakers.reduce((most, voice) => Math.max(most, voice.words), 1);
  return (
    <figure class="picture">
      <table class="voices">
        <caption class="picture-caption">
          {tCount('voicesWords', words)}
          <span class="voices-key voices-key-direct">{t('voicesDirect', share(direct, words))}</span>
          <span class="voices-key voices-key-parts">{t('voicesParts', share(words - direct, words))}</span>
          <span class="voices-key voices-key-unnamed">{t('voicesUnnamed', share(words - named, words))}</span>
        </caption>
        <thead class="heard">
          <tr>
            <th scope="col">{t('speaker')}</th>
            <th scope="col">{t('voicesPicture')}</th>
            <th scope="col">{t('voicesColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map((voice) => (
            <VoiceRow key={voice.speaker ?? ''} voice={voice} longest={longest} onPerson={onPerson} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface VoiceRowProps {
  readonly voice: Voice;
  readonly longest: number;
  readonly onPerson: (name: string) => void;
}

function VoiceRow({ voice: { speaker, named, words, direct }, longest, onPerson }: VoiceRowProps) {
  return (
    <tr class={named ? undefined : 'voice-unnamed'}>
      <th scope="row" class="voice-name" dir="auto">
        {named && speaker !== null ? (
          <button type="button" class="link-button" onClick={() => onPerson(speaker)}>
            {speaker}
          </button>
        ) : (
          (speaker ?? t('speakerUnknown'))
        )}
      </th>
      <td>
        <span class="voice-bars" aria-hidden="true">
          <span class="voice-bar voice-bar-direct" style={{ inlineSize: percent(direct / longest) }} />
          <span
            class="voice-bar voice-bar-parts"
            style={{ inlineSize: percent((words - direct) / longest) }}
          />
        </span>
      </td>
      <td class="voice-count">{new Intl.NumberFormat(currentLocale()).format(words)}</td>
    </tr>
  );
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(2)}%`;
}

function share(part: number, whole: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(part / whole);
}
