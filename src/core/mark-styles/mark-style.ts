/** How a mark looks on a light or on a dark page: CSS colours. */
interface MarkColours {
  /** Thin enough for the page's own text colour to stay readable on it. */
  readonly background: string;
  readonly line: string;
}

/** A way to mark what is kept; what it means the reader says. Each has one file and one line in registry.ts. */
export interface MarkStyleLook {
  /** The name of the style in what is stored (`target.styleClass`). Never changed once released. */
  readonly id: string;
  /** The key in `_locales` of what it is called until the reader calls it otherwise. */
  readonly label: string;
  /** Lines and thickness, as CSS `text-decoration` has them: no two styles have the same, for those who cannot tell colours apart. */
  readonly shape: string;
  readonly light: MarkColours;
  readonly dark: MarkColours;
}
