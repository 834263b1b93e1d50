//! Names on the BEAM.

use source::Name;

/// The Erlang module of a Gleam module: `a/b` is `a@b`.
pub fn module_name(module: Name) -> Name {
    Name::new(&module.replace('/', "@"))
}

/// The Erlang function of a Gleam function. Every Erlang module has a `module_info` already.
pub fn function_name(function: Name) -> Name {
    if function == "module_info" {
        Name::new("moduleInfo")
    } else {
        function
    }
}

/// The atom that tags the values of a constructor: `HTTPGet` is `h_t_t_p_get`.
pub fn constructor_tag(constructor: Name) -> Name {
    Name::new(&snake_case(constructor))
}

/// A name of types or constructors as one of Erlang's.
pub(super) fn snake_case(name: Name) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// What Erlang calls a type: names of its own types get an underscore.
pub(super) fn type_name(name: Name) -> String {
    let snake = snake_case(name);
    if BUILTIN.binary_search(&snake.as_str()).is_ok() {
        snake + "_"
    } else {
        snake
    }
}

/// The types that Erlang has, sorted.
const BUILTIN: [&str; 42] = [
    "any",
    "arity",
    "atom",
    "binary",
    "bitstring",
    "boolean",
    "byte",
    "char",
    "dynamic",
    "float",
    "function",
    "identifier",
    "integer",
    "iodata",
    "iolist",
    "list",
    "map",
    "maybe_improper_list",
    "mfa",
    "module",
    "neg_integer",
    "nil",
    "no_return",
    "node",
    "non_neg_integer",
    "none",
    "nonempty_binary",
    "nonempty_bitstring",
    "nonempty_improper_list",
    "nonempty_list",
    "nonempty_maybe_improper_list",
    "nonempty_string",
    "number",
    "pid",
    "port",
    "pos_integer",
    "record",
    "reference",
    "string",
    "term",
    "timeout",
    "tuple",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_snake_case() {
        let tag = |name| constructor_tag(Name::new(name)).as_str();
        assert_eq!(tag("HTTPGet"), "h_t_t_p_get");
        assert_eq!(tag("Point2D"), "point2_d");
        assert_eq!(tag("ModuleInfo"), "module_info");
    }
}
