/** Serves the gallery to look at: `npx tsx tests/visual/gallery/serve-gallery.ts [PORT]`. */
import { startGallery } from './start-gallery.ts';

const { origin } = await startGallery(Number(process.argv[2] ?? 5199));
console.log(`${origin}/tests/visual/gallery/gallery.html`);
