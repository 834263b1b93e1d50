//! Calls: labels, order of arguments, captures.

use source::{Name, Span};
use syntax::ast::{Arg, ExprId, ExprKind, Stmt, Use};

use crate::check::Checker;
use crate::checked::{CallPlan, Definition, LocalId, Resolution};
use crate::features::Feature;
use crate::problem::{
    DuplicateArgument, IncorrectArity, NotAFunction, PositionalAfterLabelled, Situation,
    UnexpectedLabel, UnknownLabel,
};
use crate::types::{Ty, TyKind};

/// A call with the argument that is not written, if there is one.
#[derive(Clone, Copy)]
pub(crate) struct CallSite<'a> {
    /// The expression whose plan this is.
    pub(crate) id: ExprId,
    /// The whole call.
    pub(crate) span: Span,
    /// What is called.
    pub(crate) callee: ExprId,
    /// As written.
    pub(crate) args: &'a [Arg],
    /// What is not written.
    pub(crate) implicit: Implicit<'a>,
}

/// An argument that is not written in the call.
#[derive(Clone, Copy)]
pub(crate) enum Implicit<'a> {
    /// There is none.
    None,
    /// The value of a pipeline comes first.
    Piped(Ty, Span),
    /// The value of a pipeline takes the place of the hole.
    Hole(Ty),
    /// The statements after a `use` come last.
    Callback(&'a Use, &'a [Stmt]),
}

/// What a call needs to know of what it calls.
struct Callee {
    name: Option<Name>,
    labels: Vec<Option<Name>>,
    arity: usize,
}

impl Callee {
    /// A function that is a value: it has no labels.
    fn value(arity: usize) -> Self {
        Self {
            name: None,
            labels: Vec::new(),
            arity,
        }
    }
}

/// Which argument each parameter takes, and which are left over.
struct Order {
    slots: Vec<Option<usize>>,
    spare: Vec<usize>,
}

impl<'a> Checker<'a> {
    /// `callee(args)`
    pub(crate) fn call(&mut self, id: ExprId, callee: ExprId, args: &'a [Arg]) -> Ty {
        let span = self.module.exprs[id].span;
        if let ExprKind::Lambda(_) = &self.module.exprs[callee].kind {
            return self.call_lambda(id, callee, args);
        }
        let callee_type = self.callee(callee, args);
        let site = CallSite {
            id,
            span,
            callee,
            args,
            implicit: Implicit::None,
        };
        self.apply(site, callee_type)
    }

    /// The type of what is called.
    pub(crate) fn callee(&mut self, callee: ExprId, args: &[Arg]) -> Ty {
        let ty = match &self.module.exprs[callee].kind {
            ExprKind::Todo { .. } | ExprKind::Panic { .. } => {
                let before = self.frame.stopped;
                let ty = self.expr(callee);
                self.warn_called_stop(callee, args);
                self.frame.stopped = before;
                ty
            }
            _ => self.expr(callee),
        };
        self.note_call(callee);
        ty
    }

    /// A closure that is called where it stands knows the types of its arguments.
    fn call_lambda(&mut self, id: ExprId, callee: ExprId, args: &'a [Arg]) -> Ty {
        let ExprKind::Lambda(lambda) = &self.module.exprs[callee].kind else {
            return Ty::ERROR;
        };
        let span = self.module.exprs[id].span;
        let found: Vec<Ty> = args.iter().map(|arg| self.expr(arg.value)).collect();
        let ty = source::grow(|| self.lambda(lambda, &found));
        self.tables.expr_types[callee] = ty;
        let TyKind::Fn { params, result } = self.shape(ty) else {
            return Ty::ERROR;
        };
        let callee = Callee::value(params.len());
        let order = self.order(&callee, args, &Implicit::None);
        if params.len() == args.len() {
            for (slot, param) in order.slots.iter().zip(&params) {
                let Some(index) = *slot else { continue };
                let arg_span = self.module.exprs[args[index].value].span;
                self.expect(*param, found[index], arg_span, Situation::Argument);
            }
        } else {
            self.report_arity(span, params.len(), args.len(), Vec::new());
        }
        self.tables.calls.insert(id, order.plan());
        result
    }

    /// Types the arguments and gives the result.
    pub(crate) fn apply(&mut self, site: CallSite<'a>, callee_type: Ty) -> Ty {
        let given = site.given();
        let (params, result) = match self.shape(callee_type) {
            TyKind::Fn { params, result } => (params, result),
            TyKind::Var(_) => self.invent_function(callee_type, given),
            TyKind::Error => return self.apply_error(site),
            _ => {
                let found = self.known(callee_type);
                let span = self.module.exprs[site.callee].span;
                self.report_not_function(site, span, found);
                return self.apply_error(site);
            }
        };
        let labels = self.labels_of(site.callee);
        if let Some((_, labels)) = &labels {
            self.mention_labels(site, labels);
        }
        if params.len() != given {
            self.report_call_arity(site, params.len(), labels.as_ref());
            self.arguments_without_plan(site);
            return result;
        }
        let callee = Callee {
            name: labels.as_ref().map(|(name, _)| *name),
            labels: labels.map(|(_, labels)| labels).unwrap_or_default(),
            arity: params.len(),
        };
        let order = self.order(&callee, site.args, &site.implicit);
        let mut hole = None;
        let before = self.frame.stopped;
        for (position, (slot, param)) in order.slots.iter().zip(&params).enumerate() {
            if let Some(index) = slot {
                let forwarded = self.forwarded(site, *index, position);
                hole = self.argument(site, *index, *param).or(hole);
                if let Some(local) = forwarded {
                    self.progress.locals[local.index()].used = false;
                    self.progress.locals[local.index()].forwarded = true;
                }
            }
        }
        for index in &order.spare {
            let wanted = self.fresh();
            self.argument(site, *index, wanted);
        }
        if !matches!(site.implicit, Implicit::Callback(..)) {
            self.note_unreachable_use(before, site.span);
        }
        self.tables.calls.insert(site.id, order.plan());
        match hole {
            Some(hole) if !matches!(site.implicit, Implicit::Hole(..)) => {
                self.tables.types.function(vec![hole], result)
            }
            _ => result,
        }
    }

    fn invent_function(&mut self, callee: Ty, given: usize) -> (Vec<Ty>, Ty) {
        let params: Vec<Ty> = (0..given).map(|_| self.fresh()).collect();
        let result = self.fresh();
        let function = self.tables.types.function(params.clone(), result);
        self.expect(callee, function, Span::default(), Situation::Argument);
        (params, result)
    }

    /// The `index`th argument; a hole gives its type.
    fn argument(&mut self, site: CallSite<'a>, index: usize, wanted: Ty) -> Option<Ty> {
        let Some(arg) = site.args.get(index) else {
            self.implicit_argument(site, wanted);
            return None;
        };
        if let ExprKind::Hole = self.module.exprs[arg.value].kind {
            self.tables.expr_types[arg.value] = wanted;
            if let Implicit::Hole(piped) = site.implicit {
                self.expect(
                    wanted,
                    piped,
                    self.module.exprs[arg.value].span,
                    Situation::Pipe,
                );
            }
            return Some(wanted);
        }
        let found = self.expr_for(arg.value, wanted);
        let span = self.module.exprs[arg.value].span;
        self.expect(wanted, found, span, Situation::Argument);
        None
    }

    /// The parameter that a function passes to itself unchanged: that is no use of it. Nothing if
    /// it was used before.
    fn forwarded(&self, site: CallSite<'a>, index: usize, position: usize) -> Option<LocalId> {
        let Resolution::Function { module, name, .. } = &self.tables.resolutions[site.callee]
        else {
            return None;
        };
        if *module != self.input.name || self.frame.owner != Some(*name) {
            return None;
        }
        let ExprKind::Var(name) = &self.module.exprs[site.args.get(index)?.value].kind else {
            return None;
        };
        let local = (*self.frame.params.get(position)?)?;
        let same = self
            .locals
            .get(name.name)
            .is_some_and(|bound| bound.id == local);
        let facts = &self.progress.locals[local.index()];
        (same && !facts.used).then_some(local)
    }

    fn implicit_argument(&mut self, site: CallSite<'a>, wanted: Ty) {
        match site.implicit {
            Implicit::Piped(ty, span) => {
                self.expect(wanted, ty, span, Situation::Pipe);
            }
            Implicit::Callback(binding, rest) => self.callback(binding, rest, wanted),
            Implicit::None | Implicit::Hole(..) => {}
        }
    }

    /// What is called is broken: its arguments are looked at for their own sake.
    fn apply_error(&mut self, site: CallSite<'a>) -> Ty {
        self.arguments_without_plan(site);
        Ty::ERROR
    }

    fn arguments_without_plan(&mut self, site: CallSite<'a>) {
        for index in 0..site.given() {
            let wanted = self.fresh();
            self.argument(site, index, wanted);
        }
    }

    fn report_not_function(&mut self, site: CallSite<'a>, span: Span, found: Ty) {
        let in_use = matches!(site.implicit, Implicit::Callback(..));
        self.report(NotAFunction {
            span,
            found,
            in_use,
        });
    }

    fn report_call_arity(
        &mut self,
        site: CallSite<'a>,
        expected: usize,
        labels: Option<&(Name, Vec<Option<Name>>)>,
    ) {
        if let Implicit::Callback(binding, _) = site.implicit {
            return self.report_use_arity(binding, site, expected);
        }
        let given = |label: &Name| {
            site.args
                .iter()
                .any(|arg| arg.label.is_some_and(|it| it.name == *label))
        };
        let missing = labels.map_or(Vec::new(), |(_, labels)| {
            let labels = labels.iter().flatten();
            labels.filter(|label| !given(label)).copied().collect()
        });
        let missing = if site.given() < expected {
            missing
        } else {
            Vec::new()
        };
        self.report_arity(site.span, expected, site.given(), missing);
    }

    fn report_arity(&mut self, span: Span, expected: usize, given: usize, missing: Vec<Name>) {
        self.report(IncorrectArity {
            span,
            expected,
            given,
            missing,
            in_pattern: false,
        });
    }

    /// Puts labelled arguments in their places and the others, in order, in those that are left.
    fn order(&mut self, callee: &Callee, args: &[Arg], implicit: &Implicit<'_>) -> Order {
        let mut order = Order {
            slots: vec![None; callee.arity],
            spare: Vec::new(),
        };
        let mut positional = Vec::new();
        if matches!(implicit, Implicit::Piped(..)) {
            positional.push(args.len());
        }
        let mut labelled = false;
        let mut unknown = Vec::new();
        for (index, arg) in args.iter().enumerate() {
            if arg.shorthand {
                self.needs(Feature::LabelShorthand, arg.span);
            }
            if let Some(label) = arg.label {
                labelled = true;
                if !self.place_labelled(&mut order, callee, (index, arg)) {
                    unknown.push((label.name, arg.span));
                }
            } else {
                if labelled {
                    self.report(PositionalAfterLabelled { span: arg.span });
                }
                positional.push(index);
            }
        }
        if matches!(implicit, Implicit::Callback(..)) {
            positional.push(args.len());
        }
        order.fill(positional);
        self.report_labels(unknown, &callee.labels, callee.name);
        order
    }

    /// Labels that what is called does not have.
    pub(crate) fn report_labels(
        &mut self,
        unknown: Vec<(Name, Span)>,
        known: &[Option<Name>],
        owner: Option<Name>,
    ) {
        let (Some((label, first)), Some((_, last))) = (unknown.first(), unknown.last()) else {
            return;
        };
        if known.iter().all(Option::is_none) {
            let (span, label) = (*first, *label);
            return self.report(UnexpectedLabel { span, label, owner });
        }
        self.report(UnknownLabel {
            span: *last,
            known: known.iter().flatten().copied().collect(),
            labels: unknown,
        });
    }

    /// Whether there is such a label.
    fn place_labelled(
        &mut self,
        order: &mut Order,
        callee: &Callee,
        (index, arg): (usize, &Arg),
    ) -> bool {
        let labels = &callee.labels;
        let Some(label) = arg.label else {
            return true;
        };
        let wanted = Some(label.name);
        let place = labels.iter().position(|known| *known == wanted);
        match place.map(|place| &mut order.slots[place]) {
            Some(slot @ None) => {
                *slot = Some(index);
                return true;
            }
            Some(Some(_)) => self.report(DuplicateArgument {
                span: arg.span,
                label: label.name,
            }),
            None => {}
        }
        order.spare.push(index);
        place.is_some()
    }

    /// The labels of arguments mean fields or parameters of what is called.
    fn mention_labels(&mut self, site: CallSite<'a>, labels: &[Option<Name>]) {
        let resolution = self.tables.resolutions[site.callee].clone();
        for label in site.args.iter().filter_map(|arg| arg.label) {
            let definition = match &resolution {
                _ if !labels.contains(&Some(label.name)) => continue,
                Resolution::Function { module, name, .. } => {
                    Definition::Label(*module, *name, label.name)
                }
                Resolution::Constructor(constructor) => {
                    let (module, owner) = (constructor.module, constructor.type_name);
                    Definition::Field(module, owner, label.name)
                }
                _ => continue,
            };
            self.mention(label.span, definition);
        }
    }

    /// Notes what a call may do.
    fn note_call(&mut self, callee: ExprId) {
        match &self.tables.resolutions[callee] {
            Resolution::Function { module, name, .. } => {
                let (module, name) = (*module, *name);
                self.calls_function(module, name);
            }
            Resolution::Constructor(_) => {}
            _ => self.calls_unknown(),
        }
    }
}

impl CallSite<'_> {
    /// How many arguments there are.
    fn given(&self) -> usize {
        let implicit = matches!(self.implicit, Implicit::Piped(..) | Implicit::Callback(..));
        self.args.len() + usize::from(implicit)
    }
}

impl Order {
    fn fill(&mut self, positional: Vec<usize>) {
        let mut positional = positional.into_iter();
        for slot in self.slots.iter_mut().filter(|slot| slot.is_none()) {
            *slot = positional.next();
        }
        self.spare.extend(positional);
    }

    /// Broken calls have plans too: a missing argument is taken from the spare ones.
    fn plan(&self) -> CallPlan {
        let mut spare = self.spare.iter().copied();
        let order = self
            .slots
            .iter()
            .map(|slot| slot.or_else(|| spare.next()).unwrap_or(0) as u32)
            .collect();
        CallPlan { order }
    }
}
