//! Imports: which modules, values and types of others have names here.

use std::collections::BTreeSet;

use source::{Name, Span};
use syntax::ast::{BROKEN_DEFINITION, BROKEN_IMPORT, Import, ItemKind, Unqualified};

use crate::check::{Checker, Origin};
use crate::checked::Definition;
use crate::interface::{Interface, Part};
use crate::problem::{
    DuplicateImport, ForbiddenImport, ModuleImportedTwice, TransitiveImport, UnknownModule,
    UnknownModuleType, UnknownModuleValue,
};
use crate::types::prelude;

use super::module::{ImportedModule, TypeMeaning};

impl<'a> Checker<'a> {
    /// Whether there is a syntax error in what others see of a definition of this module.
    pub(crate) fn is_broken(&self, name: Name) -> bool {
        self.module.broken.contains(&name)
    }

    /// The prelude's names, which all others hide.
    pub(crate) fn open_prelude(&mut self) {
        let prelude = prelude::interface();
        for name in prelude.values.keys() {
            self.bring_value(prelude, *name, *name);
        }
        for name in prelude.custom_types.keys() {
            if let Some(meaning) = self.type_of(prelude, *name) {
                self.scope.types.insert(*name, meaning);
            }
        }
    }

    /// The module's imports.
    pub(crate) fn open_imports(&mut self) {
        for index in self.live.clone() {
            if let ItemKind::Import(import) = &self.item(index).kind {
                self.open_import(self.item(index).head(), import);
            }
        }
    }

    /// The interface of a module; the prelude's is always there. Whoever asks it for a name says so by
    /// [`crate::scope::Library::saw`].
    pub(crate) fn interface(&self, path: Name) -> Option<&'a Interface> {
        self.library.interface(path)
    }

    fn open_import(&mut self, span: Span, import: &'a Import) {
        let path = import.module.name;
        let Some(interface) = self.interface(path) else {
            let candidates = self.library.modules();
            self.report(UnknownModule {
                span,
                name: path,
                nearest: self.nearest(&path, candidates),
            });
            return self.break_import(import);
        };
        self.mention(import.module.span, Definition::Module(path));
        self.check_origin(span, interface);
        self.name_module(span, import);
        for item in &import.unqualified {
            if item.is_type {
                self.open_type(interface, item);
            } else {
                self.open_value(interface, item);
            }
        }
    }

    /// What an import that failed would have brought must not be reported again as unknown.
    fn break_import(&mut self, import: &Import) {
        if let Some(name) = local_name(import) {
            self.scope.broken_modules.insert(name);
        }
        for item in &import.unqualified {
            let name = item.alias.unwrap_or(item.name).name;
            if item.is_type {
                self.scope.types.insert(name, TypeMeaning::Broken);
            } else {
                self.scope.broken_values.insert(name);
                self.scope.values.remove(&name);
            }
        }
    }

    fn check_origin(&mut self, span: Span, interface: &Interface) {
        let options = &self.input.options;
        let from = options.origin;
        let to = match options.origins.get(&interface.module) {
            Some(origin) if interface.package == self.input.package => *origin,
            _ => Origin::Src,
        };
        let allowed = from == to || to == Origin::Src || from == Origin::Test;
        let foreign = interface.package != self.input.package && !interface.package.is_empty();
        let direct = options.dependencies.contains(&interface.package);
        let dev = options.dev_dependencies.contains(&interface.package);
        let (module, package) = (interface.module, interface.package);
        if !allowed || (foreign && !direct && dev && from == Origin::Src) {
            self.report(ForbiddenImport {
                span,
                module,
                from,
                to,
                package: foreign.then_some(package),
            });
        } else if foreign && !direct && !dev && options.is_root {
            self.report(TransitiveImport {
                span,
                module,
                package,
            });
        }
    }

    fn name_module(&mut self, span: Span, import: &Import) {
        let path = import.module.name;
        let Some(name) = local_name(import) else {
            return;
        };
        if let Some(first) = self.scope.modules.get(&name) {
            let first = first.span;
            return self.report(DuplicateImport { span, name, first });
        }
        let twice = self
            .scope
            .modules
            .iter()
            .find(|(_, other)| other.path == path);
        if let Some((name, first)) = twice {
            let (name, first) = (*name, first.span);
            self.report(ModuleImportedTwice {
                span,
                module: path,
                name,
                first,
            });
        }
        if let Some(alias) = import.alias {
            self.mention(alias.span, Definition::Module(path));
        }
        self.scope
            .modules
            .insert(name, ImportedModule { path, span });
        self.usage.module(name, span);
    }

    fn open_type(&mut self, interface: &'a Interface, item: &Unqualified) {
        let name = item.alias.unwrap_or(item.name);
        let Some(meaning) = self.type_of(interface, item.name.name) else {
            self.report_missing_type(interface, item.name.name, upto_name(item));
            self.scope.types.insert(name.name, TypeMeaning::Broken);
            return;
        };
        let definition = Definition::Type(interface.module, item.name.name);
        self.mention_imported(item, definition);
        if let Some(first) = self.scope.imported_types.insert(name.name, item.span) {
            let (span, name) = (item.span, name.name);
            return self.report(DuplicateImport { span, name, first });
        }
        self.scope.types.insert(name.name, meaning);
    }

    fn open_value(&mut self, interface: &'a Interface, item: &Unqualified) {
        let name = item.alias.unwrap_or(item.name);
        self.library
            .saw(interface.module, Part::Value(item.name.name));
        if !interface.values.contains_key(&item.name.name) {
            self.report_missing_value(interface, item.name.name, upto_name(item));
            self.scope.broken_values.insert(name.name);
            self.scope.values.remove(&name.name);
            return;
        }
        let definition = Definition::Value(interface.module, item.name.name);
        self.mention_imported(item, definition);
        if let Some(first) = self.scope.imported_values.insert(name.name, item.span) {
            let (span, name) = (item.span, name.name);
            return self.report(DuplicateImport { span, name, first });
        }
        self.bring_value(interface, item.name.name, name.name);
        self.check_imported_support(name.name, item.span);
    }

    fn mention_imported(&mut self, item: &Unqualified, definition: Definition) {
        self.mention(item.name.span, definition);
        if let Some(alias) = item.alias {
            self.mention(alias.span, definition);
        }
    }

    fn bring_value(&mut self, interface: &Interface, name: Name, here: Name) {
        let types = &mut self.tables.types;
        if let Some(value) = self.scope.value_of(types, &self.library, interface, name) {
            self.scope.values.insert(here, value);
        }
    }

    /// What a type's name means in another module.
    pub(crate) fn type_of(&mut self, interface: &Interface, name: Name) -> Option<TypeMeaning> {
        self.library.saw(interface.module, Part::TypeName(name));
        if let Some(custom) = interface.custom_types.get(&name) {
            return Some(TypeMeaning::Custom {
                module: interface.module,
                name,
                arity: custom.parameters.len(),
                deprecated: custom.deprecated.clone(),
            });
        }
        let alias = interface.aliases.get(&name)?;
        let types = &mut self.tables.types;
        Some(TypeMeaning::Alias {
            module: interface.module,
            name,
            arity: alias.parameters.len(),
            aliased: self.library.copy(types, interface, alias.aliased),
            deprecated: alias.deprecated.clone(),
        })
    }

    /// Reports that another module has no such type.
    pub(crate) fn report_missing_type(&mut self, interface: &Interface, name: Name, span: Span) {
        self.library.saw(interface.module, Part::Whole);
        if explains(&interface.broken, name) {
            return;
        }
        let known = interface
            .custom_types
            .keys()
            .chain(interface.aliases.keys());
        self.report(UnknownModuleType {
            others: Vec::new(),
            span,
            module: interface.module,
            name,
            private: interface.private.contains(&name),
            is_value: interface.values.contains_key(&name),
            nearest: self.nearest(&name, known.copied()),
        });
    }

    /// Reports that another module has no such value.
    pub(crate) fn report_missing_value(&mut self, interface: &Interface, name: Name, span: Span) {
        self.library.saw(interface.module, Part::Whole);
        if explains(&interface.broken, name) {
            return;
        }
        let is_type =
            interface.custom_types.contains_key(&name) || interface.aliases.contains_key(&name);
        self.report(UnknownModuleValue {
            others: Vec::new(),
            span,
            module: interface.module,
            name,
            private: interface.private.contains(&name),
            is_type,
            nearest: self.nearest(&name, interface.values.keys().copied()),
        });
    }
}

/// Without the alias.
fn upto_name(item: &Unqualified) -> Span {
    Span::new(item.span.start, item.name.span.end)
}

/// Whether an unknown name may be that of a definition that could not be read.
pub(crate) fn explains(broken: &BTreeSet<Name>, name: Name) -> bool {
    // Short names are near to all others.
    let is_long = |broken: &Name| broken.len() > 3;
    broken.contains(&name)
        || broken.contains(&Name::new(BROKEN_DEFINITION))
        || broken.contains(&Name::new(BROKEN_IMPORT))
        || report::nearest(&name, broken.iter().copied().filter(is_long)).is_some()
}

/// The name that an import gives to its module, if it is not discarded.
fn local_name(import: &Import) -> Option<Name> {
    match import.alias {
        Some(alias) if alias.name.starts_with('_') => None,
        Some(alias) => Some(alias.name),
        None => import.module.name.rsplit('/').next().map(Name::new),
    }
}
