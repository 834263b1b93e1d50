//! `docs/checklist/*.md`: lines `` - `id` text `` below headings.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::run::files_below;

/// The checklists, sorted by name.
pub(super) fn read(root: &Utf8Path) -> Result<Vec<Checklist>, String> {
    let files = files_below(&root.join("docs/checklist"), "md")?;
    files
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
            Ok(parse(name, &text))
        })
        .collect()
}

/// A file of facts.
pub(super) struct Checklist {
    pub(super) path: Utf8PathBuf,
    pub(super) sections: Vec<Section>,
}

/// A heading with its facts.
pub(super) struct Section {
    pub(super) name: String,
    pub(super) facts: Vec<Fact>,
}

/// What can be shown.
pub(super) struct Fact {
    pub(super) id: String,
    pub(super) text: String,
}

impl Checklist {
    pub(super) fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.sections.iter().flat_map(|section| &section.facts)
    }
}

pub(super) fn parse(path: Utf8PathBuf, text: &str) -> Checklist {
    let mut sections = Vec::new();
    for line in text.lines() {
        if line.starts_with('#') {
            let name = line.trim_start_matches('#').trim().to_string();
            let facts = Vec::new();
            sections.push(Section { name, facts });
        } else if let Some((id, text)) = line
            .strip_prefix("- `")
            .and_then(|line| line.split_once('`'))
            && let Some(section) = sections.last_mut()
        {
            let (id, text) = (id.to_string(), text.trim().to_string());
            section.facts.push(Fact { id, text });
        }
    }
    sections.retain(|section| !section.facts.is_empty());
    Checklist { path, sections }
}
