//! Functions small enough to stand in place of their calls.
//!
//! Where calls take stack, a callback that goes round, as in `use x <- result.try(value)` and then a
//! call of the function itself, is one call deeper each time. Lowering writes such functions out.

use std::collections::BTreeMap;

use source::Name;
use syntax::ast::{
    Arg, Case, Clause, ExprId, ExprKind, Function, ItemKind, PatternId, PatternKind, Publicity,
    Stmt,
};

use crate::check::Checker;
use crate::checked::{LocalId, PatternResolution, Resolution};
use crate::interface::{
    ConstructorRef, Interface, Part, Template, TemplateArm, TemplateExpr, ValueKind,
};

/// The most expressions that a template has.
const LARGEST: usize = 16;

impl Checker<'_> {
    /// Templates of this module's functions.
    pub(crate) fn own_templates(&self) -> BTreeMap<Name, Template> {
        let mut templates = BTreeMap::new();
        if self.on_erlang() {
            return templates;
        }
        for index in &self.live {
            let item = self.item(*index);
            if let ItemKind::Function(function) = &item.kind
                && self.external(item).is_none()
                && let Some(template) = self.template(function)
            {
                templates.insert(function.name.name, template);
            }
        }
        templates
    }

    /// Those of `templates` that importers may use.
    pub(crate) fn public_templates(
        &self,
        templates: &BTreeMap<Name, Template>,
        interface: &Interface,
    ) -> BTreeMap<Name, Template> {
        let public = |name: &Name| {
            self.live.iter().any(|index| {
                let item = self.item(*index);
                matches!(&item.kind, ItemKind::Function(function) if function.name.name == *name)
                    && item.publicity != Publicity::Private
            })
        };
        let templates = templates.iter();
        templates
            .filter(|(name, template)| public(name) && template.is_visible(interface))
            .map(|(name, template)| (*name, template.clone()))
            .collect()
    }

    /// Templates of all functions that this module mentions, by module and name.
    pub(crate) fn mentioned_templates(
        &self,
        own: BTreeMap<Name, Template>,
    ) -> BTreeMap<(Name, Name), Template> {
        let here = self.input.name;
        let own = own.into_iter();
        let mut all: BTreeMap<_, _> = own
            .map(|(name, template)| ((here, name), template))
            .collect();
        for (_, resolution) in self.tables.resolutions.iter() {
            if let Resolution::Function { module, name, .. } = resolution
                && *module != here
            {
                self.library.saw(*module, Part::Value(*name));
                let interface = self.library.interface(*module);
                let template = interface.and_then(|interface| interface.templates.get(name));
                let Some(template) = template else {
                    continue;
                };
                all.entry((*module, *name))
                    .or_insert_with(|| template.clone());
            }
        }
        all
    }

    fn template(&self, function: &Function) -> Option<Template> {
        let body = self.only_expr(function.body.as_deref()?)?;
        let ExprKind::Case(case) = &self.module.exprs[body].kind else {
            return None;
        };
        let params = function.params.iter();
        let mut reader = Reader {
            checker: self,
            params: params
                .map(|param| self.bound_variable(param.pattern))
                .collect(),
            subject: 0,
            whole: None,
            fields: Vec::new(),
            left: LARGEST,
        };
        reader.subject = reader.subject_of(case)?;
        let arms = case.clauses.iter().map(|clause| reader.arm(clause));
        let arms = arms.collect::<Option<Vec<_>>>()?;
        let template = Template {
            params: params_of(self, function),
            subject: reader.subject,
            arms,
        };
        template.calls_a_parameter().then_some(template)
    }

    /// The expression that `statements` are.
    fn only_expr<'s>(&'s self, mut statements: &'s [Stmt]) -> Option<ExprId> {
        loop {
            let [Stmt::Expr(expr)] = statements else {
                return None;
            };
            match &self.module.exprs[*expr].kind {
                ExprKind::Block(inner) => statements = inner,
                _ => return Some(*expr),
            }
        }
    }

    fn bound_variable(&self, pattern: PatternId) -> Option<LocalId> {
        match self.tables.patterns[pattern] {
            PatternResolution::Local(local) => Some(local),
            _ => None,
        }
    }
}

fn params_of(checker: &Checker<'_>, function: &Function) -> Vec<Name> {
    let patterns = function.params.iter().map(|param| param.pattern);
    patterns
        .map(|pattern| match &checker.module.patterns[pattern].kind {
            PatternKind::Var(ident) | PatternKind::Discard(ident) => ident.name,
            _ => Name::new("_"),
        })
        .collect()
}

struct Reader<'c, 'a> {
    checker: &'c Checker<'a>,
    /// The variable of each parameter.
    params: Vec<Option<LocalId>>,
    subject: u32,
    /// The variable that the arm which is read gives to the whole subject.
    whole: Option<LocalId>,
    /// The variable of each field in that arm.
    fields: Vec<Option<LocalId>>,
    /// How many more expressions there may be.
    left: usize,
}

impl Reader<'_, '_> {
    fn subject_of(&self, case: &Case) -> Option<u32> {
        let [subject] = case.subjects.as_slice() else {
            return None;
        };
        match self.checker.tables.resolutions[*subject] {
            Resolution::Local(local) => position(&self.params, local),
            _ => None,
        }
    }

    fn arm(&mut self, clause: &Clause) -> Option<TemplateArm> {
        let [patterns] = clause.alternatives.as_slice() else {
            return None;
        };
        let ([pattern], None) = (patterns.as_slice(), clause.guard) else {
            return None;
        };
        let checker = self.checker;
        let kind = &checker.module.patterns[*pattern].kind;
        self.fields.clear();
        self.whole = None;
        let constructor = match (&checker.tables.patterns[*pattern], kind) {
            (
                PatternResolution::Constructor {
                    constructor,
                    fields,
                },
                PatternKind::Constructor { .. },
            ) => {
                self.fields = self.variables(fields)?;
                Some(constructor.clone())
            }
            (PatternResolution::None, PatternKind::Discard(_)) => None,
            (PatternResolution::Local(local), PatternKind::Var(_)) => {
                self.whole = Some(*local);
                None
            }
            _ => return None,
        };
        let body = self.expr(clause.body)?;
        Some(TemplateArm { constructor, body })
    }

    /// The variables that stand for fields; nothing if one of them is taken apart.
    fn variables(&self, fields: &[Option<PatternId>]) -> Option<Vec<Option<LocalId>>> {
        let checker = self.checker;
        let fields = fields.iter().map(|field| match field {
            None => Some(None),
            Some(pattern) => match &checker.module.patterns[*pattern].kind {
                PatternKind::Var(_) | PatternKind::Discard(_) => {
                    Some(checker.bound_variable(*pattern))
                }
                _ => None,
            },
        });
        fields.collect()
    }

    fn expr(&mut self, id: ExprId) -> Option<TemplateExpr> {
        self.left = self.left.checked_sub(1)?;
        let checker = self.checker;
        match &checker.tables.resolutions[id] {
            Resolution::Local(local) => return self.local(*local),
            Resolution::Constructor(constructor) if constructor.fields.is_empty() => {
                return Some(TemplateExpr::Construct(constructor.clone(), Vec::new()));
            }
            _ => {}
        }
        match &checker.module.exprs[id].kind {
            ExprKind::String(text) => Some(TemplateExpr::String(text.clone())),
            ExprKind::Block(statements) => self.expr(checker.only_expr(statements)?),
            ExprKind::Tuple(items) => Some(TemplateExpr::Tuple(self.exprs(items.iter().copied())?)),
            ExprKind::List { items, tail: None } => {
                Some(TemplateExpr::List(self.exprs(items.iter().copied())?))
            }
            ExprKind::Call { callee, args } => self.call(id, *callee, args),
            _ => None,
        }
    }

    fn exprs(&mut self, ids: impl Iterator<Item = ExprId>) -> Option<Vec<TemplateExpr>> {
        ids.map(|id| self.expr(id)).collect()
    }

    fn local(&self, local: LocalId) -> Option<TemplateExpr> {
        if self.whole == Some(local) {
            return Some(TemplateExpr::Param(self.subject));
        }
        let field = position(&self.fields, local).map(TemplateExpr::Field);
        field.or_else(|| position(&self.params, local).map(TemplateExpr::Param))
    }

    fn call(&mut self, id: ExprId, callee: ExprId, args: &[Arg]) -> Option<TemplateExpr> {
        let tables = &self.checker.tables;
        let plan = tables.calls.get(&id).map(|plan| plan.order.as_slice());
        let in_order = match plan {
            Some(order) => order
                .iter()
                .map(|index| args.get(*index as usize).map(|arg| arg.value))
                .collect::<Option<Vec<_>>>()?,
            None => args.iter().map(|arg| arg.value).collect(),
        };
        match &tables.resolutions[callee] {
            Resolution::Constructor(constructor) => {
                let args = self.exprs(in_order.into_iter())?;
                Some(TemplateExpr::Construct(constructor.clone(), args))
            }
            Resolution::Local(local) => {
                let callee = position(&self.params, *local)?;
                let args = self.exprs(in_order.into_iter())?;
                Some(TemplateExpr::Call { callee, args })
            }
            _ => None,
        }
    }
}

fn position(variables: &[Option<LocalId>], local: LocalId) -> Option<u32> {
    let index = variables.iter().position(|it| *it == Some(local))?;
    Some(index as u32)
}

impl Template {
    fn calls_a_parameter(&self) -> bool {
        let mut arms = self.arms.iter();
        arms.any(|arm| {
            arm.body
                .parts()
                .any(|part| matches!(part, TemplateExpr::Call { .. }))
        })
    }

    /// Whether importers may name all that it names.
    fn is_visible(&self, interface: &Interface) -> bool {
        let visible = |constructor: &ConstructorRef| {
            let value = interface.values.get(&constructor.name);
            constructor.module != interface.module
                || value.is_some_and(|value| matches!(value.kind, ValueKind::Constructor(_)))
        };
        self.arms.iter().all(|arm| {
            arm.constructor.iter().all(visible)
                && arm.body.parts().all(|part| match part {
                    TemplateExpr::Construct(constructor, _) => visible(constructor),
                    _ => true,
                })
        })
    }
}

impl TemplateExpr {
    /// This expression and those inside it, in no order.
    pub fn parts(&self) -> impl Iterator<Item = &Self> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            match next {
                Self::Param(_) | Self::Field(_) | Self::String(_) => {}
                Self::Construct(_, parts)
                | Self::Call { args: parts, .. }
                | Self::Tuple(parts)
                | Self::List(parts) => open.extend(parts),
            }
            Some(next)
        })
    }
}
