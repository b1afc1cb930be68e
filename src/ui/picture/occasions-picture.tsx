import type { OccasionTable, PeriodUnit } from '#core/occasions.ts';
import { currentLocale, t, tCount } from '#ui/text.ts';

const formats: Readonly<Record<PeriodUnit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  month: { month: 'short', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
};

/** What a dot stands for. */
function keyWords(unit: PeriodUnit): string {
  if (unit === 'day') return t('occasionsDays');
  return unit === 'month' ? t('occasionsMonths') : t('occasionsYears');
}

interface OccasionsPictureProps {
  readonly table: OccasionTable;
  /** The address of what an outlet has, where there is such a page. */
  readonly hrefOf?: (outlet: string) => string;
}

/** When and where somebody was quoted: a row an outlet, a column a day, month or year, a dot as large as the count. */
export function OccasionsPicture({ table, hrefOf }: OccasionsPictureProps) {
  const { periods, rows, unit, most, elsewhere } = table;
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return null;
  const words = (period: string): string =>
    new Intl.DateTimeFormat(currentLocale(), formats[unit]).format(Date.parse(period));
  const years = yearStarts(periods, unit);
  const columns = { gridTemplateColumns: `repeat(${periods.length}, minmax(0, 1fr))` };
  return (
    <figure class="picture">
      <div class="occasions">
        {rows.map(({ outlet, counts, total }) => (
          <div class="occasions-row" key={outlet}>
            <span class="occasions-outlet" dir="auto" title={outlet}>
              <span class="voice-words">
                {hrefOf === undefined ? outlet : <a href={hrefOf(outlet)}>{outlet}</a>}
              </span>
            </span>
            <span
              class="occasions-dots"
              role="img"
              aria-label={rowWords(outlet, total, periods, counts, words)}
              style={columns}
            >
              {years.map(({ column, year }) => (
                <span key={year} class="occasions-start" style={{ gridColumnStart: column }} />
              ))}
              {counts.map((count, index) => {
                if (count === 0) return null;
                const period = periods[index] ?? '';
                return (
                  <span
                    key={period}
                    class="occasions-dot"
                    title={`${words(period)}: ${tCount('keptCount', count)}`}
                    style={{ gridColumnStart: index + 1, '--size': Math.sqrt(count / most).toFixed(3) }}
                  />
                );
              })}
            </span>
            <span class="voice-count">{new Intl.NumberFormat(currentLocale()).format(total)}</span>
          </div>
        ))}
        <div class="occasions-row occasions-axis" aria-hidden="true">
          <span />
          <span class="occasions-ends" style={columns}>
            <span class="occasions-first">{words(first)}</span>
            {years
              .filter(({ column }) => hasRoom(column, periods.length))
              .map(({ column, year }) => (
                <span key={year} class="occasions-year" style={{ gridColumnStart: column }}>
                  {year}
                </span>
              ))}
            {last !== first && <span class="occasions-last">{words(last)}</span>}
          </span>
          <span />
        </div>
      </div>
      <figcaption class="picture-foot">
        {keyWords(unit)}
        {elsewhere > 0 && ` ${tCount('occasionsElsewhere', elsewhere)}`}
      </figcaption>
    </figure>
  );
}

/** In which columns years begin among months, but for the first column, where everything begins. */
function yearStarts(
  periods: readonly string[],
  unit: PeriodUnit,
): readonly { readonly column: number; readonly year: string }[] {
  if (unit !== 'month') return [];
  return periods.flatMap((period, index) =>
    index > 0 && period.endsWith('-01') ? [{ column: index + 1, year: period.slice(0, 4) }] : [],
  );
}

/** Whether a year's number would not run into the words at the two ends. */
function hasRoom(column: number, columns: number): boolean {
  const room = columns / 4;
  return column > room && column <= columns - room;
}

/** The same row for those who hear it: the outlet, how many, and when most. */
function rowWords(
  outlet: string,
  total: number,
  periods: readonly string[],
  counts: readonly number[],
  words: (period: string) => string,
): string {
  const busy = counts.flatMap((count, index) => (count > 0 ? [periods[index] ?? ''] : []));
  const from = busy[0];
  const to = busy.at(-1);
  const when =
    from === undefined || to === undefined ? '' : from === to ? words(from) : `${words(from)} – ${words(to)}`;
  return t('occasionsRow', outlet, tCount('keptCount', total), when);
}
