import { Result$Ok, Result$Error, List$Empty, List$NonEmpty, toList } from "./gleam.mjs";
import { Option$Some, Option$None } from "../gleam_stdlib/gleam/option.mjs";
import { CompileError$CompileError, Match$Match } from "./gleam/regexp.mjs";

export function compile(pattern, options) {
  let flags = "gu";
  if (options.case_insensitive) flags += "i";
  if (options.multi_line) flags += "m";
  try {
    return Result$Ok(new RegExp(pattern, flags));
  } catch (error) {
    return Result$Error(CompileError$CompileError(error.message, 0));
  }
}

export function check(regexp, string) {
  const matches = regexp.test(string);
  // An expression with the `g` flag would go on from this match.
  regexp.lastIndex = 0;
  return matches;
}

export function split(regexp, string) {
  // Groups that match nothing are undefined.
  return toList(string.split(regexp).map((part) => part ?? ""));
}

export function scan(regexp, string) {
  const found = [];
  // `exec` goes on where the last match ended, and starts anew after there was none. An empty
  // match would be found again and again.
  for (let groups = regexp.exec(string); groups !== null; groups = regexp.exec(string)) {
    found.push(match(groups[0], groups, 1, groups.length));
    if (groups[0] === "") regexp.lastIndex += string.codePointAt(regexp.lastIndex) > 0xffff ? 2 : 1;
  }
  return toList(found);
}

export function replace(regexp, string, substitute) {
  return string.replaceAll(regexp, substitute);
}

export function match_map(regexp, string, substitute) {
  return string.replaceAll(regexp, (...parts) => {
    // After the groups come the position, the string, and an object if any of the
    // groups has a name.
    const extra = typeof parts[parts.length - 1] === "object" ? 3 : 2;
    return substitute(match(parts[0], parts, 1, parts.length - extra));
  });
}

/** A match whose groups are the parts from `start` up to `end`. */
function match(content, parts, start, end) {
  // Groups at the end that had no part in the match are left out, as Erlang does.
  let last = end - 1;
  while (last >= start && parts[last] === undefined) last--;
  let submatches = List$Empty();
  for (let at = last; at >= start; at--) {
    submatches = List$NonEmpty(parts[at] ? Option$Some(parts[at]) : Option$None(), submatches);
  }
  return Match$Match(content, submatches);
}
