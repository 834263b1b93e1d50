import { Result$Ok, Result$Error, toList } from "./gleam.mjs";
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
  return toList(Array.from(string.matchAll(regexp), ([content, ...groups]) => {
    return match(content, groups);
  }));
}

export function replace(regexp, string, substitute) {
  return string.replaceAll(regexp, substitute);
}

export function match_map(regexp, string, substitute) {
  return string.replaceAll(regexp, (content, ...rest) => {
    // After the groups come the position, the string, and an object if any of the
    // groups has a name.
    const extra = typeof rest.at(-1) === "object" ? 3 : 2;
    return substitute(match(content, rest.slice(0, -extra)));
  });
}

function match(content, groups) {
  // Groups at the end that had no part in the match are left out, as Erlang does.
  let count = groups.length;
  while (count > 0 && groups[count - 1] === undefined) count--;
  const submatches = groups
    .slice(0, count)
    .map((group) => (group ? Option$Some(group) : Option$None()));
  return Match$Match(content, toList(submatches));
}
