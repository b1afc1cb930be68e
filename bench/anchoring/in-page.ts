import { describe } from '#core/anchor/describe.ts';
import { matchInSteps } from '#core/anchor/match.ts';
import type { Selector } from '#core/anchor/selector.ts';
import { buildIndex, indexInSteps } from '#core/anchor/text-index.ts';
import { inSlices } from '#page/in-slices.ts';
import { buildTextMap } from '#page/text-map.ts';
import { contestants } from './contestants.ts';
import { EDITS } from './edits.ts';
import { createRandom } from './random.ts';
import { samplePassages } from './sample-passages.ts';
import { trackText, type TrackedText } from './tracked-text.ts';

/** Runs in the page. How each passage fared. `right`: three quarters of what is shown and of the passage are one. */
export type Fate = 'right' | 'partly' | 'wrong' | 'lost';

type Place = { readonly node: Text; readonly from: number; readonly to: number };

const PER_PAGE = 12;

/** Saves passages on the page, edits a copy of it, and looks for them. Answers fates by contestant's name. */
async function runLevel(seed: string, level: string): Promise<Record<string, Fate[]>> {
  const edit = EDITS[level];
  if (!edit) throw new Error(`no such edit: ${level}`);
  // Code that repeats the article is searched too by those who go by textContent: they are spared that.
  for (const script of document.body.querySelectorAll('script')) script.remove();
  document.body.normalize();
  const saved = document.body.cloneNode(true) as HTMLElement;
  const passages = samplePassages(
    document.body,
    trackText(document.body),
    PER_PAGE,
    createRandom(seed),
  ).filter(({ words }) => (words.match(/[\p{L}\p{N}]+/gu) ?? []).length >= (edit.least ?? 1));
  const text = trackText(document.body);
  const ranges = passages.map(({ first, end }) => rangeOf(text.placesOf(first, end)));
  const kept = new Map<string, string[]>();
  for (const contestant of contestants)
    kept.set(contestant.name, await contestant.save(document.body, ranges));
  // What follows happens on another day: no node of the page is the same.
  document.body.replaceWith(saved.cloneNode(true));
  const now = trackText(document.body);
  edit.apply({ root: document.body, text: now, passages, random: createRandom(seed + level) });
  now.normalize();
  const fates: Record<string, Fate[]> = {};
  for (const contestant of contestants) {
    const found = await contestant.find(document.body, kept.get(contestant.name) ?? []);
    fates[contestant.name] = passages.map(({ first, end }, i) =>
      fateOf(now, edit.gone ? [] : now.placesOf(first, end), found[i] ?? null),
    );
  }
  document.body.replaceWith(saved);
  return fates;
}

function rangeOf(places: readonly Place[]): Range {
  const range = document.createRange();
  const [head, tail] = [places[0], places.at(-1)];
  if (head && tail) {
    range.setStart(head.node, head.from);
    range.setEnd(tail.node, tail.to);
  }
  return range;
}

/** The units of a range in the tracked text, spaces and soft hyphens left out, as strings that name them. */
function unitsIn(text: TrackedText, range: Range): Set<string> {
  const units = new Set<string>();
  text.nodes().forEach((node, n) => {
    if (!range.intersectsNode(node)) return;
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : node.length;
    for (let i = from; i < to; i++) if (!/[\s\u00ad]/.test(node.data[i] ?? '')) units.add(`${n}:${i}`);
  });
  return units;
}

function fateOf(text: TrackedText, truth: readonly Place[], found: Range | null): Fate {
  if (!found || found.collapsed) return 'lost';
  if (truth.length === 0) return 'wrong';
  const [wanted, shown] = [unitsIn(text, rangeOf(truth)), unitsIn(text, found)];
  const both = [...wanted].filter((unit) => shown.has(unit)).length;
  if (both === 0) return 'wrong';
  return both / (wanted.size + shown.size - both) >= 0.75 ? 'right' : 'partly';
}

/** One paragraph for each stretch of a text; nothing else is on the page. */
function setPage(text: string): void {
  const paragraphs = text.split('\n\n').map((words) => {
    const element = document.createElement('p');
    element.textContent = words;
    return element;
  });
  document.body.replaceChildren(...paragraphs);
}

/** Milliseconds for finding passages of one page on another, by contestant. `spans` are stretches of the first one's text. */
async function time(
  before: string,
  after: string,
  spans: readonly { start: number; end: number }[],
  names: readonly string[],
): Promise<Record<string, { ms: number; found: number }>> {
  const results: Record<string, { ms: number; found: number }> = {};
  for (const contestant of contestants.filter(({ name }) => names.includes(name))) {
    setPage(before);
    const map = buildTextMap(document.body);
    const ranges = spans.flatMap((span) => map.rangeOf(span) ?? []);
    const saved = await contestant.save(document.body, ranges);
    setPage(after);
    const started = performance.now();
    const found = await contestant.find(document.body, saved);
    results[contestant.name] = {
      ms: performance.now() - started,
      found: found.filter((range) => range !== null).length,
    };
  }
  return results;
}

interface Hunt {
  readonly after: string;
  readonly saved: readonly Selector[][];
}
let hunt: Hunt = { after: '', saved: [] };

/** Describes passages of a text, to be looked for in another. */
function prepareHunt(before: string, after: string, spans: readonly { start: number; end: number }[]): void {
  const index = buildIndex(before);
  hunt = { after, saved: spans.map((span) => describe(before, span, index)) };
}

/**
 * How long our indexing and matching hold the thread at a time, at most, in ms by the clock: another task is posted anew whenever it
 * has run, and the time between two of its turns is what somebody else would have had to wait.
 */
async function longestHold(): Promise<{ ms: number; hold: number; found: number }> {
  const { port1, port2 } = new MessageChannel();
  let hold = 0;
  let last = performance.now();
  let over = false;
  port1.addEventListener('message', () => {
    hold = Math.max(hold, performance.now() - last);
    last = performance.now();
    if (!over) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  const started = performance.now();
  performance.mark('on-record-hunt');
  const matches = await inSlices(matchInSteps(hunt.saved, await inSlices(indexInSteps(hunt.after))));
  const ms = performance.now() - started;
  over = true;
  return { ms, hold, found: matches.filter(({ span }) => span !== null).length };
}

const levels = Object.entries(EDITS).map(([name, { gone }]) => ({ name, gone }));
const api = { levels, names: contestants.map(({ name }) => name), runLevel, time, prepareHunt, longestHold };
export type InPage = typeof api;

Object.assign(globalThis, { onRecordAnchoring: api });
