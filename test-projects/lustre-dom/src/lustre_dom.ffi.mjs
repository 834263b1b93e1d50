/** What the page shows in its log at this moment. */
export function shown_log(root) {
  return root.querySelector("#log").textContent.split(",").at(-1);
}
