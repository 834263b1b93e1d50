//! Bit arrays: segments that make them, and segments that take them apart.

use crate::literal::Place;
use crate::tree::{Node, Sort, many};
use crate::types::Type;
use crate::writer::{Variable, Writer};

const SIZES: &[&str] = &[
    "1", "3", "4", "7", "8", "9", "12", "16", "24", "31", "32", "40", "48",
];

impl Writer {
    /// `<<…>>` of any segments.
    pub(crate) fn bits_value(&mut self, size: u32, place: Place) -> Node {
        let count = self.random.below(4);
        let segments = (0..count).map(|_| self.segment(size, place)).collect();
        Node::expression(&Type::BitArray, "<<~$~>>", vec![many(", ", segments)])
    }

    fn segment(&mut self, size: u32, place: Place) -> Node {
        match self.random.below(13) {
            12 if place == Place::Body => self.codepoint(),
            0 | 1 => self.part_of(&Type::Int, size, place),
            2..5 => {
                let value = self.part_of(&Type::Int, size, place);
                let bits = self.random.pick(SIZES);
                let order = self
                    .random
                    .pick(&["", "-little", "-big", "-int", "-little-int"]);
                let form = format!("$:size({bits}){order}");
                Node::part(&form, vec![value.into()])
            }
            5 if place == Place::Body => self.sized_by_value(size),
            6 => {
                let value = self.part_of(&Type::Float, size, place);
                let form = self.random.pick(&[
                    "$:float",
                    "$:float-size(32)",
                    "$:float-little",
                    "$:float-64",
                ]);
                Node::part(form, vec![value.into()])
            }
            7 => {
                let value = self.random.pick(&["1.5", "0.0", "-2.0", "65504.0", "0.1"]);
                let form =
                    self.random
                        .pick(&["$:size(16)-float", "$:float-16-little", "$:32-float", "$"]);
                Node::part(form, vec![value.into()])
            }
            8 => {
                let value = self.part_of(&Type::String, size, place);
                let form = self.random.pick(&[
                    "$:utf8",
                    "$:utf16",
                    "$:utf16-little",
                    "$:utf32",
                    "$:utf32-little",
                ]);
                Node::part(form, vec![value.into()])
            }
            9 => Node::word(Sort::Part, self.string_text()),
            10 => {
                let value = self.part_of(&Type::BitArray, size, place);
                Node::part(" $:bits", vec![value.into()])
            }
            _ => {
                let value = self.part_of(&Type::Int, size, place);
                let form = self.random.pick(&[
                    "$:size(2)-unit(4)",
                    "$:3",
                    "$:size(1)-unit(13)-little",
                    "$:0",
                ]);
                Node::part(form, vec![value.into()])
            }
        }
    }

    fn codepoint(&mut self) -> Node {
        let point = self.random.pick(&["97", "233", "8364", "128_512", "0"]);
        let form = self.random.pick(&[
            "support.codepoint($):utf8_codepoint",
            "support.codepoint($):utf16_codepoint",
            "support.codepoint($):utf16_codepoint-little",
            "support.codepoint($):utf32_codepoint",
            "support.codepoint($):utf32_codepoint-little",
        ]);
        Node::part(form, vec![point.into()])
    }

    /// A value before a colon.
    fn part_of(&mut self, ty: &Type, size: u32, place: Place) -> Node {
        let node = match place {
            Place::Body => self.expression(ty, size.saturating_sub(1)),
            Place::Constant => self.constant_value(ty, 0),
        };
        node.within(crate::tree::UNIT)
    }

    /// `1:size(n)`, where a function makes sure that `n` is small.
    fn sized_by_value(&mut self, size: u32) -> Node {
        let value = self.part_of(&Type::Int, size, Place::Body);
        let bits = self.expression(&Type::Int, size.saturating_sub(1));
        let form = self.random.pick(&[
            "$:size(support.small(~$~))",
            "$:size(support.small($) + 3)-little",
        ]);
        Node::part(form, vec![value.into(), bits.into()])
    }

    /// `<<…>>` as a pattern.
    pub(crate) fn bits_pattern(&mut self, bound: &mut Vec<Variable>) -> Node {
        let outside = bound.len();
        let mut segments = Vec::new();
        for _ in 0..self.random.below(4) {
            let segment = self.segment_pattern(outside, bound);
            segments.push(segment);
        }
        if self.random.chance(60) {
            let name = self.bits_name(&Type::BitArray, bound);
            let form = self.random.pick(&["$:bits", "$:bits", "$:bytes"]);
            segments.push(Node::part(form, vec![name.into()]));
        }
        Node::pattern("<<~$~>>", vec![many(", ", segments)])
    }

    fn bits_name(&mut self, ty: &Type, bound: &mut Vec<Variable>) -> String {
        if self.random.chance(15) {
            return "_".to_string();
        }
        let name = self.name(bound);
        bound.push(Variable {
            name: name.clone(),
            ty: ty.clone(),
        });
        name
    }

    fn segment_pattern(&mut self, outside: usize, bound: &mut Vec<Variable>) -> Node {
        match self.random.below(10) {
            0 => {
                let value = self.random.pick(&["0", "1", "97", "255"]);
                let form =
                    self.random
                        .pick(&["$", "$:size(16)", "$:16-little", "$:4", "$:unsigned"]);
                Node::part(form, vec![value.into()])
            }
            1 => Node::word(Sort::Part, self.string_text()),
            2 => {
                let form = self.random.pick(&[
                    "$:float",
                    "$:float-size(32)",
                    "$:float-16",
                    "$:float-little",
                ]);
                let name = self.bits_name(&Type::Float, bound);
                Node::part(form, vec![name.into()])
            }
            3 => {
                let form = self.random.pick(&[
                    "$:bits-size(5)",
                    "$:bytes-size(1)",
                    "$:size(12)-bits",
                    "$:bytes-2",
                ]);
                let name = self.bits_name(&Type::BitArray, bound);
                Node::part(form, vec![name.into()])
            }
            4 | 5 => self.segment_of_known_size(outside, bound),
            6 => Node::part("_:size(2)-unit(4)", Vec::new()),
            _ => {
                let bits = self.random.pick(SIZES);
                let sign =
                    self.random
                        .pick(&["", "-signed", "-unsigned", "-little", "-little-signed"]);
                let name = self.bits_name(&Type::Int, bound);
                let form = format!("$:size({bits}){sign}");
                Node::part(&form, vec![name.into()])
            }
        }
    }

    /// A segment whose size is an earlier segment's value, or a variable's.
    fn segment_of_known_size(&mut self, outside: usize, bound: &mut Vec<Variable>) -> Node {
        let earlier = bound[outside..]
            .iter()
            .filter(|variable| variable.ty == Type::Int);
        let earlier: Vec<String> = earlier.map(|variable| variable.name.clone()).collect();
        let known = self
            .variable(&Type::Int)
            .map(|node| node.print(None).trim_end().to_string());
        let taken = |name: &String| bound.iter().all(|variable| variable.name != *name);
        let size = self.random.any(&earlier).or(known.filter(taken));
        let size = size.unwrap_or_else(|| "8".to_string());
        let form = self.random.pick(&[
            "$:bits-size($)",
            "$:bits-size($ % 8)",
            "$:bytes-size({ $ + 1 } % 3)",
        ]);
        let name = self.bits_name(&Type::BitArray, bound);
        Node::part(form, vec![name.into(), size.into()])
    }

    /// Segments that are put together and taken apart in the same way.
    pub(crate) fn matching_bits(&mut self, size: u32, bound: &mut Vec<Variable>) -> (Node, Node) {
        let mut values = Vec::new();
        let mut patterns = Vec::new();
        for _ in 0..=self.random.below(3) {
            let forms = [
                "$:size(5)",
                "$:16-little",
                "$",
                "$:size(3)-unit(8)",
                "$:48",
                "$:size(33)",
            ];
            let form = self.random.pick(&forms);
            let value = self.part_of(&Type::Int, size, Place::Body);
            values.push(Node::part(form, vec![value.into()]));
            let signed = if form == "$" {
                "$:signed"
            } else {
                &format!("{form}-signed")
            };
            let sign = self.random.chance(50);
            let name = self.bits_name(&Type::Int, bound);
            patterns.push(Node::part(
                if sign { signed } else { form },
                vec![name.into()],
            ));
        }
        if self.random.chance(60) {
            let value = self.part_of(&Type::BitArray, size, Place::Body);
            values.push(Node::part(" $:bits", vec![value.into()]));
            let name = self.bits_name(&Type::BitArray, bound);
            patterns.push(Node::part("$:bits", vec![name.into()]));
        }
        let value = Node::expression(&Type::BitArray, "<<~$~>>", vec![many(", ", values)]);
        (value, Node::pattern("<<~$~>>", vec![many(", ", patterns)]))
    }
}
