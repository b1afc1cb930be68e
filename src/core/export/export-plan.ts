/** A part of what is to be exported, in the order of the file. */
export interface ExportPlan {
  /** Annotations, article by article in the order of their addresses. */
  readonly ids: readonly string[];
  /** The addresses of all articles of which something is kept: only when everything is exported. */
  readonly sources: readonly string[];
  /** To be sent for the next part; absent with the last. */
  readonly next?: PlanPlace;
}

/** Where a part of a plan ended. */
export interface PlanPlace {
  readonly part: 'annotations' | 'lost' | 'articles' | 'decisions';
  readonly source: string;
  readonly id: string;
}

/** A part of the ids of the ledger, article by article; `next`: after which the next part begins, null with the last. */
export interface LedgerPlan {
  readonly ids: readonly string[];
  readonly next: string | null;
}
