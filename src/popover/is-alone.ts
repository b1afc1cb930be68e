/**
 * Whether this page stands in a popup of its own, opened in place of a frame that the page forbids: then the id of what it shows stands
 * in its address, where no page that has it in a frame can put one.
 */
export const isAlone = window.top === window && location.hash.length > 1;
