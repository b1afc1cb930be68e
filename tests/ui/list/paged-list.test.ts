import { describe, expect, test } from 'vitest';
import { createPagedList, type ListPage } from '#ui/list/paged-list.ts';

/** A background that answers when it is told to, and remembers what it was asked. */
function slowSource(total: number) {
  const asked: { offset: number; answer: (name?: string) => void; refuse: () => void }[] = [];
  const fetchPage = (offset: number, limit: number): Promise<ListPage<string>> =>
    new Promise((resolve, reject) => {
      asked.push({
        offset,
        answer: (name = 'row') =>
          resolve({
            total,
            items: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => `${name} ${offset + i}`),
          }),
        refuse: () => reject(new Error('no')),
      });
    });
  return { asked, fetchPage };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('createPagedList', () => {
  test('asks once for each page that comes in sight', async () => {
    const { asked, fetchPage } = slowSource(95);
    const list = createPagedList(fetchPage, 10);
    list.show(0, 5);
    list.show(0, 12);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 10]);
    for (const { answer } of asked) answer();
    await settled();
    const { state, total, at } = list.rows.value;
    expect([state, total, at(0), at(12), at(20)]).toEqual(['ready', 95, 'row 0', 'row 12', null]);
    list.show(3, 14);
    expect(asked).toHaveLength(2);
  });

  test('keeps what is shown until the new answer is there', async () => {
    const { asked, fetchPage } = slowSource(5);
    const list = createPagedList(fetchPage, 10);
    list.show(0, 4);
    asked[0]?.answer('old');
    await settled();
    list.reload();
    expect(list.rows.value.at(0)).toBe('old 0');
    asked[1]?.answer('new');
    await settled();
    expect(list.rows.value.at(0)).toBe('new 0');
  });

  test('drops an answer that a reload has overtaken', async () => {
    const { asked, fetchPage } = slowSource(5);
    const list = createPagedList(fetchPage, 10);
    list.show(0, 4);
    list.reload();
    asked[1]?.answer('new');
    await settled();
    asked[0]?.answer('old');
    await settled();
    expect(list.rows.value.at(0)).toBe('new 0');
  });

  test('says that it failed, and recovers', async () => {
    const { asked, fetchPage } = slowSource(5);
    const list = createPagedList(fetchPage, 10);
    list.show(0, 4);
    asked[0]?.refuse();
    await settled();
    expect(list.rows.value).toMatchObject({ state: 'failed', error: new Error('no') });
    list.reload();
    asked[1]?.answer();
    await settled();
    expect(list.rows.value).toMatchObject({ state: 'ready', total: 5 });
  });

  test('asks for two pages at once and passes by what is not looked at any more', async () => {
    const { asked, fetchPage } = slowSource(10_000);
    const list = createPagedList(fetchPage, 10);
    list.show(0, 4);
    for (let row = 1_000; row <= 9_000; row += 1_000) list.show(row + 2, row + 7);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 1_000]);
    for (const { answer } of [...asked]) answer();
    await settled();
    // Where one has stayed; then what comes before and after it.
    expect(asked.slice(2).map(({ offset }) => offset)).toEqual([9_000, 8_990]);
    for (const { answer } of asked.slice(2)) answer();
    await settled();
    expect(asked.slice(4).map(({ offset }) => offset)).toEqual([9_010]);
    expect(list.rows.value.at(9_003)).toBe('row 9003');
  });

  test('a page that nobody looks at any more fails without a word, and is asked for again when somebody does', async () => {
    const { asked, fetchPage } = slowSource(1_000);
    const list = createPagedList(fetchPage, 10);
    list.show(2, 4);
    asked[0]?.answer();
    await settled();
    list.show(500, 504);
    list.show(2, 4);
    asked.find(({ offset }) => offset === 500)?.refuse();
    await settled();
    expect(list.rows.value.state).toBe('ready');
    for (const { answer } of asked) answer();
    await settled();
    const before = asked.length;
    list.show(502, 504);
    expect(asked[before]?.offset).toBe(500);
  });

  test('says how many rows there are without a word for each page that comes', async () => {
    const { asked, fetchPage } = slowSource(1_000);
    const list = createPagedList(fetchPage, 10);
    const told: number[] = [];
    list.total.subscribe((total) => told.push(total));
    list.show(0, 4);
    asked[0]?.answer();
    await settled();
    for (let row = 20; row < 900; row += 20) {
      list.show(row, row + 4);
      for (const { answer } of asked) answer();
      await settled();
    }
    expect(told).toEqual([0, 1_000]);
    // Of what was passed only the nearest stays.
    expect(list.rows.value.at(0)).toBeNull();
    expect(list.rows.value.at(880)).toBe('row 880');
  });

  test('loads nothing between what is in sight and the one row that is held elsewhere, and does not drop that', async () => {
    const { asked, fetchPage } = slowSource(100_000);
    const list = createPagedList(fetchPage, 10);
    const answerAll = async (): Promise<void> => {
      for (let i = 0; i < 4; i++) {
        for (const { answer } of asked) answer();
        await settled();
      }
    };
    list.show(3, 6);
    await answerAll();
    for (let row = 1_000; row < 3_000; row += 10) {
      list.show(row + 3, row + 6, 4);
      await answerAll();
    }
    expect(asked.every(({ offset }) => offset < 20 || offset >= 990)).toBe(true);
    expect(list.rows.value.at(4)).toBe('row 4');
    asked.length = 0;
    list.reload();
    expect(asked.map(({ offset }) => offset)).toEqual([2_990, 0]);
    await answerAll();
    expect(list.rows.value.at(4)).toBe('row 4');
  });
});
