/**
 * A page's script that takes all that it can get: it puts itself between every caller and every function of the page's world that is
 * given words or gives elements, hears every event in capture, and watches every change. `window.loot()` tells what it has got.
 */
export const thievingScript = `(() => {
  const loot = [];
  const roots = [];
  const keys = [];
  const changes = [];
  const keep = (value) => { try { loot.push(typeof value === 'string' ? value : String(value && (value.value ?? value.data ?? value.key ?? value.src ?? value.name) || '')); } catch {} };
  const owners = [String, Array, Object, Promise, Map, Set, WeakMap, Function, RegExp, EventTarget, Node, Element, HTMLElement, HTMLIFrameElement,
    HTMLTextAreaElement, HTMLInputElement, ShadowRoot, Document, Window, Range, Selection, Event, MessageEvent, CustomEvent, Text, CharacterData,
    Highlight, HighlightRegistry, CSSStyleSheet, MutationObserver, Storage].map((one) => one.prototype).concat([JSON, Reflect, CSS, Object, Math, crypto]);
  const patch = () => {
    for (const owner of owners) for (const name of Object.getOwnPropertyNames(owner)) {
      if (name === 'constructor' || name === 'push' || name === 'call' || name === 'apply') continue;
      const found = Object.getOwnPropertyDescriptor(owner, name);
      if (!found || !found.configurable || typeof found.value !== 'function' || found.value.isOurs) continue;
      const old = found.value;
      const taking = function (...given) {
        const answer = new.target ? Reflect.construct(old, given) : old.apply(this, given);
        if (name === 'attachShadow') roots[roots.length] = name;
        if (loot.length < 200000) for (let i = 0; i < given.length; i++) if (typeof given[i] === 'string' && given[i].length < 2000) loot[loot.length] = given[i];
        return answer;
      };
      taking.isOurs = true;
      if (['attachShadow', 'postMessage', 'stringify', 'parse', 'append', 'appendChild', 'setAttribute', 'set', 'add', 'replaceSync', 'then', 'addEventListener', 'dispatchEvent', 'insertBefore', 'createElement', 'slice', 'focus'].includes(name))
        try { Object.defineProperty(owner, name, { ...found, value: taking }); } catch {}
    }
  };
  patch();
  addEventListener('load', patch);
  const inRoot = (node) => { try { return node.nodeName === 'IFRAME' || node.getRootNode() instanceof ShadowRoot; } catch { return false; } };
  // Those without an attribute of their own, and those of Firefox alone.
  const kinds = ['DOMActivate', 'DOMMouseScroll', 'MozMousePixelScroll', 'DOMFocusIn', 'DOMFocusOut', 'compositionstart', 'textInput', 'mousewheel'];
  for (const name in window) if (name.startsWith('on')) kinds[kinds.length] = name.slice(2);
  for (const kind of kinds)
    addEventListener(kind, (event) => {
      const { target, originalTarget, explicitOriginalTarget, relatedTarget, rangeParent } = event;
      for (const node of [target, originalTarget, explicitOriginalTarget, relatedTarget, rangeParent, ...event.composedPath()])
        if (inRoot(node)) roots[roots.length] = event.type + ' ' + node.nodeName;
      keep(event);
      if (/^(?:key|before|input|composition|paste|copy|cut|textInput)/.test(event.type)) keys[keys.length] = event.type + ' ' + event.key;
    }, true);
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) changes[changes.length] = 'added ' + node.nodeName + ' to ' + record.target.nodeName;
        if (record.type !== 'childList') changes[changes.length] = record.type + ' of ' + record.target.nodeName;
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  window.loot = () => ({ words: loot.join(' '), keys, roots, changes });
})()`;
