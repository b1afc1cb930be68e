/** What moves for ever by itself within an SVG image. */
const SMIL = ':is(animate, animateTransform, animateMotion)[repeatCount="indefinite"]';

/**
 * Whether something on the page moves for ever: a style sheet's animation, or one in an SVG image, of which no mutation tells. At every
 * frame of it the browser paints all highlighted text anew.
 */
export function hasEndlessAnimation(document: Document): boolean {
  if (document.querySelector(SMIL) !== null) return true;
  return document
    .getAnimations()
    .some(({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations === Infinity);
}
