/** How long the browser may take to begin with the file, in ms, before its address is given back. */
const grace = 60_000;

/** Hands a file to the reader, through a link to a Blob: no request and no permission. */
export function download({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Of the address alone: the link need not wait.
  setTimeout(() => URL.revokeObjectURL(address), grace);
}
