import type { Plugin } from 'vite';

/** Gives every page of ours the fake `browser` before its own entry runs. */
export function galleryPlugin(): Plugin {
  return {
    name: 'on-record-gallery',
    transformIndexHtml: {
      order: 'pre',
      handler: (_, { path }) =>
        path.startsWith('/src/') || path.endsWith('/components.html')
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
