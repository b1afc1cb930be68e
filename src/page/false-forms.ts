/**
 * What is asked of every element. A form answers with a field of its own where the field has such a name (HTML, "named properties of
 * a form"): climbing from parent to parent would never end.
 */
const ATTRIBUTES = [
  ...['parentElement', 'parentNode', 'firstChild', 'lastChild', 'nextSibling', 'previousSibling'],
  ...['childNodes', 'firstElementChild', 'nextElementSibling', 'shadowRoot', 'ownerDocument'],
  ...['localName', 'nodeName', 'tagName', 'nodeType', 'textContent', 'classList'],
] as const;
const METHODS = [
  ...['getRootNode', 'contains', 'closest', 'matches', 'querySelector', 'querySelectorAll'],
  ...['getAttribute', 'hasAttribute', 'getElementsByTagName', 'getBoundingClientRect'],
] as const;

/** Reads an attribute past what the form says of itself. */
const trueValue = (form: Element, name: string): unknown => Reflect.get(Element.prototype, name, form);

/** Whether a form of this tree says something false of where it stands or what it is. Inner trees are not looked at. */
export function hasFalseForm(tree: ParentNode): boolean {
  return [...tree.querySelectorAll('form')].some(
    (form) =>
      METHODS.some((name) => typeof form[name] !== 'function') ||
      ATTRIBUTES.some((name) => form[name] !== trueValue(form, name)),
  );
}
