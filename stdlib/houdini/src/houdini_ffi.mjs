const SPECIAL = /[&<>"']/;

export function escape(text) {
  // Most text has nothing to escape, and the host finds out soonest.
  let at = text.search(SPECIAL);
  if (at < 0) return text;
  let escaped = "";
  let start = 0;
  for (; at < text.length; at++) {
    const entity = entityOf(text.charCodeAt(at));
    if (entity === undefined) continue;
    escaped += text.slice(start, at) + entity;
    start = at + 1;
  }
  return escaped + text.slice(start);
}

function entityOf(unit) {
  if (unit > 0x3e) return undefined;
  switch (unit) {
    case 0x26:
      return "&amp;";
    case 0x3c:
      return "&lt;";
    case 0x3e:
      return "&gt;";
    case 0x22:
      return "&quot;";
    case 0x27:
      return "&#39;";
    default:
      return undefined;
  }
}
