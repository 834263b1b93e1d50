//! Sources with tokens deleted, doubled, inserted and swapped, or cut short: everything ends, and
//! nothing panics.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its sources has failed"
)]

use std::path::Path;

use compiler_core::build::{Layout, Mode, check};
use compiler_core::package::{Config, Package, PackageSource};
use compiler_core::timings::Timings;
use compiler_core::{Name, Target, Workspace, dump_core, dump_ir, dump_javascript};
use testkit::Memory;

/// Modules with those that they need, so that some mutants still have no error.
const MODULES: [(&str, &[&str]); 6] = [
    ("bool", &[]),
    ("dict", &["option"]),
    ("float", &["order"]),
    ("int", &["float", "order"]),
    ("list", &["dict", "float", "int", "option", "order"]),
    ("option", &[]),
];
const MUTANTS: usize = 200;
const SEED: u64 = 0x7469_6e64_7261;

#[test]
fn mutated_sources_are_survived() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stdlib/gleam_stdlib/src");
    let read =
        |name: &str| std::fs::read_to_string(folder.join(format!("gleam/{name}.gleam"))).unwrap();
    let sources = MODULES.map(|(name, needed)| {
        let memory = Memory::default();
        for other in needed {
            memory.put(&path(other), &read(other));
        }
        (name, read(name), memory)
    });
    let mut random = Random(SEED);
    let mut intact = 0;
    for _ in 0..MUTANTS {
        let (name, text, memory) = &sources[random.below(sources.len())];
        memory.put(&path(name), &mutant(text, &mut random));
        intact += usize::from(is_checked_and_lowered(memory, name));
    }
    // Neither all mutants are refused, nor is nothing refused.
    assert!(intact > 0 && intact < MUTANTS, "{intact} have no error");
}

fn path(module: &str) -> String {
    format!("/app/src/gleam/{module}.gleam")
}

/// Runs all phases over a module; whether it has no error.
fn is_checked_and_lowered(memory: &Memory, name: &str) -> bool {
    let package = Package {
        config: Config::parse("gleam.toml".into(), "name = \"app\"\n").unwrap(),
        root: "/app".into(),
        source: PackageSource::Root,
    };
    let workspace = Workspace::load(memory, vec![package]).unwrap();
    let name = Name::new(&format!("gleam/{name}"));
    let layout = Layout::new("/app".into(), Mode::Dev, Target::Erlang);
    let wanted = |module| module == name;
    let analysis = check(memory, &workspace, &layout, &wanted, Timings::off()).unwrap();
    let module = &analysis.modules[&name];
    let Some(full) = module.full.as_deref().filter(|_| !module.has_errors()) else {
        return false;
    };
    !dump_ir(full, Target::Erlang).is_empty()
        && !dump_core(full).is_empty()
        && !dump_javascript(full).is_empty()
}

/// The text with one to three tokens deleted, doubled, replaced by or swapped with another, or with
/// another before them; or, at times, only its beginning, which may end within a token.
fn mutant(text: &str, random: &mut Random) -> String {
    let lexed = syntax::lexer::lex(text);
    let mut words: Vec<&str> = Vec::new();
    let mut end = 0;
    for span in lexed.tokens.spans {
        words.push(&text[end..span.start as usize]);
        words.push(&text[span.start as usize..span.end as usize]);
        end = span.end as usize;
    }
    words.push(&text[end..]);
    let tokens = words.len() / 2;
    for _ in 0..=random.below(3) {
        let at = 2 * random.below(tokens) + 1;
        match random.below(5) {
            0 => words[at] = "",
            1 => words[at + 1] = words[at],
            2 => words[at - 1] = words[2 * random.below(tokens) + 1],
            3 => words[at] = words[2 * random.below(tokens) + 1],
            _ => words.swap(at, 2 * random.below(tokens) + 1),
        }
    }
    let mut text = words.concat();
    if random.below(8) == 0 {
        let end = text.floor_char_boundary(random.below(text.len()));
        text.truncate(end);
    }
    text
}

/// Marsaglia's xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or(0)
    }
}
