import type { SpeakerShare } from '#core/article-summary.ts';
import { currentLocale, t, tCount } from '#ui/text.ts';

interface VoicesPictureProps {
  /** Who speaks and how much, who says most first. */
  readonly speakers: readonly SpeakerShare[];
  /** The address of a named speaker's page, or null where there is none. */
  readonly hrefOf: (name: string) => string | null;
}

/** At a glance: who speaks in an article and how much; whole quotations against parts; the named against the unnamed. */
export function VoicesPicture({ speakers, hrefOf }: VoicesPictureProps) {
  const whole = sum(speakers.map(lengthOf));
  if (whole === 0) return null;
  const direct = sum(speakers.map(({ characters }) => characters.direct));
  const unnamed = sum(speakers.filter(({ named }) => !named).map(lengthOf));
  const longest = Math.max(...speakers.map(lengthOf));
  const quotations = sum(speakers.map((share) => share.quotations));
  return (
    <figure class="picture">
      <table class="voices">
        <caption class="picture-caption">
          {tCount('quotationCount', quotations)}
          <span class="voices-key voices-key-direct">{t('voicesDirect', percent(direct / whole))}</span>
          <span class="voices-key voices-key-parts">
            {t('voicesParts', percent((whole - direct) / whole))}
          </span>
          <span class="voices-key voices-key-unnamed">{t('voicesUnnamed', percent(unnamed / whole))}</span>
        </caption>
        <thead class="heard">
          <tr>
            <th scope="col">{t('speaker')}</th>
            <th scope="col">{t('voicesPicture')}</th>
            <th scope="col">{t('voicesColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map((share) => (
            <VoiceRow
              key={`${share.named} ${share.speaker ?? ''}`}
              share={share}
              whole={whole}
              longest={longest}
              href={share.named && share.speaker !== null ? hrefOf(share.speaker) : null}
            />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface VoiceRowProps {
  readonly share: SpeakerShare;
  readonly whole: number;
  readonly longest: number;
  readonly href: string | null;
}

function VoiceRow({ share, whole, longest, href }: VoiceRowProps) {
  const { speaker, named, roles, characters } = share;
  const name = speaker ?? t('speakerUnknown');
  const all = lengthOf(share);
  return (
    <tr class={named ? undefined : 'voice-unnamed'}>
      <th scope="row" class="voice-name" dir="auto" title={[name, ...roles].join(', ')}>
        {href === null ? name : <a href={href}>{name}</a>}
      </th>
      <td>
        <span class="voice-bars" aria-hidden="true">
          <span
            class="voice-bar voice-bar-direct"
            style={{ inlineSize: width(characters.direct / longest) }}
          />
          <span
            class="voice-bar voice-bar-parts"
            style={{ inlineSize: width((all - characters.direct) / longest) }}
          />
        </span>
      </td>
      <td class="voice-count">{percent(all / whole)}</td>
    </tr>
  );
}

function lengthOf({ characters }: SpeakerShare): number {
  return characters.direct + characters.mixed + characters.indirect;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function width(ratio: number): string {
  return `${(ratio * 100).toFixed(2)}%`;
}

function percent(ratio: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(ratio);
}
