//! Words that other languages have, and what stands for them here.

/// What to write in place of a word of another language, if it is one.
pub fn foreign_word(word: &str) -> Option<&'static str> {
    let row = WORDS.iter().find(|(words, _)| words.contains(&word));
    row.map(|(_, instead)| *instead)
}

const WORDS: [(&[&str], &str); 21] = [
    (
        &["return"],
        "The last expression of a body is what it gives: remove `return`.",
    ),
    (
        &["null", "nil", "undefined"],
        "Write `Nil`, or `None` of `gleam/option`.",
    ),
    (&["true"], "Write `True`."),
    (&["false"], "Write `False`."),
    (
        &["while", "for", "loop", "foreach"],
        "Use recursion, or a function of `gleam/list` such as `each` and `fold`.",
    ),
    (
        &["match", "switch", "when", "cond"],
        "Write `case value { pattern -> … }`.",
    ),
    (
        &["elif", "elsif", "unless"],
        "Write `case condition { True -> … False -> … }`.",
    ),
    (
        &["def", "defp", "function", "func", "fun", "proc"],
        "Write `fn name() { … }`.",
    ),
    (
        &["class", "struct", "interface", "enum", "data"],
        "Write `type Name { Name(field: Int) }`.",
    ),
    (
        &["var", "mut", "val", "local"],
        "Write `let`: variables are never changed.",
    ),
    (&["do", "begin", "then"], "Write `{`."),
    (&["end"], "Write `}`."),
    (&["lambda"], "Write `fn(x) { … }`."),
    (
        &["try", "catch", "throw", "raise", "except"],
        "Functions that can fail give a `Result`: look at it with `case`.",
    ),
    (
        &["self", "this"],
        "Functions get all that they need as arguments.",
    ),
    (&["not"], "Write `!`."),
    (&["and"], "Write `&&`."),
    (&["or"], "Write `||`."),
    (&["=>"], "Write `->`."),
    (
        &["::"],
        "Write `.` between a module and a name, and `:` before a type.",
    ),
    (&["() =>", "fn x ->"], "Write `fn(x) { … }`."),
];
