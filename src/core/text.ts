/**
 * A stretch of text, `[start, end)`, in UTF-16 code units of one given text.
 * Every offset in this program is of this kind unless its docstring says otherwise.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The words that a span covers. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
