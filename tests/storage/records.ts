import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import type { DatabaseOptions } from '#storage/connection.ts';
import { createStorage, type Storage } from '#storage/database.ts';

let names = 0;

/** A storage over a database that no other test uses. */
export function freshStorage(options: DatabaseOptions = {}): Storage {
  return createStorage({ name: freshName(), ...options });
}

export function freshName(): string {
  return `test-${++names}`;
}

/** A time of one day, `minute` minutes after eight. ISO 8601. */
export function at(minute: number): string {
  return new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString();
}

export function id(number: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export interface Sample {
  readonly number: number;
  readonly source?: string;
  readonly exact?: string;
  readonly start?: number;
  readonly minute?: number;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly quotation?: QuotationRecord | null;
}

export const source = 'https://www.example.com/news/a-long-story';

export function annotation(sample: Sample): Annotation {
  const { number, exact = `Words ${number}`, start = number * 10 } = sample;
  const end = start + exact.length;
  return createAnnotation({
    id: id(number),
    now: at(sample.minute ?? number),
    source: sample.source ?? source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start, end },
    ],
    quotation: sample.quotation ?? null,
    note: sample.note ?? '',
    tags: sample.tags ?? [],
  });
}

export function article(change: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    source,
    title: 'A long story',
    byline: 'Ann Teller',
    outlet: 'The Example',
    language: 'en',
    section: 'Harbour',
    published: '2026-01-05',
    modified: '2026-01-06T07:00:00.000Z',
    origins: { title: 'json-ld', byline: 'page' },
    firstSeen: at(0),
    lastSeen: at(0),
    ...change,
  };
}

export function saidBy(
  speaker: string | null,
  status: QuotationRecord['status'] = 'detected',
): QuotationRecord {
  const detected = { kind: 'direct', mention: speaker, speaker, detectedSpeaker: speaker } as const;
  return {
    ...detected,
    cue: 'said',
    evidence: [{ code: 'cue-after', words: ['said'] }],
    confidence: 0.9,
    status,
  };
}
