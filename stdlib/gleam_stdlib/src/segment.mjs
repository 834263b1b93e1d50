// Grapheme clusters: what a reader takes for one character.
//
// A cluster ends where the text after it says so, never because of anything
// further on. So a long text may be looked at through a window.

// Texts of this shape have one cluster for every code unit. A carriage return
// is left out because it joins with a line feed.
const plain = /^[\x00-\x0c\x0e-\x7f]*$/;

const segmenter = globalThis.Intl?.Segmenter
  ? new globalThis.Intl.Segmenter(undefined, { granularity: "grapheme" })
  : undefined;

const split = segmenter ? splitBySegmenter : splitByPattern;

/** All clusters of a text, as an array of strings. */
export function clusters(text) {
  return plain.test(text) ? text.split("") : split(text);
}

/** The number of clusters of a text. */
export function clusterCount(text) {
  return plain.test(text) ? text.length : split(text).length;
}

/** The first cluster of a text that is not empty. */
export function firstCluster(text) {
  if (isPlainUnit(text.charCodeAt(0)) && !(text.charCodeAt(1) > 0x7f)) return text[0];
  for (let size = 32; ; size *= 2) {
    const first = split(text.slice(0, size))[0];
    if (first.length < size - 1 || size >= text.length) return first;
  }
}

/** How many code units the first `count` clusters take up. */
export function clustersEnd(text, count) {
  let end = 0;
  for (let at = 0; at < count && end < text.length; at++) {
    const plainHere = isPlainUnit(text.charCodeAt(end)) && !(text.charCodeAt(end + 1) > 0x7f);
    end += plainHere ? 1 : firstCluster(text.slice(end)).length;
  }
  return end;
}

function isPlainUnit(unit) {
  return unit <= 0x7f && unit !== 0x0d;
}

function splitBySegmenter(text) {
  const found = [];
  for (const { segment } of segmenter.segment(text)) found.push(segment);
  return found;
}

// Without Intl.Segmenter, as in small embedded engines, the regular expression
// for extended grapheme clusters of Unicode Standard Annex 29 takes its place,
// with the general categories standing in for the grapheme break properties.
const extend = "[\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d\\u{e0020}-\\u{e007f}\\uff9e\\uff9f]";
const pictograph = `\\p{Extended_Pictographic}(?:${extend}*\\u200d\\p{Extended_Pictographic})*`;
const leading = "[\\u1100-\\u115f\\ua960-\\ua97c]";
const vowel = "[\\u1160-\\u11a7\\ud7b0-\\ud7c6]";
const trailing = "[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]";
const hangul = `${leading}*(?:[\\uac00-\\ud7a3]${vowel}*|${vowel}+)${trailing}*|${leading}+|${trailing}+`;
const flag = "\\p{Regional_Indicator}{2}";
const cluster = new RegExp(
  `\\r\\n|[\\p{Cc}\\u2028\\u2029]|(?:${hangul}|${flag}|${pictograph}|[^])${extend}*`,
  "gu",
);

/** All clusters of a text, found without help of the host. */
export function splitByPattern(text) {
  return text.match(cluster) ?? [];
}
