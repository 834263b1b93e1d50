//! Projects of any size, to measure compilers with.
//!
//! Modules stand in layers; each imports some of the layer below, `base`, and the standard library.
//! Each has about 380 lines, in which the forms of the language appear as often as in what people
//! write.

/// How many modules a layer has.
const WIDTH: usize = 20;

/// How many modules of the layer below each imports.
const IMPORTS: usize = 3;

/// How often the definitions of a module are repeated in it, under other names.
const BLOCKS: usize = 2;

/// How many lines a module has, about.
const LINES: usize = 380;

/// A project of modules in layers.
#[derive(Debug, Clone, Copy)]
pub struct Layered {
    /// How many modules there are, without `base` and the main module.
    pub modules: usize,
}

impl Layered {
    /// One of about that many lines.
    pub fn of_lines(lines: usize) -> Self {
        let modules = lines.div_ceil(LINES).max(1);
        Self { modules }
    }

    /// The path of a module, without extension: `layer1/part23`.
    pub fn name(index: usize) -> String {
        format!("layer{}/part{index}", index / WIDTH)
    }

    /// Its files below `src`, with their paths. The package is called `layered`.
    pub fn files(self) -> impl Iterator<Item = (String, String)> {
        let modules = (0..self.modules).map(|index| {
            let path = format!("src/{}.gleam", Self::name(index));
            (path, module(index))
        });
        let base = include_str!("layered/base.gleam").to_string();
        let fixed = [
            ("src/base.gleam".to_string(), base),
            ("src/layered.gleam".to_string(), self.main()),
        ];
        fixed.into_iter().chain(modules)
    }

    /// What prints something of the last layer.
    fn main(self) -> String {
        let last = self.modules.saturating_sub(1);
        let first = last / WIDTH * WIDTH;
        let mut imports = String::from("import gleam/io\n");
        let mut body = String::new();
        for index in first..=last {
            imports.push_str(&format!("import {}\n", Self::name(index)));
            body.push_str(&format!(
                "  io.println(part{index}.describe0(part{index}.unit0))\n"
            ));
        }
        format!("{imports}\npub fn main() -> Nil {{\n{body}}}\n")
    }
}

fn module(index: usize) -> String {
    let imported = imported(index);
    let mut text = include_str!("layered/head.gleam").replace("{{name}}", &Layered::name(index));
    for other in &imported {
        text.push_str(&format!("import {}\n", Layered::name(*other)));
    }
    for block in 0..BLOCKS {
        let seed = (index * 7 + block) % 100;
        let block = include_str!("layered/block.gleam")
            .replace("{{n}}", &block.to_string())
            .replace("{{seed}}", &seed.to_string());
        text.push_str(&block);
    }
    for other in imported {
        let alias = format!("part{other}");
        text.push_str(&include_str!("layered/import.gleam").replace("{{alias}}", &alias));
    }
    text
}

/// The modules of the layer below that a module imports.
fn imported(index: usize) -> Vec<usize> {
    let Some(below) = (index / WIDTH).checked_sub(1) else {
        return Vec::new();
    };
    let spread = (0..IMPORTS).map(|step| (index * 3 + step * 7) % WIDTH);
    spread.map(|place| below * WIDTH + place).collect()
}

#[cfg(test)]
mod tests {
    use super::Layered;

    #[test]
    fn a_project_has_about_the_lines_it_was_asked_for() {
        let files = Layered::of_lines(20_000).files();
        let lines: usize = files.map(|(_, text)| text.lines().count()).sum();
        assert!((18_000..22_000).contains(&lines), "{lines}");
    }
}
