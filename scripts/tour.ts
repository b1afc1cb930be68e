import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageState } from '../src/messaging/protocol.ts';
import { openPopover, popoverGone, untilPainted, writeNote } from './driver/main-job.ts';
import { pageStates } from './driver/own-page.ts';
import { exportedText } from './driver/exported-text.ts';
import { type Session, until } from './driver/session.ts';

/** What the tour opens on the sample article, and what it writes. */
const words = 'I have read the map and I have read the mood';
const name = 'Ruth Lindqvist';
const note = 'Both capitals say Friday: ask the court when papers are due.';

type Article = Extract<PageState, { state: 'article' }>;

function table({ quotations, people }: Article): string {
  const cut = (text: string, most: number): string =>
    (text.length > most ? `${text.slice(0, most - 1)}…` : text).padEnd(most);
  const rows = quotations.map(({ kind, speaker, exact, confidence }) => {
    const who = speaker?.person ?? (speaker ? `(${speaker.text})` : '–');
    return `${kind.padEnd(8)} ${cut(who, 26)} ${confidence.toFixed(2)}  ${cut(exact.replaceAll(/\s+/g, ' '), 70).trimEnd()}`;
  });
  const named = people.map((person) => {
    const role = person.mentions[0]?.role ?? 'story';
    return `${cut(person.name, 26)} ${role.padEnd(7)} ${person.mentions.length}×  ${[...person.roles, ...person.aliases].slice(0, 5).join(', ')}`;
  });
  return `${quotations.length} quotations\n${rows.join('\n')}\n\n${people.length} people\n${named.join('\n')}`;
}

/**
 * Takes the main job on the sample article from end to end: marks, popover, note, popup, reload, export. Writes screenshots and both
 * exports into `folder` and prints who said what.
 * @throws an Error that says what was waited for, when a step does not come about
 */
export async function takeTour(session: Session, address: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shoot = async (page: Page, title: string): Promise<void> => {
    // Let what fades in be there.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await page.screenshot({ path: join(folder, `${title}.png`) });
  };

  const page = await session.open(address);
  await untilPainted(page, 20);
  await shoot(page, '1-article');

  await openPopover(page, name, name);
  await shoot(page, '2-person');
  await page.keyboard.press('Escape');
  await popoverGone(page);

  const quotation = await openPopover(page, words, 'Helena Marrow');
  await writeNote(page, quotation, note);
  await shoot(page, '3-note');
  await page.keyboard.press('Escape');
  await popoverGone(page);

  const popup = await session.popup(page);
  await until('the note in the popup', () =>
    popup.run((document) => document.body.textContent.includes('Helena Marrow')),
  );
  await session.shootPopup(join(folder, '4-popup.png'));
  await session.closePopup();

  await page.reload({ waitUntil: 'load' });
  await untilPainted(page, 20);
  const again = await openPopover(page, words, 'Kept');
  const kept = await again.evaluate(() => document.querySelector('.note-words')?.textContent);
  if (kept !== note) throw new Error(`The note did not come back: ${kept}`);
  await shoot(page, '5-after-reload');

  const library = await session.openOwn('src/library/library.html');
  await until('the article in the library', () =>
    library.evaluate(() => {
      const link = document.querySelector<HTMLElement>('.list-row-title a');
      link?.click();
      return link !== null;
    }),
  );
  await until('the note in the library', () =>
    library.evaluate(() => document.body.textContent.includes('ask the court')),
  );
  await shoot(library, '6-library');
  for (const [format, file] of [
    ['markdown', 'export.md'],
    ['json', 'export.json'],
  ] as const) {
    const text = await exportedText(library, format);
    await writeFile(join(folder, file), text);
  }
  const [article] = await pageStates(library);
  if (article?.state !== 'article')
    throw new Error(`The sample is not read as an article: ${article?.state}`);
  console.log(table(article));
  console.log(
    `\nKept one quotation with a note, found it again after a reload, exported it. See ${folder}/: screenshots, export.md, export.json.`,
  );
}
