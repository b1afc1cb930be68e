import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { t } from './text.ts';

/** The formats that the interface offers, by the ids of core/export. */
export type ExportFormat = 'markdown' | 'json';

interface ExportMenuProps {
  /** Whether there is an article whose records can be taken out alone. */
  readonly hasArticle: boolean;
  readonly onExport: (scope: 'article' | 'everything', format: ExportFormat) => void;
}

const formats = [
  { format: 'markdown', label: 'Markdown' },
  { format: 'json', label: 'JSON' },
] as const;

/** A button that unfolds into what can be taken out and how. */
export function ExportMenu({ hasArticle, onExport }: ExportMenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    place.current?.querySelector<HTMLElement>('.menu button')?.focus();
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) === false) setOpen(false);
    };
    addEventListener('pointerdown', onPointerDown);
    return () => removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    trigger.current?.focus();
  };

  const scopes = hasArticle ? (['article', 'everything'] as const) : (['everything'] as const);
  return (
    <div class="menu-place" ref={place} onKeyDown={onKeyDown}>
      <Button look="quiet" icon="export" expanded={open} onClick={() => setOpen(!open)} buttonRef={trigger}>
        {t('export')}
      </Button>
      {open && (
        <div class="menu">
          {scopes.map((scope) => (
            <div key={scope} class="menu-group" role="group" aria-labelledby={`${id}-${scope}`}>
              <span class="menu-title" id={`${id}-${scope}`}>
                {scope === 'article' ? t('exportArticle') : t('exportEverything')}
              </span>
              <div class="menu-row">
                {formats.map(({ format, label }) => (
                  <Button
                    key={format}
                    onClick={() => {
                      setOpen(false);
                      trigger.current?.focus();
                      onExport(scope, format);
                    }}
                  >
                    {label}
                  </Button>
                ))}
              </div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
