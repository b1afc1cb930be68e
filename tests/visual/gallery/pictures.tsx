import type { SpeakerShare } from '#core/article-summary.ts';
import { occasionTable } from '#core/occasions.ts';
import { VirtualList } from '#ui/list/virtual-list.tsx';
import { OccasionsPicture } from '#ui/picture/occasions-picture.tsx';
import { VoicesPicture } from '#ui/picture/voices-picture.tsx';
import { germanName } from './sample.ts';

const said = (speaker: string | null, named: boolean, direct: number, mixed: number): SpeakerShare => ({
  speaker,
  named,
  roles: [],
  quotations: 3,
  characters: { direct, mixed, indirect: 0 },
});
const speakers = [
  said('Ada Okonkwo', true, 212, 31),
  said(germanName, true, 96, 0),
  said('harbour officials', false, 0, 44),
  said(null, false, 28, 0),
  said('Marta', true, 0, 12),
];

const rowNumber = (index: number): number => index;

const outlets = ['Harbour Post', 'Beispielzeitung', 'The Extraordinarily Long-Winded Chronicle of Record'];
const table = occasionTable(
  Array.from({ length: 90 }, (_, index) => ({
    date: new Date(Date.UTC(2024, (index * 7) % 30, 1 + (index % 27))).toISOString(),
    outlet: outlets[index % 7 === 0 ? 2 : index % 2] ?? '',
    count: 1,
  })),
);

/** The pictures of counts, and a list of a thousand rows. */
export function Pictures() {
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">Pictures</h2>
      <VoicesPicture speakers={speakers} hrefOf={() => '#'} />
      <OccasionsPicture table={table} />
      <h2 class="sheet-title">A long list</h2>
      <VirtualList
        label="A long list"
        count={1000}
        estimate={48}
        at={rowNumber}
        keyOf={String}
        row={(index) => (
          <p style={{ paddingBlock: `${8 + (index % 5) * 6}px` }}>
            Row {index + 1}, as tall as it needs to be
          </p>
        )}
      />
    </section>
  );
}
