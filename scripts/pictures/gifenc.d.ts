/** The part of gifenc (https://github.com/mattdesl/gifenc) that is used here; it comes without types. */
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[];
  interface Encoder {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: Palette; readonly delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  /** In Node it is a CommonJS module, all of which is the default. */
  const gifenc: {
    /** @param rgba four bytes a pixel */
    readonly quantize: (rgba: Uint8Array, most: number) => Palette;
    readonly applyPalette: (rgba: Uint8Array, palette: Palette) => Uint8Array;
    readonly GIFEncoder: () => Encoder;
  };
  export default gifenc;
}
