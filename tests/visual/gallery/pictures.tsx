import { occasionTable } from '#core/occasions.ts';
import { voicesOf } from '#core/voices.ts';
import { VirtualList } from '#ui/list/virtual-list.tsx';
import { OccasionsPicture } from '#ui/picture/occasions-picture.tsx';
import { VoicesPicture } from '#ui/picture/voices-picture.tsx';
import { germanName } from './sample.ts';

const voices = voicesOf([
  { speaker: 'Ada Okonkwo', named: true, kind: 'direct', words: 212 },
  { speaker: 'Ada Okonkwo', named: true, kind: 'mixed', words: 31 },
  { speaker: germanName, named: true, kind: 'direct', words: 96 },
  { speaker: 'harbour officials', named: false, kind: 'mixed', words: 44 },
  { speaker: 'Marta', named: true, kind: 'mixed', words: 12 },
  { speaker: null, named: false, kind: 'direct', words: 28 },
]);

const outlets = ['Harbour Post', 'Beispielzeitung', 'The Extraordinarily Long-Winded Chronicle of Record'];
const table = occasionTable(
  Array.from({ length: 90 }, (_, index) => ({
    date: new Date(Date.UTC(2024, (index * 7) % 30, 1 + (index % 27))).toISOString(),
    outlet: outlets[index % 7 === 0 ? 2 : index % 2] ?? '',
  })),
);

/** The pictures of counts, and a list of a thousand rows. */
export function Pictures() {
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">Pictures</h2>
      <VoicesPicture voices={voices} onPerson={() => undefined} />
      <OccasionsPicture table={table} />
      <h2 class="sheet-title">A long list</h2>
      <VirtualList
        label="A long list"
        count={1000}
        estimate={48}
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
