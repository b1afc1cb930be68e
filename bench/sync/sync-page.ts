import { createStorage } from '#storage/database.ts';
import { fillNotebook } from './fill-notebook.ts';
import { notebookRecords, type NotebookSize } from './notebook-records.ts';

/** What the bench has a page of the extension do: fill the library, and use it while a run is under way. */

/** Answers how many records there are. The background must have opened the library before: it makes its stores. */
async function fillLibrary(size: NotebookSize, words: readonly string[]): Promise<number> {
  const { articles, annotations, people, appearances } = notebookRecords(size, words);
  await fillNotebook(createStorage(), { articles, annotations, people, appearances });
  return articles.length + annotations.length + people.length + appearances.length;
}

async function send<T>(name: string, input: unknown): Promise<T> {
  const reply = (await chrome.runtime.sendMessage({ name, input })) as {
    ok: boolean;
    value: T;
    error?: string;
  };
  if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
  return reply.value;
}

declare const chrome: { readonly runtime: { readonly sendMessage: (message: unknown) => Promise<unknown> } };

/** How it went: ms, and how long each message took that the page sent meanwhile, in ms. */
interface Asked {
  readonly value: unknown;
  readonly ms: number;
  readonly waits: readonly number[];
}

/** Sends messages one after the other; a small one goes beside them every 100 ms, as a reader's clicks would. */
async function askMeanwhile(
  ...messages: readonly (readonly [name: string, input: unknown])[]
): Promise<Asked> {
  const waits: number[] = [];
  const over = new AbortController();
  const clicks = (async () => {
    while (!over.signal.aborted) {
      const started = performance.now();
      await send('jobs.state', { job: 'none' });
      waits.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const started = performance.now();
  let value: unknown = null;
  for (const [name, input] of messages) value = await send(name, input);
  const ms = performance.now() - started;
  over.abort();
  await clicks;
  return { value, ms, waits };
}

/** A day: new passages with notes, edits, deletions and notes of people, by the messages that our pages send. */
async function spendDay(size: NotebookSize, words: readonly string[]): Promise<number> {
  const before = notebookRecords(size, words);
  const news = notebookRecords({ articles: 20, passages: 40, people: 15 }, words, 7);
  let count = 0;
  for (const annotation of news.annotations) {
    const article = news.articles.find(({ source }) => source === annotation.target.source);
    await send('annotations.put', { annotation, article, base: null });
    count++;
  }
  const step = Math.floor(before.annotations.length / 80);
  for (const [at, annotation] of before.annotations.filter((_one, place) => place % step === 0).entries()) {
    if (at >= 70) break;
    if (at < 10) {
      await send('annotations.delete', { id: annotation.id });
      count++;
      continue;
    }
    const body = [
      {
        type: 'TextualBody',
        purpose: 'commenting',
        value: `Looked at again ${at}.`,
        format: 'text/markdown',
      },
    ];
    const edited = { ...annotation, body, modified: new Date().toISOString() };
    const article = before.articles.find(({ source }) => source === annotation.target.source);
    await send('annotations.put', { annotation: edited, article, base: annotation.modified });
    count++;
  }
  for (const { id, note } of before.people.slice(0, 15)) {
    await send('people.note', { id, note: `${note} Known since long.`, base: note });
    count++;
  }
  return count;
}

Object.assign(globalThis, { fillLibrary, askMeanwhile, spendDay });
