/** What we use of @citation-js, which brings no types. Its ways to fetch an address are never given one: see scripts/without-fetch.ts. */
declare module '@citation-js/core' {
  interface OutputOptions {
    readonly format?: 'text' | 'html' | 'object';
    readonly template?: string;
    readonly lang?: string;
  }
  export const plugins: {
    readonly output: {
      format(name: 'bibliography', items: readonly object[], options: OutputOptions): string;
      format(
        name: 'bibtex',
        items: readonly object[],
        options: { readonly format: 'object' },
      ): readonly { readonly properties: Readonly<Record<string, string>> }[];
      format(
        name: 'ris',
        items: readonly object[],
        options: { readonly format: 'object' },
      ): readonly Readonly<Record<string, string | readonly string[]>>[];
    };
    readonly config: {
      get(name: '@bibtex'): { readonly format: { asciiOnly: boolean } };
      get(name: '@csl'): { readonly styles: { add(name: string, xml: string): void } };
    };
  };
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
