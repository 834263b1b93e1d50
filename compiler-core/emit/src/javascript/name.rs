//! Identifiers: words that JavaScript keeps for itself, and variables that shadow each other.

use std::collections::HashMap;

use source::Name;

/// Words that cannot name a variable in a module, or must not for other reasons: `then` would make
/// a module look like a promise, `undefined` is `Nil`.
const RESERVED: &[&str] = &[
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "then",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// Properties that mean something to JavaScript.
const RESERVED_PROPERTIES: &[&str] = &["__proto__", "constructor", "prototype", "then"];

/// The identifier for a Gleam name.
pub fn escape(name: Name) -> Name {
    with_dollar_if(RESERVED.binary_search(&name.as_str()).is_ok(), name)
}

/// The property for a field's label.
pub fn escape_property(label: Name) -> Name {
    with_dollar_if(RESERVED_PROPERTIES.contains(&label.as_str()), label)
}

fn with_dollar_if(reserved: bool, name: Name) -> Name {
    if reserved {
        Name::new(&format!("{name}$"))
    } else {
        name
    }
}

/// The variables that are visible, and how often each name has been taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashMap<Name, u32>,
    undo: Vec<(Name, Option<u32>)>,
}

/// A point to go back to when a scope ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark(usize);

impl Names {
    /// An identifier that no visible variable has: `x`, then `x$1`, `x$2`; `$`, `$1` for temporaries.
    pub(super) fn fresh(&mut self, name: Name) -> Name {
        let base = escape(name);
        let count = self.taken.get(&base).copied();
        self.undo.push((base, count));
        self.taken.insert(base, count.unwrap_or(0) + 1);
        match count {
            None => base,
            Some(count) if base == "$" => Name::new(&format!("${count}")),
            Some(count) => Name::new(&format!("{base}${count}")),
        }
    }

    /// Where a scope begins.
    pub(super) fn mark(&self) -> Mark {
        Mark(self.undo.len())
    }

    /// Forgets the variables of the scope that began at `mark`.
    pub(super) fn restore(&mut self, mark: Mark) {
        for (name, count) in self.undo.drain(mark.0..).rev() {
            match count {
                Some(count) => self.taken.insert(name, count),
                None => self.taken.remove(&name),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(RESERVED.is_sorted());
    }

    #[test]
    fn names_are_counted_by_scope() {
        let mut names = Names::default();
        let x = Name::new("x");
        assert_eq!(names.fresh(x), "x");
        let mark = names.mark();
        assert_eq!(names.fresh(x), "x$1");
        assert_eq!(names.fresh(Name::new("class")), "class$");
        names.restore(mark);
        assert_eq!(names.fresh(x), "x$1");
        assert_eq!(names.fresh(Name::new("class")), "class$");
        assert_eq!(names.fresh(Name::new("class")), "class$$1");
    }
}
