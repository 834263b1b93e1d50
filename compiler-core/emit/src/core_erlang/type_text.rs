//! Types as Erlang text, for header files.

use ir::{PRELUDE, Ty, TyKind, TypeStore};
use source::Name;

use super::name;

/// A type as hand-written Erlang names it in any module; type variables are `any()`.
pub fn erlang_type(store: &TypeStore, ty: Ty) -> String {
    source::grow(|| match store.kind(ty) {
        TyKind::Error | TyKind::Var(_) | TyKind::Generic(_) => "any()".to_string(),
        TyKind::Named {
            module, name, args, ..
        } if *module == PRELUDE => prelude(store, *name, args),
        TyKind::Named {
            module, name, args, ..
        } => {
            let (module, name) = (name::module_name(*module), name::type_name(*name));
            format!("'{module}':'{name}'({})", list(store, args))
        }
        TyKind::Fn { params, result } => {
            format!(
                "fun(({}) -> {})",
                list(store, params),
                erlang_type(store, *result)
            )
        }
        TyKind::Tuple(items) => format!("{{{}}}", list(store, items)),
    })
}

fn prelude(store: &TypeStore, name: Name, args: &[Ty]) -> String {
    let plain = match (name.as_str(), args) {
        ("List", [item]) => return format!("list({})", erlang_type(store, *item)),
        ("Result", [ok, error]) => {
            let (ok, error) = (erlang_type(store, *ok), erlang_type(store, *error));
            return format!("{{ok, {ok}}} | {{error, {error}}}");
        }
        ("Int" | "UtfCodepoint", _) => "integer()",
        ("Float", _) => "float()",
        ("String", _) => "binary()",
        ("BitArray", _) => "bitstring()",
        ("Bool", _) => "boolean()",
        ("Nil", _) => "nil",
        _ => "any()",
    };
    plain.to_string()
}

fn list(store: &TypeStore, types: &[Ty]) -> String {
    let types: Vec<String> = types.iter().map(|ty| erlang_type(store, *ty)).collect();
    types.join(", ")
}
