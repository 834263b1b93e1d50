//! Whether a module can be run.

use analysis::interface::ValueKind;
use analysis::types::TyKind;
use source::Name;
use syntax::ast::Target;

use crate::schedule::Analysis;

/// The `main` of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MainFunction {
    /// It can be run.
    Good,
    /// There is none.
    Absent,
    /// It is private.
    Private,
    /// It takes so many arguments.
    TakesArguments(usize),
    /// It does not run on this target.
    OtherTarget,
}

/// Looks at the `main` of `module`, which was checked for `target`.
pub fn main_function(analysis: &Analysis, target: Target, module: Name) -> MainFunction {
    let Some(interface) = analysis
        .modules
        .get(&module)
        .and_then(|module| module.interface())
    else {
        return MainFunction::Absent;
    };
    let main = Name::new("main");
    let Some(value) = interface.values.get(&main) else {
        let private = interface.private.contains(&main);
        return if private {
            MainFunction::Private
        } else {
            MainFunction::Absent
        };
    };
    let ValueKind::Function {
        implementations, ..
    } = &value.kind
    else {
        return MainFunction::Absent;
    };
    let runs = match target {
        Target::Erlang => implementations.gleam || implementations.can_run_on_erlang,
        Target::JavaScript => implementations.gleam || implementations.can_run_on_javascript,
    };
    match interface.types.kind(value.ty) {
        TyKind::Fn { params, .. } if !params.is_empty() => {
            MainFunction::TakesArguments(params.len())
        }
        _ if runs => MainFunction::Good,
        _ => MainFunction::OtherTarget,
    }
}
