import type { Plugin } from 'vite';

/** Gives every page of ours the fake `browser` before its own entry runs, and the release's content policy. */
export function galleryPlugin(): Plugin {
  return {
    name: 'on-record-gallery',
    transformIndexHtml: {
      order: 'pre',
      handler: (_, { path }) =>
        path.startsWith('/src/')
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
