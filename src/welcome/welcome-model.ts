import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { bareArticle } from '#core/bare-article.ts';
import { createAnnotation, noteOf, withNote, withSpeaker } from '#core/annotation-edit.ts';
import { storyPeople } from '#core/detect/story-people.ts';
import type { Detection, Quotation } from '#core/detect/types.ts';
import { bareGroup } from '#core/export/article-group.ts';
import { fileName } from '#core/export/file-name.ts';
import { markdown } from '#core/export/markdown.ts';
import { quotationRecord } from '#core/quotation-record.ts';
import { urnUuid } from '#core/uuid.ts';
import { fileOptions } from '#ui/export/file-options.ts';

/** What one tries out in the first minute. */
export type Step = 'keep' | 'speaker' | 'note' | 'export';
export const steps: readonly Step[] = ['keep', 'speaker', 'note', 'export'];

/** The invented article. */
export interface SampleArticle {
  readonly title: string;
  readonly outlet: string;
  readonly language: string;
  /** Paragraphs, with a blank line between them. */
  readonly text: string;
}

export interface WelcomeModel {
  /** Null until the background has read the article. */
  readonly detection: ReadonlySignal<Detection | null>;
  readonly failed: ReadonlySignal<boolean>;
  readonly done: ReadonlySignal<ReadonlySet<Step>>;
  /** The quotation that is looked at, or null. */
  readonly open: ReadonlySignal<Quotation | null>;
  /** What is known of that quotation, the reader's word before the detector's. */
  readonly record: ReadonlySignal<QuotationRecord | null>;
  readonly note: ReadonlySignal<string>;
  readonly people: ReadonlySignal<readonly string[]>;
  readonly isKept: (quotation: Quotation) => boolean;
  readonly read: () => void;
  readonly show: (quotation: Quotation | null) => void;
  readonly keep: () => void;
  readonly correctSpeaker: (name: string | null) => void;
  readonly setNote: (note: string) => void;
  /** The file of what was kept; the step is done when it was made. */
  readonly exportFile: () => { readonly name: string; readonly blob: Blob };
}

/** Nothing of the sample goes into the reader's library: it lives as long as the page, under an address of nobody's. */
const source = 'https://on-record.example/welcome';

/** The first minute with the invented article. `detect` has the background read it, as it reads any other. */
export function createWelcomeModel(
  article: SampleArticle,
  detect: () => Promise<Detection>,
  now: () => string = () => new Date().toISOString(),
): WelcomeModel {
  const detection = signal<Detection | null>(null);
  const failed = signal(false);
  const done = signal<ReadonlySet<Step>>(new Set());
  const open = signal<Quotation | null>(null);
  const kept = signal<ReadonlyMap<number, Annotation>>(new Map());
  const tick = (step: Step): void => {
    done.value = new Set([...done.peek(), step]);
  };
  const found = (quotation: Quotation): Annotation => {
    const exact = article.text.slice(quotation.start, quotation.end);
    return createAnnotation({
      id: urnUuid(crypto.getRandomValues(new Uint8Array(16))),
      now: now(),
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: quotation.start, end: quotation.end },
      ],
      quotation: quotationRecord(quotation, article.text),
    });
  };
  const change = (edit: (annotation: Annotation) => Annotation): boolean => {
    const quotation = open.peek();
    if (quotation === null) return false;
    const before = kept.peek().get(quotation.start) ?? found(quotation);
    kept.value = new Map(kept.peek()).set(quotation.start, edit(before));
    return true;
  };
  const current = computed(() => (open.value === null ? null : (kept.value.get(open.value.start) ?? null)));

  return {
    detection,
    failed,
    done,
    open,
    record: computed(
      () => current.value?.quotation ?? (open.value && quotationRecord(open.value, article.text)),
    ),
    note: computed(() => (current.value === null ? '' : noteOf(current.value))),
    people: computed(() => (detection.value === null ? [] : storyPeople(detection.value))),
    isKept: ({ start }) => kept.value.has(start),
    read() {
      failed.value = false;
      detect().then(
        (result) => {
          detection.value = result;
        },
        () => {
          failed.value = true;
        },
      );
    },
    show: (quotation) => {
      open.value = quotation;
    },
    keep() {
      if (change((annotation) => annotation)) tick('keep');
    },
    correctSpeaker(name) {
      if (change((annotation) => withSpeaker(annotation, name, now()))) tick('speaker');
    },
    setNote(note) {
      if (change((annotation) => withNote(annotation, note, now())) && note.trim() !== '') tick('note');
    },
    exportFile() {
      const exportedAt = now();
      const { title } = article;
      const writer = markdown.begin({ exportedAt, title, options: fileOptions() });
      const annotations = [...kept.peek()].sort(([a], [b]) => a - b).map(([, annotation]) => annotation);
      const parts = [writer.add(bareGroup(source, recordOf(article, exportedAt), annotations)), writer.end()];
      tick('export');
      const type = `${markdown.mime};charset=utf-8`;
      const text = parts.filter((part) => typeof part === 'string').join('');
      return {
        name: fileName(title, exportedAt.slice(0, 10), markdown.extension),
        blob: new Blob([text], { type }),
      };
    },
  };
}

function recordOf({ title, outlet, language }: SampleArticle, seen: string): ArticleRecord {
  return { ...bareArticle(source, seen, title), outlet, language };
}
