import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'nl', 'ja', 'ar'];
const narrow: ReadonlySet<Scene['surface']> = new Set(['popover', 'popup', 'panel']);

/** The page of a surface in one of its scenes. */
function address(name: string, { surface }: Scene, language: string, direction: string): string {
  const page =
    surface === 'components' || surface === 'page'
      ? `/tests/visual/gallery/${surface}.html`
      : `/src/${surface}/${surface}.html`;
  return `${page}?${new URLSearchParams({ scene: name, lang: language, dir: direction })}`;
}

/** Every surface in every state, side by side. The steps of a scene are done only in tests and pictures. */
function Gallery() {
  const [language, setLanguage] = useState('en');
  const [direction, setDirection] = useState('ltr');
  const [part, setPart] = useState('');
  return (
    <main class="gallery">
      <div class="gallery-head">
        <h1>Gallery</h1>
        <input
          class="input"
          aria-label="Part of a name"
          onInput={(event) => setPart(event.currentTarget.value)}
        />
        <select aria-label="Language" onChange={(event) => setLanguage(event.currentTarget.value)}>
          {languages.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </select>
        <select aria-label="Direction" onChange={(event) => setDirection(event.currentTarget.value)}>
          <option>ltr</option>
          <option>rtl</option>
        </select>
      </div>
      <div class="scenes">
        {Object.entries(scenes)
          .filter(([name]) => name.includes(part))
          .map(([name, scene]) => (
            <section key={name} class={narrow.has(scene.surface) ? 'scene' : 'scene scene-wide'}>
              <h2>{name}</h2>
              <iframe title={name} loading="lazy" src={address(name, scene, language, direction)} />
            </section>
          ))}
      </div>
    </main>
  );
}

const root = document.querySelector('#root');
if (root !== null) render(<Gallery />, root);
