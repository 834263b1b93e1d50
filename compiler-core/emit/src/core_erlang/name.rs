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
    let mut tag = String::with_capacity(constructor.len() + 4);
    for (index, letter) in constructor.char_indices() {
        if letter.is_ascii_uppercase() && index > 0 {
            tag.push('_');
        }
        tag.push(letter.to_ascii_lowercase());
    }
    function_name(Name::new(&tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_snake_case() {
        let tag = |name| constructor_tag(Name::new(name)).as_str();
        assert_eq!(tag("HTTPGet"), "h_t_t_p_get");
        assert_eq!(tag("Point2D"), "point2_d");
        assert_eq!(tag("ModuleInfo"), "moduleInfo");
    }
}
