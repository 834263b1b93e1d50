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
const first = segmenter ? firstBySegmenter : firstByPattern;

// How many code units are looked at at once. The time that V8's segmenter takes
// for a cluster grows with the length of the text.
const windowSize = 64;

/** All clusters of a text, as an array of strings. */
export function clusters(text) {
  if (plain.test(text)) return text.split("");
  const found = [];
  for (let start = 0; start < text.length; ) {
    for (const cluster of clustersAt(text, start, windowSize)) {
      found.push(cluster);
      start += cluster.length;
    }
  }
  return found;
}

/** The number of clusters of a text. */
export function clusterCount(text) {
  return clustersIn(text, Infinity).count;
}

/** How many code units the first `limit` clusters take up. */
export function clustersEnd(text, limit) {
  return clustersIn(text, limit).end;
}

/** The first cluster of a text that is not empty. */
export function firstCluster(text) {
  if (plain.test(text[0]) && !(text.charCodeAt(1) > 0x7f)) return text[0];
  for (let size = windowSize; ; size *= 2) {
    const window = windowAt(text, 0, size);
    const cluster = first(window);
    if (cluster.length < window.length || window.length === text.length) return cluster;
  }
}

/** Counts at most `limit` clusters, and the code units up to their end. */
function clustersIn(text, limit) {
  if (plain.test(text)) {
    const count = Math.min(text.length, limit);
    return { count, end: count };
  }
  let count = 0;
  let end = 0;
  while (end < text.length && count < limit) {
    for (const cluster of clustersAt(text, end, windowSize)) {
      if (count === limit) break;
      count++;
      end += cluster.length;
    }
  }
  return { count, end };
}

/**
 * Some clusters from a place on where one begins. The last one in the window is
 * left out because it may go on behind the window; if it is the only one the
 * window was too small.
 */
function clustersAt(text, start, size) {
  const window = windowAt(text, start, size);
  const found = split(window);
  if (start + window.length >= text.length) return found;
  found.pop();
  return found.length > 0 ? found : clustersAt(text, start, size * 2);
}

/** A part of a text that does not end inside a surrogate pair. */
function windowAt(text, start, size) {
  const last = text.charCodeAt(start + size - 1);
  const isCut = last >= 0xd800 && last <= 0xdbff;
  return text.slice(start, start + size + (isCut ? 1 : 0));
}

function splitBySegmenter(text) {
  const found = [];
  for (const { segment } of segmenter.segment(text)) found.push(segment);
  return found;
}

function firstBySegmenter(text) {
  return segmenter.segment(text).containing(0).segment;
}

// Without Intl.Segmenter, as in small embedded engines, the regular expression
// for extended grapheme clusters of Unicode Standard Annex 29 takes its place,
// with the general categories standing in for the grapheme break properties.
const extend = "[\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d\\u{e0020}-\\u{e007f}\\uff9e\\uff9f]";
const prepend = "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u0d4e]";
const control = `(?!${extend}|${prepend})[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]`;
const pictograph = `\\p{Extended_Pictographic}(?:${extend}*\\u200d\\p{Extended_Pictographic})*`;
const leading = "[\\u1100-\\u115f\\ua960-\\ua97c]";
const vowel = "[\\u1160-\\u11a7\\ud7b0-\\ud7c6]";
const trailing = "[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]";
const hangul = `${leading}*(?:[\\uac00-\\ud7a3]${vowel}*|${vowel}+)${trailing}*|${leading}+|${trailing}+`;
const flag = "\\p{Regional_Indicator}{2}";
const visible = `${prepend}*(?:${hangul}|${flag}|${pictograph}|(?!${control})[^])${extend}*`;
const cluster = new RegExp(`\\r\\n|${control}|${visible}`, "gu");

/** All clusters of a text, found without help of the host. */
export function splitByPattern(text) {
  return text.match(cluster) ?? [];
}

function firstByPattern(text) {
  cluster.lastIndex = 0;
  return cluster.exec(text)[0];
}
