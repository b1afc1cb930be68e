/** What we use of papaparse: its own types bring Node's and the DOM's into core. */
declare module 'papaparse' {
  interface UnparseConfig {
    readonly newline: string;
    readonly delimiter?: string;
    readonly escapeFormulae?: RegExp;
  }
  interface ParseResult {
    readonly data: string[][];
    readonly errors: readonly { readonly type: string; readonly message: string }[];
  }
  const Papa: {
    unparse(rows: readonly (readonly string[])[], config: UnparseConfig): string;
    parse(text: string, config: { readonly newline: '\r\n'; readonly delimiter: string }): ParseResult;
  };
  export default Papa;
}
