import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The buttons that help. */
  readonly actions?: ComponentChildren;
  readonly tone?: 'calm' | 'bad';
}

/** What a place says that has nothing else to show: why, and what helps. */
export function Notice({ title, children, actions, tone = 'calm' }: NoticeProps) {
  return (
    <section class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <h2 class="notice-title">{title}</h2>
      {children !== undefined && <div class="notice-text">{children}</div>}
      {actions !== undefined && <div class="notice-actions">{actions}</div>}
    </section>
  );
}
