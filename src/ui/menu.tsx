import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';

interface MenuProps {
  readonly label: ComponentChildren;
  /** The whole of what it is for, where the label does not say it by itself. */
  readonly about?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly pressed?: boolean | undefined;
  /** What it unfolds into. Call `close` when something was chosen. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** The least distance between what unfolds and the window's edge, in CSS px. */
const edge = 8;

/** A button that unfolds. The focus goes in, and back to the button; Escape and a click elsewhere fold it up. */
export function Menu({ label, about, icon, pressed, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    const box = panel.current?.getBoundingClientRect();
    if (box === undefined) return;
    const beyond = Math.max(0, box.right - (document.documentElement.clientWidth - edge));
    const before = Math.max(0, edge - box.left);
    if (panel.current !== null) panel.current.style.translate = `${before - beyond}px 0`;
    // At once: what is typed next is for the field.
    panel.current?.querySelector<HTMLElement>('input, button, select')?.focus();
  }, [open]);

  useEffect(() => {
    if (!open) return undefined;
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) === false) setOpen(false);
    };
    addEventListener('pointerdown', onPointerDown);
    return () => removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <div class="menu-place" ref={place} onKeyDown={onKeyDown}>
      <Button
        look="quiet"
        icon={icon}
        pressed={pressed}
        label={about}
        expanded={open}
        onClick={() => setOpen(!open)}
        buttonRef={trigger}
      >
        {label}
      </Button>
      {open && (
        <div class="menu" ref={panel}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
