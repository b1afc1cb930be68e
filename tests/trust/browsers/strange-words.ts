/** With this each of them begins. */
export const mark = 'Qx';
/** What a page may call itself, or somebody. */
export const strangeWords: readonly { readonly name: string; readonly words: string }[] = [
  { name: 'ten thousand letters without a space', words: `${mark}${'W'.repeat(9_990)}` },
  { name: 'a tower of combining marks', words: `${mark} Z${'\u0301\u0316\u0489'.repeat(300)}algo` },
  { name: 'writing that is turned round', words: `${mark} \u202Etfel ot thgir\u202C \u2067ab\u2066cd` },
  { name: 'letters that are not seen', words: `${mark} a\u200B\u200D\u2060\uFEFFb\u00ADc` },
  { name: 'half a letter', words: `${mark} \uD83D and \uDE00` },
  { name: 'the widest signs', words: `${mark} ${'\uFDFD'.repeat(500)}` },
  { name: 'markup', words: `${mark} <img src=x onerror=alert(1)><script>alert(2)</script>&lt;` },
];

/**
 * The innermost elements that are wider than what they stand in: the window, or a box that can be scrolled. Runs in the page, by itself.
 * @returns what each is, and how it begins
 */
export function tooWide(document: Document): string[] {
  const view = document.defaultView;
  if (view === null) return [];
  const styleOf = (element: Element): CSSStyleDeclaration => view.getComputedStyle(element);
  const scrolls = (element: Element): boolean =>
    ['auto', 'scroll'].includes(styleOf(element).overflowX) &&
    !element.matches('pre, textarea, select, input');
  const frames = [
    document.documentElement,
    ...[...document.querySelectorAll('body, body *')].filter(scrolls),
  ];
  return frames
    .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)
    .flatMap((frame) => {
      const { left } = frame.getBoundingClientRect();
      const edge = left + frame.clientLeft + frame.clientWidth + 1;
      const isOut = (element: Element): boolean => {
        const box = element.getBoundingClientRect();
        const shows = styleOf(element).overflowX === 'visible';
        return box.right > edge || (shows && box.left + element.scrollWidth > edge);
      };
      const isCut = (element: Element | null): boolean =>
        element !== null &&
        element !== frame &&
        element !== document.body &&
        (styleOf(element).overflowX !== 'visible' || isCut(element.parentElement));
      const wide = [...frame.querySelectorAll('*')].filter(
        (one) => isOut(one) && !isCut(one.parentElement) && ![...one.children].some(isOut),
      );
      const told = wide.map(
        (one) =>
          `${one.tagName}.${one.className} in ${one.parentElement?.className}: ${one.textContent.slice(0, 20)}`,
      );
      return [
        `${frame.tagName}.${frame.className}: ${frame.scrollWidth} in ${frame.clientWidth}`,
        ...told.slice(0, 12),
      ];
    });
}
