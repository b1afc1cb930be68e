/** Whether a click on shown words is about them: not on a link in them, and not the end of marking them to be copied. */
export function isOwnClick(event: MouseEvent): boolean {
  const link = event.target instanceof Element && event.target.closest('a') !== null;
  return !link && getSelection()?.isCollapsed !== false;
}
