/** How long the browser may take to begin with the file, in ms, before its address is given back. */
const grace = 60_000;

export interface TextFile {
  readonly name: string;
  /** Without a charset. */
  readonly mime: string;
  readonly text: string;
  /** How many stored records could not be read and are not in the file. */
  readonly skipped: number;
}

/** Hands a file to the reader, through a link to a Blob: no request and no permission. */
export function download(file: Omit<TextFile, 'skipped'>): void {
  const blob = new Blob([file.text], { type: `${file.mime};charset=utf-8` });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), grace);
}
