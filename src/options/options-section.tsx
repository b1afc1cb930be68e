import type { ComponentChildren } from 'preact';

interface OptionsSectionProps {
  /** What stands in the address of the page for it. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the options under its head, which can be gone to: by a link the focus goes there, too. */
export function OptionsSection({ id, title, children }: OptionsSectionProps) {
  return (
    <section class="sheet-section" aria-labelledby={id}>
      <h2 class="sheet-title" id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
