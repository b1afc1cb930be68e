import type { Page } from 'puppeteer-core';

/**
 * What one can press and is too small, by WCAG 2.2, 2.5.8 (Target Size, Minimum): under 24 by 24 CSS px, unless a circle of 24 px on its
 * middle meets no other target (nor another small one's circle), or it stands in a line of text.
 */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SIZE = 24;
    interface Target {
      readonly name: string;
      readonly box: DOMRect;
      readonly isSmall: boolean;
      readonly element: Element;
    }
    /** What can be pressed for it: the label that it stands in, too. */
    const pressed = (element: Element): DOMRect =>
      (element.closest('label') ?? element).getBoundingClientRect();
    const inText = (element: Element): boolean => {
      const words = element.parentElement?.textContent?.trim() ?? '';
      const isInline = getComputedStyle(element).display === 'inline';
      return isInline && words.length > (element.textContent?.trim().length ?? 0);
    };
    /** Beneath a menu or a dialogue, where one cannot press it now: all that is outside of a modal one is inert. */
    const isCovered = (element: Element, { left, top, width, height }: DOMRect): boolean => {
      if (document.querySelector(':modal') !== null && element.closest(':modal') === null) return true;
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return (
        above !== null &&
        above.closest('.menu, [popover], dialog') !== element.closest('.menu, [popover], dialog')
      );
    };
    const roots: (Document | ShadowRoot)[] = [document];
    for (const element of document.querySelectorAll('*'))
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
    const selector =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [tabindex="0"]';
    const targets: Target[] = roots
      .flatMap((root) => [...root.querySelectorAll(selector)])
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inText(element))
      .map((element) => {
        const box = pressed(element);
        const name = `${element.localName}.${element.className} "${element.textContent?.trim().slice(0, 30)}" ${Math.round(box.width)}×${Math.round(box.height)}`;
        return { name, box, element, isSmall: box.width < SIZE - 0.5 || box.height < SIZE - 0.5 };
      })
      .filter(({ box, element }) => box.width > 0 && box.height > 0 && !isCovered(element, box));
    const middle = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 });
    const crowds = (one: Target, other: Target): boolean => {
      if (other === one || other.element.contains(one.element) || one.element.contains(other.element))
        return false;
      const from = middle(one.box);
      const to = middle(other.box);
      if (other.isSmall && Math.hypot(from.x - to.x, from.y - to.y) < SIZE) return true;
      const x = Math.max(other.box.left - from.x, 0, from.x - other.box.right);
      const y = Math.max(other.box.top - from.y, 0, from.y - other.box.bottom);
      return Math.hypot(x, y) < SIZE / 2;
    };
    return targets
      .filter((one) => one.isSmall && targets.some((other) => crowds(one, other)))
      .map(({ name }) => name);
  });
}

/** What has the focus without showing it: no outline, and nothing around it that has one. */
export function unseenFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shows = (element: Element | null, depth = 0): boolean => {
      if (element === null || depth > 3) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) return true;
      return boxShadow !== 'none' || shows(element.parentElement, depth + 1);
    };
    const unseen: string[] = [];
    const before = document.activeElement;
    const controls = document.querySelectorAll<HTMLElement>(
      '#root :is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)',
    );
    for (const element of controls) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      // What has it already would go on showing it as the last input did.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      // As a key would: a focus that a script gives shows as the last input did, unless it is told to.
      element.focus({ preventScroll: true, focusVisible: true });
      if (document.activeElement !== element) continue;
      // A control that is heard only has its face beside it.
      const face = element.classList.contains('heard') ? element.nextElementSibling : element;
      if (!shows(face)) unseen.push(`${element.localName}.${element.className}`);
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return [...new Set(unseen)];
  });
}
