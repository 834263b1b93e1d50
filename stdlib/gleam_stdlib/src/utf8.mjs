// Reading UTF-8, with the host's decoder or, in small embedded engines that have
// none, without it.

const decoder = globalThis.TextDecoder
  ? new globalThis.TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  : undefined;

/** The text that bytes stand for, or undefined if they are not UTF-8. */
export function decodeUtf8(bytes) {
  if (!decoder) return decodeByHand(bytes);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

// The smallest code point that needs so many further bytes.
const smallest = [0, 0x80, 0x800, 0x10000];

/** Like `decodeUtf8`, without help of the host. */
export function decodeByHand(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++];
    const more = first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : -1;
    if (more < 0) return undefined;
    let point = more === 0 ? first : first & (0x3f >> more);
    for (let left = more; left > 0; left--) {
      const next = bytes[at++];
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    const surrogate = point >= 0xd800 && point <= 0xdfff;
    if (point < smallest[more] || point > 0x10ffff || surrogate) return undefined;
    parts.push(String.fromCodePoint(point));
  }
  return parts.join("");
}
