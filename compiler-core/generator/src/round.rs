//! Functions that go on after they have called themselves: lists that are built, sums, `let`, `use`.

use crate::operator::infix;
use crate::tree::{Node, Part, UNIT, many};
use crate::types::{Entity, Type};
use crate::writer::{Recursion, Variable, Writer};

/// How large what stands beside a call is.
const SIZE: u32 = 2;

impl Writer {
    /// A value that a function makes of what it gives for something smaller. What is evaluated
    /// before and after the call leaves a trace.
    pub(crate) fn round(&mut self, result: &Type, recursion: &Recursion) -> Option<Node> {
        let call = self.own_call(recursion, SIZE)?;
        let node = match (self.random.below(10), result) {
            (0..5, Type::List(item)) => self.longer_list(item, result, call),
            (0..2, Type::Int) => self.beside(("+", 7), result, call),
            (2..4, Type::Int) => self.beside(("-", 7), result, call),
            (0..4, Type::String) => self.beside(("<>", 5), result, call),
            (0..2, Type::Bool) => self.beside(("&&", 2), result, call),
            (2..4, Type::Bool) => self.beside(("||", 1), result, call),
            (0..4, Type::Result(_, error)) => self.after_try(error, result, call)?,
            (0 | 5, _) => call,
            (1 | 6, _) => self.after_guard(result, call)?,
            (2 | 7, _) => {
                let first = self.logged(result, SIZE);
                let holes = vec![self.support("second")?, first.into(), call.into()];
                Node::expression(result, "$(~$, $~)", holes)
            }
            (3 | 8, _) => self.case_of(result, call),
            _ => self.before_rest(result, call),
        };
        Some(node)
    }

    /// The name of a function that all programs use.
    fn support(&self, name: &str) -> Option<Part> {
        let id = self.functions.iter().position(|known| known.name == name)?;
        self.named(Entity::Function(id)).map(Part::Word)
    }

    /// `[a, ..self(rest)]`
    fn longer_list(&mut self, item: &Type, ty: &Type, call: Node) -> Node {
        let count = self.random.below(2) + 1;
        let items: Vec<Node> = (0..count).map(|_| self.logged(item, SIZE)).collect();
        if self.random.chance(30) {
            let name = format!("own{}", self.number());
            let holes: Vec<Part> = vec![
                name.clone().into(),
                call.into(),
                many(", ", items),
                name.into(),
            ];
            return Node::expression(ty, "{\nlet $ = $\n[~$~, ..$]\n}", holes);
        }
        Node::expression(ty, "[~$~, ..$]", vec![many(", ", items), call.into()])
    }

    /// `a + self(rest)`, `self(rest) + a`
    fn beside(&mut self, operator: (&str, u8), ty: &Type, call: Node) -> Node {
        let other = self.logged(ty, SIZE);
        if self.random.chance(60) {
            infix(ty, operator, other, call)
        } else {
            infix(ty, operator, call, other)
        }
    }

    /// `use x <- try(value)`, and the call.
    fn after_try(&mut self, error: &Type, ty: &Type, call: Node) -> Option<Node> {
        let tried = self.interesting_type();
        let value = self.logged(&Type::result(tried.clone(), error.clone()), SIZE);
        let tried = self.print_type(&tried);
        let holes = vec![
            tried.into(),
            self.support("try")?,
            value.into(),
            call.into(),
        ];
        Some(Node::expression(ty, "{\nuse _: $ <- $(~$~)\n$\n}", holes))
    }

    /// `use <- lazy(condition, value)`, and the call.
    fn after_guard(&mut self, ty: &Type, call: Node) -> Option<Node> {
        let condition = self.logged(&Type::Bool, 1);
        let early = self.logged(ty, SIZE);
        let name = self.support("lazy")?;
        let holes = vec![name, condition.into(), early.into(), call.into()];
        Some(Node::expression(ty, "{\nuse <- $(~$, $~)\n$\n}", holes))
    }

    /// `case self(rest) { … }`
    fn case_of(&mut self, ty: &Type, call: Node) -> Node {
        let name = format!("own{}", self.number());
        let arms = (0..self.random.below(3)).map(|_| self.arm(std::slice::from_ref(ty), ty, SIZE));
        let mut arms: Vec<Node> = arms.collect();
        let bound = vec![Variable {
            name: name.clone(),
            ty: ty.clone(),
        }];
        let pattern = Node::word(crate::tree::Sort::Pattern, name);
        arms.push(self.body_of_arm(pattern, bound, ty, SIZE));
        let holes = vec![self.print_type(ty).into(), call.into(), many("\n", arms)];
        let form = "{\nlet subject: $ = $\ncase subject {\n$\n}\n}";
        Node::expression(ty, form, holes).bound(UNIT)
    }

    /// `let a = self(rest)`, and more.
    fn before_rest(&mut self, ty: &Type, call: Node) -> Node {
        let name = format!("own{}", self.number());
        let inside = self.scope.len();
        self.scope.push(Variable {
            name: name.clone(),
            ty: ty.clone(),
        });
        let rest = self.body(ty, SIZE);
        self.scope.truncate(inside);
        let holes = vec![
            name.into(),
            self.print_type(ty).into(),
            call.into(),
            rest.into(),
        ];
        Node::expression(ty, "{\nlet $: $ = $\n$\n}", holes)
    }
}
