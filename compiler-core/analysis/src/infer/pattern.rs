//! Patterns: their types, the variables they bind, the constructors they name.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use source::{Name, Span};
use syntax::ast::{Ident, PatternArg, PatternId, PatternKind, Tail};

use crate::check::Checker;
use crate::checked::{Definition, LocalId, MatchSite, PatternResolution};
use crate::features::Feature;
use crate::interface::ConstructorRef;
use crate::patterns::{Match, MatchKind, Row};
use crate::problem::{
    DuplicateArgument, DuplicatePatternVariable, ExtraVariable, IncorrectArity, LowercaseBool,
    MissingVariable, NameSort, NeedlessSpread, PositionalAfterLabelled, Situation, UselessAlias,
};
use crate::scope::{Sort, Value};
use crate::types::{Ty, TyKind};

use super::LocalOrigin;

/// The pattern of a `let` or `use`.
pub(crate) struct Binding {
    /// Whose tree it is.
    pub(crate) site: MatchSite,
    /// The pattern.
    pub(crate) pattern: PatternId,
    /// The type of the value.
    pub(crate) ty: Ty,
    /// See [`Match::span`].
    pub(crate) span: Span,
    /// Whether all values must match.
    pub(crate) kind: MatchKind,
    /// How its variables are bound.
    pub(crate) origin: LocalOrigin,
}

/// The variables of a clause; its alternatives bind the same ones.
#[derive(Default)]
pub(crate) struct Variables {
    bound: BTreeMap<Name, LocalId>,
    order: Vec<Name>,
    seen: BTreeMap<Name, Span>,
    again: bool,
    origin: Option<LocalOrigin>,
    /// Those that were written as a label without a pattern.
    shorthands: BTreeSet<PatternId>,
}

impl Variables {
    /// What follows binds the same variables again.
    pub(crate) fn next_alternative(&mut self) {
        self.again = true;
        self.seen.clear();
    }
}

impl<'a> Checker<'a> {
    /// Infers a pattern that stands alone and brings its variables into scope. Gives the type of
    /// the value, with the variant that the pattern says.
    pub(crate) fn bind_pattern(&mut self, binding: &Binding) -> Ty {
        let mut variables = Variables {
            origin: Some(binding.origin),
            ..Variables::default()
        };
        let refined = self.pattern(binding.pattern, binding.ty, &mut variables);
        self.bring_variables(&variables);
        let kind = &self.module.patterns[binding.pattern].kind;
        let plain = matches!(kind, PatternKind::Var(_) | PatternKind::Discard(_));
        if !plain || binding.kind == MatchKind::Assert {
            self.matches.push(Match {
                site: binding.site,
                span: binding.span,
                kind: binding.kind,
                subjects: vec![binding.ty],
                rows: vec![Row {
                    clause: 0,
                    patterns: vec![binding.pattern],
                    guarded: false,
                }],
            });
        }
        refined
    }

    /// The variables of a clause come into scope together.
    pub(crate) fn bring_variables(&mut self, variables: &Variables) {
        for name in &variables.order {
            if let Some(id) = variables.bound.get(name) {
                let ty = self.tables.locals[*id].ty;
                self.locals.bind(*name, *id, ty);
            }
        }
    }

    /// Every alternative binds all variables of the first.
    pub(crate) fn check_missing_variables(&mut self, variables: &Variables, span: Span) {
        let bound = variables.bound.keys();
        let missing: Vec<Name> = bound
            .filter(|name| !variables.seen.contains_key(*name))
            .copied()
            .collect();
        for name in missing {
            self.report(MissingVariable { span, name });
        }
    }

    /// Infers a pattern for a value of a type. Gives the type with the variant that it says.
    pub(crate) fn pattern(&mut self, id: PatternId, ty: Ty, variables: &mut Variables) -> Ty {
        self.tables.pattern_types[id] = ty;
        let refined = source::grow(|| self.pattern_of(id, ty, variables));
        if refined == Ty::ERROR {
            self.tables.pattern_types[id] = Ty::ERROR;
        }
        refined
    }

    fn pattern_of(&mut self, id: PatternId, ty: Ty, variables: &mut Variables) -> Ty {
        let pattern = &self.module.patterns[id];
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Var(name) => self.pattern_variable(id, *name, ty, variables),
            PatternKind::Discard(name) => self.pattern_discard(*name, ty),
            PatternKind::Int(text) => {
                let found = self.int(span, *text);
                self.pattern_type(span, ty, found)
            }
            PatternKind::Float(text) => {
                let found = self.float(span, *text);
                self.pattern_type(span, ty, found)
            }
            PatternKind::String(_) => {
                let found = self.builtin("String");
                self.pattern_type(span, ty, found)
            }
            PatternKind::Tuple(items) => self.pattern_tuple(span, items, ty, variables),
            PatternKind::List { items, tail } => {
                self.pattern_list(span, (items, *tail), ty, variables)
            }
            PatternKind::Constructor { .. } => self.pattern_constructor(id, ty, variables),
            PatternKind::As { pattern, name } => {
                self.pattern_as((id, *pattern), *name, ty, variables)
            }
            PatternKind::StringPrefix { .. } => self.pattern_prefix(id, ty, variables),
            PatternKind::BitArray(segments) => {
                let found = self.builtin("BitArray");
                self.pattern_type(span, ty, found);
                self.matched_bits(segments, variables);
                ty
            }
            PatternKind::Error => ty,
        }
    }

    fn pattern_type(&mut self, span: Span, expected: Ty, found: Ty) -> Ty {
        if self.expect(expected, found, span, Situation::Pattern) {
            expected
        } else {
            Ty::ERROR
        }
    }

    fn pattern_variable(
        &mut self,
        id: PatternId,
        name: Ident,
        ty: Ty,
        variables: &mut Variables,
    ) -> Ty {
        if name.name == "true" || name.name == "false" {
            self.report(LowercaseBool {
                span: name.span,
                is_true: name.name == "true",
            });
            self.tables.pattern_types[id] = Ty::ERROR;
            return ty;
        }
        let origin = if variables.shorthands.contains(&id) {
            LocalOrigin::Shorthand
        } else {
            variables.origin.unwrap_or(LocalOrigin::Pattern)
        };
        if let Some(local) = self.pattern_local(name, ty, origin, variables) {
            self.tables.patterns[id] = PatternResolution::Local(local);
        }
        ty
    }

    /// The variable of a name in a pattern: a new one, or that of the alternatives before.
    pub(crate) fn pattern_local(
        &mut self,
        name: Ident,
        ty: Ty,
        origin: LocalOrigin,
        variables: &mut Variables,
    ) -> Option<LocalId> {
        self.check_name(name, NameSort::Variable);
        if let Some(first) = variables.seen.insert(name.name, name.span) {
            self.report(DuplicatePatternVariable {
                span: name.span,
                name: name.name,
                first,
            });
            return variables.bound.get(&name.name).copied();
        }
        if !variables.again {
            let id = self.new_local(name, ty, origin);
            variables.bound.insert(name.name, id);
            variables.order.push(name.name);
            return Some(id);
        }
        let Some(id) = variables.bound.get(&name.name).copied() else {
            self.report(ExtraVariable {
                span: name.span,
                name: name.name,
            });
            let id = self.new_local(name, ty, origin);
            self.progress.locals[id.index()].used = true;
            return Some(id);
        };
        self.mention(name.span, Definition::Local(id));
        let first = self.tables.locals[id].ty;
        self.expect(first, ty, name.span, Situation::Alternative);
        self.tables.locals[id].ty = self.without_other_variant(first, ty);
        Some(id)
    }

    fn without_other_variant(&mut self, first: Ty, second: Ty) -> Ty {
        let variant = |kind: TyKind| match kind {
            TyKind::Named { variant, .. } => variant,
            _ => None,
        };
        if variant(self.shape(first)) == variant(self.shape(second)) {
            return first;
        }
        let first = self.unifier.shallow(&self.tables.types, first);
        self.unifier.strip(&mut self.tables.types, first)
    }

    fn pattern_discard(&mut self, name: Ident, ty: Ty) -> Ty {
        self.note_discard(name);
        ty
    }

    /// A discard whose name without the underscore may be asked for later, by mistake.
    pub(crate) fn note_discard(&mut self, name: Ident) {
        self.check_name(name, NameSort::Discard);
        if let Some(plain) = name.name.strip_prefix('_')
            && !plain.is_empty()
        {
            self.progress.discarded.insert(Name::new(plain), name.span);
        }
    }

    fn pattern_tuple(
        &mut self,
        span: Span,
        items: &'a [PatternId],
        ty: Ty,
        variables: &mut Variables,
    ) -> Ty {
        let types = match self.shape(ty) {
            TyKind::Tuple(types) if types.len() == items.len() => types,
            TyKind::Error => vec![Ty::ERROR; items.len()],
            _ => {
                let types: Vec<Ty> = items.iter().map(|_| self.fresh()).collect();
                let found = self.tables.types.intern(TyKind::Tuple(types.clone()));
                self.pattern_type(span, ty, found);
                types
            }
        };
        for (item, ty) in items.iter().zip(types) {
            self.pattern(*item, ty, variables);
        }
        ty
    }

    fn pattern_list(
        &mut self,
        span: Span,
        (items, tail): (&'a [PatternId], Option<Tail>),
        ty: Ty,
        variables: &mut Variables,
    ) -> Ty {
        let item_type = self.fresh();
        let list = self.list_of(item_type);
        let found = self.pattern_type(span, ty, list);
        let item_type = self.unifier.shallow(&self.tables.types, item_type);
        for item in items {
            self.pattern(*item, item_type, variables);
        }
        if let Some(tail) = tail.and_then(|tail| tail.pattern) {
            let list = self.list_of(item_type);
            self.pattern(tail, list, variables);
        }
        found
    }

    fn pattern_as(
        &mut self,
        (id, inner): (PatternId, PatternId),
        name: Ident,
        ty: Ty,
        variables: &mut Variables,
    ) -> Ty {
        let refined = self.pattern(inner, ty, variables);
        if let PatternKind::Discard(discard) = &self.module.patterns[inner].kind {
            self.report(UselessAlias {
                span: self.module.patterns[id].span,
                discard: discard.span,
                name: name.name,
            });
        }
        if let Some(local) = self.pattern_local(name, refined, LocalOrigin::Alias, variables) {
            self.tables.patterns[id] = PatternResolution::Local(local);
        }
        refined
    }

    fn pattern_prefix(&mut self, id: PatternId, ty: Ty, variables: &mut Variables) -> Ty {
        let pattern = &self.module.patterns[id];
        let PatternKind::StringPrefix {
            prefix_name, rest, ..
        } = &pattern.kind
        else {
            return ty;
        };
        let string = self.builtin("String");
        let found = self.pattern_type(pattern.span, ty, string);
        if let Some(name) = prefix_name
            && let Some(local) = self.pattern_local(*name, string, LocalOrigin::Alias, variables)
        {
            self.tables.patterns[id] = PatternResolution::PrefixName(local);
        }
        self.pattern(*rest, string, variables);
        found
    }

    fn pattern_constructor(&mut self, id: PatternId, ty: Ty, variables: &mut Variables) -> Ty {
        let pattern = &self.module.patterns[id];
        let PatternKind::Constructor {
            module, name, args, ..
        } = &pattern.kind
        else {
            return ty;
        };
        let value = self.pattern_value(*module, *name);
        let Some((value, constructor)) = value else {
            for arg in args {
                self.pattern(arg.pattern, Ty::ERROR, variables);
            }
            return ty;
        };
        self.mention(name.span, Definition::Value(value.module, value.name));
        let path = module.map_or(name.span, |module| module.span.to(name.span));
        self.note_deprecated(path, "constructor", value.name, value.deprecated.as_ref());
        let made = self.instantiate(value.ty, false);
        let (fields, result) = match self.shape(made) {
            TyKind::Fn { params, result } => (params, result),
            _ => (Vec::new(), made),
        };
        self.expect(ty, result, pattern.span, Situation::Pattern);
        let shorthands = args.iter().filter(|arg| arg.shorthand);
        variables
            .shorthands
            .extend(shorthands.map(|arg| arg.pattern));
        let slots = self.pattern_fields(id, &constructor);
        for (slot, field) in slots.iter().zip(fields) {
            if let Some(pattern) = slot {
                self.pattern(*pattern, field, variables);
            }
        }
        for arg in args
            .iter()
            .filter(|arg| !slots.contains(&Some(arg.pattern)))
        {
            self.pattern(arg.pattern, Ty::ERROR, variables);
        }
        self.tables.patterns[id] = PatternResolution::Constructor {
            constructor: (*constructor).clone(),
            fields: slots,
        };
        result
    }

    fn pattern_value(
        &mut self,
        module: Option<Ident>,
        name: Ident,
    ) -> Option<(Rc<Value>, Rc<ConstructorRef>)> {
        let value = match module {
            Some(module) => {
                let interface = self.module_named(module)?;
                let types = &mut self.tables.types;
                let value = self
                    .scope
                    .value_of(types, &self.library, interface, name.name);
                if value.is_none() {
                    let span = module.span.to(name.span);
                    self.report_missing_value(interface, name.name, span);
                }
                value?
            }
            None => self.constructor_named(name)?,
        };
        match &value.sort {
            Sort::Constructor(constructor) => {
                let constructor = constructor.clone();
                Some((value, constructor))
            }
            _ => None,
        }
    }

    /// The pattern of each field.
    fn pattern_fields(
        &mut self,
        id: PatternId,
        constructor: &ConstructorRef,
    ) -> Vec<Option<PatternId>> {
        let pattern = &self.module.patterns[id];
        let PatternKind::Constructor { args, spread, .. } = &pattern.kind else {
            return Vec::new();
        };
        let mut slots = vec![None; constructor.fields.len()];
        let mut positional = Vec::new();
        let mut labelled = false;
        let mut unknown = Vec::new();
        for arg in args {
            if arg.shorthand {
                self.needs(Feature::LabelShorthand, arg.span);
            }
            if let Some(label) = arg.label {
                labelled = true;
                if !self.pattern_label(arg, label, constructor, &mut slots) {
                    unknown.push((label.name, arg.span));
                }
            } else {
                if labelled {
                    self.report(PositionalAfterLabelled { span: arg.span });
                }
                positional.push(arg.pattern);
            }
        }
        self.report_labels(unknown, &constructor.fields, Some(constructor.name));
        let mut positional = positional.into_iter();
        for slot in slots.iter_mut().filter(|slot| slot.is_none()) {
            *slot = positional.next();
        }
        self.check_pattern_arity((pattern.span, args), *spread, constructor);
        slots
    }

    /// Whether there is such a label.
    fn pattern_label(
        &mut self,
        arg: &PatternArg,
        label: Ident,
        constructor: &ConstructorRef,
        slots: &mut [Option<PatternId>],
    ) -> bool {
        let wanted = Some(label.name);
        let (span, label_name) = (arg.span, label.name);
        let place = constructor.fields.iter().position(|field| *field == wanted);
        match place.map(|place| &mut slots[place]) {
            Some(slot @ None) => {
                *slot = Some(arg.pattern);
                let (module, owner) = (constructor.module, constructor.type_name);
                self.mention(label.span, Definition::Field(module, owner, label.name));
            }
            Some(Some(_)) => self.report(DuplicateArgument {
                span,
                label: label_name,
            }),
            None => {}
        }
        place.is_some()
    }

    fn check_pattern_arity(
        &mut self,
        (span, args): (Span, &[PatternArg]),
        spread: Option<Span>,
        constructor: &ConstructorRef,
    ) {
        let expected = constructor.fields.len();
        let labelled = constructor.fields.iter().any(Option::is_some);
        match spread {
            Some(spread) if args.len() == expected && labelled => {
                self.report(NeedlessSpread { span: spread });
            }
            Some(_) if args.len() <= expected => {}
            _ if args.len() == expected => {}
            _ => {
                let given = |label: &Name| {
                    let mut labels = args.iter().filter_map(|arg| arg.label);
                    labels.any(|it| it.name == *label)
                };
                let labels = constructor.fields.iter().flatten();
                let missing = labels.filter(|label| !given(label)).copied();
                self.report(IncorrectArity {
                    span,
                    expected,
                    given: args.len(),
                    missing: if args.len() < expected {
                        missing.collect()
                    } else {
                        Vec::new()
                    },
                    in_pattern: true,
                });
            }
        }
    }
}
