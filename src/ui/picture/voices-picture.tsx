import { useState } from 'preact/hooks';
import type { SpeakerShare } from '#core/article-summary.ts';
import type { QuotationKind } from '#core/detect/types.ts';
import { Button } from '#ui/button.tsx';
import { currentLocale, t, tCount, tFacts } from '#ui/text.ts';

/** So many speakers are shown unasked: what was kept begins below, and is to be in the first window. */
const few = 5;
/** So many have a row of their own when more is asked for: a picture of two hundred is read by nobody at a glance. */
const most = 12;

interface VoicesPictureProps {
  /** Who speaks and how much, who says most first. */
  readonly speakers: readonly SpeakerShare[];
  /** The address of a named speaker's page, or null where there is none. */
  readonly hrefOf: (name: string) => string | null;
}

/** At a glance: who speaks in an article and how much; whole quotations against parts; the named against the unnamed. */
export function VoicesPicture({ speakers, hrefOf }: VoicesPictureProps) {
  const [isOpen, setOpen] = useState(false);
  const whole = sum(speakers.map(lengthOf));
  if (whole === 0) return null;
  const limit = isOpen ? most : few;
  const of = (kind: QuotationKind): number => sum(speakers.map(({ characters }) => characters[kind])) / whole;
  const shown = speakers.length > limit + 1 ? speakers.slice(0, limit) : speakers;
  const others = speakers.slice(shown.length);
  const unnamed = sum(speakers.filter(({ named }) => !named).map(lengthOf));
  const longest = Math.max(...speakers.map(lengthOf));
  const quotations = sum(speakers.map((share) => share.quotations));
  return (
    <figure class="picture">
      <table class="voices">
        <caption class="picture-caption">
          <span class="voices-keys">
            <span>{tCount('quotationCount', quotations)}</span>
            <span class="voices-key voices-key-direct">{t('voicesDirect', percent(of('direct')))}</span>
            <span class="voices-key voices-key-parts">{t('voicesParts', percent(of('mixed')))}</span>
            {of('indirect') > 0 && (
              <span class="voices-key voices-key-indirect">
                {t('voicesIndirect', percent(of('indirect')))}
              </span>
            )}
            <span class="voices-key voices-key-unnamed">{t('voicesUnnamed', percent(unnamed / whole))}</span>
          </span>
        </caption>
        <colgroup>
          <col class="voices-names" />
          <col />
          <col class="voices-shares" />
        </colgroup>
        <thead class="heard">
          <tr>
            <th scope="col">{t('speaker')}</th>
            <th scope="col">{t('voicesPicture')}</th>
            <th scope="col">{t('voicesColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((share) => (
            <VoiceRow
              key={`${share.named} ${share.speaker ?? ''}`}
              share={share}
              whole={whole}
              longest={longest}
              href={share.named && share.speaker !== null ? hrefOf(share.speaker) : null}
            />
          ))}
          {others.length > 0 && (
            <tr class="voice-unnamed">
              <th scope="row" class="voice-name" colSpan={2}>
                {isOpen ? (
                  tCount('voicesOthers', others.length)
                ) : (
                  <Button look="quiet" icon="more" expanded={false} onClick={() => setOpen(true)}>
                    {tCount('voicesOthers', others.length)}
                  </Button>
                )}
              </th>
              <td class="voice-count">{percent(sum(others.map(lengthOf)) / whole)}</td>
            </tr>
          )}
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
      <th scope="row" class="voice-name" dir="auto" title={tFacts([name, ...roles])}>
        <span class="voice-words">{href === null ? name : <a href={href}>{name}</a>}</span>
      </th>
      <td>
        <span class="voice-bars" aria-hidden="true">
          <span
            class="voice-bar voice-bar-direct"
            style={{ inlineSize: width(characters.direct / longest) }}
          />
          <span class="voice-bar voice-bar-parts" style={{ inlineSize: width(characters.mixed / longest) }} />
          <span
            class="voice-bar voice-bar-indirect"
            style={{ inlineSize: width(characters.indirect / longest) }}
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
