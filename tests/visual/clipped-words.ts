import type { Page } from 'puppeteer-core';

/**
 * Words of the interface that do not fit where they stand: what a field asks that is longer than the field, a choice longer than its
 * box, words that are cut off by what they stand in, or run out of their button. Names and titles may be cut off with an ellipsis, and
 * passages by lines; sentences of ours may not.
 * @param ours the sentences of the interface's language
 */
export function clippedWords(page: Page, ours: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((sentences) => {
    const known = new Set(sentences);
    const found = new Set<string>();
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.heard') === null;
    const tell = (what: string, element: Element, words: string): void => {
      found.add(`${what} ${element.localName}.${element.className}: ${words.slice(0, 60)}`);
    };

    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[placeholder], textarea[placeholder]',
    )) {
      if (!isSeen(field) || field.value !== '' || field.placeholder === '') continue;
      field.value = field.placeholder;
      if (field.scrollWidth > field.clientWidth + 1) tell('field', field, field.placeholder);
      field.value = '';
    }

    const pen = document.createElement('canvas').getContext('2d');
    for (const select of document.querySelectorAll('select')) {
      const words = select.selectedOptions[0]?.textContent?.trim() ?? '';
      if (pen === null || !isSeen(select) || !known.has(words)) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      pen.font = font;
      const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (pen.measureText(words).width > room + 1) tell('choice', select, words);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (words === '' || parent === null || parent.closest('option, script, style') || !isSeen(parent))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const button = parent.closest('button, .button, .tab');
      const around = button?.getBoundingClientRect();
      if (around !== undefined && button !== null) {
        if (box.left < around.left - 1 || box.right > around.right + 1) tell('button', button, words);
        if (known.has(words) && (box.top < around.top - 1 || box.bottom > around.bottom + 1))
          tell('button', button, words);
      }
      for (let at: Element | null = parent; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(at);
        if (overflowX === 'visible') continue;
        if (textOverflow === 'ellipsis' && !known.has(words)) break;
        const { left, right } = at.getBoundingClientRect();
        // Only to be heard.
        if (right - left <= 1) break;
        const isCut = box.left < left - 1 || box.right > right + 1;
        if (isCut) tell('cut off', at, words);
        // A block of text cuts what cannot be broken; what it stands in may cut the block.
        if (isCut || overflowX !== 'clip') break;
      }
    }
    return [...found];
  }, ours);
}
