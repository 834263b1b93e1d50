/** Gives the focus to the first element below `root` that a selector matches. */
export function focus(root, selector) {
  root.querySelector(selector)?.focus();
}
