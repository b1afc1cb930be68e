import { useMemo } from 'preact/hooks';
import { qrPath } from './qr-path.ts';

interface QrPictureProps {
  readonly text: string;
  /** What it is, to those who do not see it. */
  readonly label: string;
}

/** How large it may be, and how large a module is at least, in CSS px: whole ones, so that all are equal. */
const SIDE = 320;
const LEAST = 3;

/** A text as a QR code: dark on white in dark mode, too, since readers of such codes expect that. Nothing where it is too long. */
export function QrPicture({ text, label }: QrPictureProps) {
  const code = useMemo(() => qrPath(text), [text]);
  if (code === null) return null;
  const side = code.size * Math.max(LEAST, Math.floor(SIDE / code.size));
  return (
    <svg
      class="qr-picture"
      width={side}
      height={side}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="qr-light" width={code.size} height={code.size} />
      <path class="qr-dark" d={code.path} />
    </svg>
  );
}
