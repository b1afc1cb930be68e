import type { ComponentChildren } from 'preact';
import { t } from './text.ts';

/** The head of a page of ours: our name, what the page is, and what belongs at its end. */
export function Masthead({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <header class="masthead">
      <h1 class="masthead-title">
        <span class="masthead-name">{t('extensionName')}</span>
        {title}
      </h1>
      {children}
    </header>
  );
}
