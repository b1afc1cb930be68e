/** The shapes, on a 16 by 16 grid, drawn as strokes. One line an icon. */
const shapes = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  close: 'M4 4l8 8M12 4l-8 8',
  keep: 'M4.5 2.5h7v11L8 10.8 4.5 13.5z',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2',
  export: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.5h10',
  library: 'M3 3v10.5M6.2 3v10.5M9 3.4l3.6 10',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M8.5 3.2v3.6h3V3.2zM4.5 9.2v3.6h3V9.2z',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.5c.4-2.7 2.4-4 5-4s4.6 1.3 5 4',
  back: 'M13 8H4M7.5 4.5L4 8l3.5 3.5',
  place: 'M3 8h9M8.5 4.5L12 8l-3.5 3.5',
  tag: 'M2.5 2.5h5.6l5.4 5.4-5.6 5.6-5.4-5.4zM5.3 5.3h.01',
  keys: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.3h6',
  more: 'M4.5 6.3L8 9.8l3.5-3.5',
  up: 'M8 13V3.2M3.8 7.2L8 3l4.2 4.2',
  down: 'M8 3v9.8M3.8 8.8L8 13l4.2-4.2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.700l.9-.9',
  undo: 'M5.5 3L2.8 5.8l2.7 2.7M3 5.8h6.2a3.6 3.6 0 0 1 0 7.2H6',
  note: 'M3 13l.6-2.8L11 2.8 13.2 5 5.8 12.4z',
  panel: 'M2 3h12v10H2zM9.8 3v10M11.4 5.6h1M11.4 8h1',
  show: 'M1.8 8c1.4-2.7 3.6-4 6.2-4s4.8 1.3 6.2 4c-1.4 2.7-3.6 4-6.2 4s-4.8-1.3-6.2-4zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  hide: 'M1.8 8c1.4-2.7 3.6-4 6.2-4s4.8 1.3 6.2 4c-1.4 2.7-3.6 4-6.2 4s-4.8-1.3-6.2-4zM3 13L13 3',
} as const;

export type IconName = keyof typeof shapes;

/** An icon that says nothing by itself: the control beside it carries the words. */
export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg
      class={filled ? 'icon icon-filled' : 'icon'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
