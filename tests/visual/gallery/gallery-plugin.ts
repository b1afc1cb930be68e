import type { Plugin } from 'vite';

/** Gives every page of ours the fake `browser` before its own entry runs. */
export function galleryPlugin(): Plugin {
  return {
    name: 'on-record-gallery',
    transformIndexHtml: {
      order: 'pre',
      handler: (_, { path }) =>
        path.startsWith('/src/') || /\/gallery\/(?:components|page)\.html$/u.test(path)
          ? [
              {
                tag: 'script',
                attrs: { type: 'module', src: '/tests/visual/gallery/fake-browser.ts' },
                injectTo: 'head-prepend',
              },
            ]
          : [],
    },
  };
}
