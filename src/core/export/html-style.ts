/** How the page for printing looks: one column of text, in the reader's light or dark, black on white on paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1d1a16; --soft: #5d564c; --line: #d9d2c5; --page: #fffdf8; --mark: #8a2f1f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece6da; --soft: #a9a192; --line: #433d34; --page: #181613; --mark: #f0a08f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 42rem; background: var(--page); color: var(--ink);
  font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 3rem 0 0.25rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.3rem; line-height: 1.3; }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: 0.15em; }
.facts, .exported, figcaption, .tags { color: var(--soft); font: 0.875rem/1.5 system-ui, sans-serif; margin: 0.25rem 0 0; }
figure { margin: 1.75rem 0 0; break-inside: avoid; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--mark); white-space: pre-line; }
figcaption { padding-inline-start: calc(1rem + 3px); }
figcaption b { color: var(--ink); }
.note { margin: 0.5rem 0 0; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 0.25rem;
  font: 0.9375rem/1.5 system-ui, sans-serif; }
.note > div { white-space: pre-wrap; }
.label { margin: 0; color: var(--soft); font-size: 0.8125rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --page: #fff; --mark: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  h2 { break-after: avoid; }
  a { text-decoration: none; }
}
`;
