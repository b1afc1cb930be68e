import { computePosition, type ComputePositionConfig, type Platform } from '@floating-ui/core';
import type { VirtualElement } from '@floating-ui/dom';

/**
 * How @floating-ui measures what stands fixed in the window, in CSS px. Its own way of measuring is for elements anywhere in a page, with
 * ancestors that clip and scroll; ours have none, so it is left out of the content script (https://floating-ui.com/docs/platform).
 */
const platform: Platform = {
  getElementRects: ({ reference, floating }: { reference: VirtualElement; floating: HTMLElement }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...sizeOf(floating) },
  }),
  getDimensions: sizeOf,
  getClippingRect: () => {
    const { clientWidth, clientHeight } = document.documentElement;
    // What a finger has zoomed to, or what the keyboard of a phone leaves.
    const {
      offsetLeft = 0,
      offsetTop = 0,
      width = clientWidth,
      height = clientHeight,
    } = visualViewport ?? {};
    return { x: offsetLeft, y: offsetTop, width, height };
  },
  getClientRects: (reference: VirtualElement) => [...(reference.getClientRects?.() ?? [])],
};

function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): { width: number; height: number } {
  return { width: offsetWidth, height: offsetHeight };
}

/** Where a fixed element of ours should stand by something on the page: the upper left corner in the window, in CSS px. */
export function placeInWindow(
  reference: VirtualElement,
  element: HTMLElement,
  options: Omit<ComputePositionConfig, 'platform' | 'strategy'>,
): Promise<{ readonly x: number; readonly y: number }> {
  return computePosition(reference, element, { ...options, strategy: 'fixed', platform });
}
