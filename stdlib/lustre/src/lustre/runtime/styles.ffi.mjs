/** Style sheets of the page inside of shadow roots. */

/**
 * Makes the style sheets of a document apply inside of a shadow root, those that
 * are still loading as soon as they have arrived.
 */
export function adoptStyles(root) {
  const own = [...root.adoptedStyleSheets];
  const clones = [];
  const adopt = () => {
    for (const clone of clones.splice(0)) clone.remove();
    const sheets = [];
    for (const sheet of document.styleSheets) {
      const copy = copyOf(sheet);
      if (copy !== null) sheets.push(copy);
      else if (sheet.ownerNode) clones.push(sheet.ownerNode.cloneNode(true));
    }
    root.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets, ...own];
    root.prepend(...clones);
  };
  adopt();
  for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
    if (link.sheet === null) link.addEventListener("load", adopt, { once: true });
  }
}

/** Sheets that belong to a document cannot be shared, their copies can. */
const copies = new WeakMap();

/** A copy of a sheet, or null if its rules may not be read. */
function copyOf(sheet) {
  const known = copies.get(sheet);
  if (known !== undefined) return known;
  try {
    const copy = new CSSStyleSheet({ media: sheet.media.mediaText });
    copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
    copies.set(sheet, copy);
    return copy;
  } catch (error) {
    if (error instanceof DOMException && error.name === "SecurityError") return null;
    throw error;
  }
}
