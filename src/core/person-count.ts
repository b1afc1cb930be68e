import type { ArticleRecord } from './annotation.ts';
import type { PersonRecord } from './person-record.ts';

/** A person, and in how many passages of how many articles he or she is quoted: none, where there is only the reader's word. */
export interface PersonCount {
  readonly person: PersonRecord;
  readonly quotations: number;
  readonly articles: number;
  /** One of the articles, to tell people of one name apart. */
  readonly example: Appearance | null;
}

/** One article in which a person is named; roles as that article gives them. */
export interface Appearance {
  readonly name: string;
  readonly source: string;
  readonly article: ArticleRecord | null;
  readonly roles: readonly string[];
}
