//! From the tree to text, laid out by Wadler's algorithm for 80 columns.

mod expr;
mod item;
mod writer;

use pretty::{Arena, DocAllocator, DocBuilder};

use super::node::{BlockId, Item, Stmt, Tree};

pub(super) use expr::quote;
pub(super) use item::comment_lines;
pub(super) use writer::Mapping;

/// Prints `items`; gives the text and which places of it come from where in the source.
pub(super) fn print(tree: &Tree, items: &[Item]) -> (String, Vec<Mapping>) {
    let docs = Arena::new();
    let printer = Printer { docs: &docs, tree };
    let mut writer = writer::Writer::default();
    for item in items {
        let doc = printer.item(item);
        // The writer cannot fail.
        let _ = doc.into_doc().render_raw(80, &mut writer);
    }
    writer.finish()
}

/// A document; its annotations are offsets into the source.
type Doc<'a> = DocBuilder<'a, Arena<'a, u32>, u32>;

/// Levels after which nothing is indented further: deep nesting would print mostly spaces.
const DEEPEST: u32 = 40;
const INDENT: isize = 2;

#[derive(Clone, Copy)]
struct Printer<'a> {
    docs: &'a Arena<'a, u32>,
    tree: &'a Tree,
}

/// Indents `doc`, the contents of something at `level`.
fn nest(doc: Doc<'_>, level: u32) -> Doc<'_> {
    if level < DEEPEST {
        doc.nest(INDENT)
    } else {
        doc
    }
}

impl<'a> Printer<'a> {
    /// `{ statements }` on lines of their own.
    fn block(self, block: BlockId, level: u32) -> Doc<'a> {
        self.braces(&self.tree.blocks[block], false, level)
    }

    fn braces(self, statements: &'a [Stmt], end_with_break: bool, level: u32) -> Doc<'a> {
        let ending = end_with_break.then(|| self.docs.text("break;"));
        if statements.is_empty() && ending.is_none() {
            return self.docs.text("{}");
        }
        let statements = statements
            .iter()
            .map(|statement| source::grow(|| self.stmt(statement, level + 1)))
            .chain(ending);
        let body = self
            .docs
            .concat(statements.map(|doc| self.docs.hardline().append(doc)));
        self.docs
            .text("{")
            .append(nest(body, level))
            .append(self.docs.hardline())
            .append("}")
    }

    fn stmt(self, statement: &'a Stmt, level: u32) -> Doc<'a> {
        match statement {
            Stmt::Let { name, value: None } => self.words(&["let ", name, ";"]),
            Stmt::Let {
                name,
                value: Some(value),
            } => self.ended(self.words(&["let ", name, " = "]), *value, level),
            Stmt::Assign { name, value } => self.ended(self.words(&[name, " = "]), *value, level),
            Stmt::SetTail { cell, value } => {
                self.ended(self.words(&[cell, ".tail = "]), *value, level)
            }
            Stmt::Expr(value) => self.evaluated(*value, level),
            Stmt::Return(value) => self.ended(self.docs.text("return "), *value, level),
            Stmt::Throw(value) => self.ended(self.docs.text("throw "), *value, level),
            Stmt::If { .. } => self.if_else(statement, level),
            Stmt::Switch { .. } => self.switch(statement, level),
            Stmt::Loop(body) => self
                .docs
                .text("while (true) ")
                .append(self.block(*body, level)),
            Stmt::Labelled { label, body } => {
                self.words(&[label, ": "]).append(self.block(*body, level))
            }
            Stmt::Break(label) => self.words(&["break ", label, ";"]),
            Stmt::Continue => self.docs.text("continue;"),
        }
    }

    fn words(self, words: &[&'a str]) -> Doc<'a> {
        self.docs
            .concat(words.iter().map(|word| self.docs.text(*word)))
    }

    fn if_else(self, mut statement: &'a Stmt, level: u32) -> Doc<'a> {
        let mut doc = self.docs.nil();
        while let Stmt::If {
            condition,
            then,
            otherwise,
            ..
        } = statement
        {
            doc = doc
                .append("if ")
                .append(self.condition(*condition, level))
                .append(" ")
                .append(self.block(*then, level));
            let Some(otherwise) = otherwise else { break };
            doc = doc.append(" else ");
            match self.tree.blocks[*otherwise].as_slice() {
                [only @ Stmt::If { .. }] => statement = only,
                _ => return doc.append(self.block(*otherwise, level)),
            }
        }
        doc
    }

    fn switch(self, statement: &'a Stmt, level: u32) -> Doc<'a> {
        let Stmt::Switch {
            subject,
            cases,
            default,
            ..
        } = statement
        else {
            return self.docs.nil();
        };
        let case = |label: Doc<'a>, block: BlockId| {
            let statements = &self.tree.blocks[block];
            let falls_through = !super::node::diverge(statements);
            self.docs
                .hardline()
                .append(label)
                .append(": ")
                .append(self.braces(statements, falls_through, level + 1))
        };
        let mut body = self.docs.concat(cases.iter().map(|(value, block)| {
            let label = self.docs.text("case ").append(self.expr(*value, level));
            case(label, *block)
        }));
        if let Some(default) = default {
            body = body.append(case(self.docs.text("default"), *default));
        }
        self.docs
            .text("switch ")
            .append(self.condition(*subject, level))
            .append(" {")
            .append(nest(body, level))
            .append(self.docs.hardline())
            .append("}")
    }
}
