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
  walk(text, 0, Infinity, found);
  return found;
}

/** The number of clusters of a text. */
export function clusterCount(text) {
  return plain.test(text) ? text.length : walk(text, 0, Infinity).count;
}

/** Where `limit` clusters end that begin at a place. */
export function clustersEnd(text, limit, start = 0) {
  return walk(text, start, limit).end;
}

/** The first cluster of a text that is not empty. */
export function firstCluster(text) {
  if (standsAlone(text, 0)) return text[0];
  for (let size = windowSize; ; size *= 2) {
    const window = windowAt(text, 0, size);
    const cluster = first(window);
    if (cluster.length < window.length || window.length === text.length) return cluster;
  }
}

/**
 * Whether a code unit is a cluster unless what is next to it says otherwise: all
 * below the first combining mark but the carriage return, letters of Greek,
 * Cyrillic, Armenian, kana and Han, and the syllables of Hangul. Between two of
 * these a cluster ends always.
 */
function isSimple(unit) {
  if (unit < 0x300) return unit !== 0x0d;
  if (unit < 0x3041) return (unit >= 0x370 && unit <= 0x482) || (unit >= 0x48a && unit <= 0x58f);
  return unit <= 0x3096 || (unit >= 0x30a1 && unit <= 0x30fa) || (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3);
}

/** Whether the code unit at a place, where a cluster begins, is all of it. */
function standsAlone(text, at) {
  return isSimple(text.charCodeAt(at)) && (at + 1 >= text.length || isSimple(text.charCodeAt(at + 1)));
}

/** Counts at most `limit` clusters from a place on, says where they end, and adds them to `found`. */
function walk(text, start, limit, found) {
  let count = 0;
  let end = start;
  while (end < text.length && count < limit) {
    if (standsAlone(text, end)) {
      found?.push(text[end]);
      end++;
      count++;
      continue;
    }
    for (const cluster of clustersAt(text, end, windowSize)) {
      if (count === limit) break;
      found?.push(cluster);
      count++;
      end += cluster.length;
    }
  }
  return { count, end };
}

/**
 * Some clusters from a place on where one begins, up to the next two code units
 * that are simple. If the window ends before them its last cluster is left out
 * because it may go on behind the window; if it is the only one the window was
 * too small.
 */
function clustersAt(text, start, size) {
  const last = Math.min(text.length, start + size);
  for (let at = start + 1; at < last; at++) {
    if (isSimple(text.charCodeAt(at - 1)) && isSimple(text.charCodeAt(at))) return split(text.slice(start, at));
  }
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
