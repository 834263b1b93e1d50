const SPECIAL = /[&<>"']/;
const ALL_SPECIAL = /[&<>"']/g;

const ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escape(text) {
  // Most text has nothing to escape, and the test is cheaper than a replacement.
  if (!SPECIAL.test(text)) return text;
  return text.replace(ALL_SPECIAL, (special) => ENTITIES[special]);
}
