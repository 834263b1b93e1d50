//! What `--timings` writes: `timings.json`, and `timings.html` with the same as a chart.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use compiler_core::timings::{Event, Phase};
use compiler_core::{Host, Target};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::host::Disk;
use crate::project::Project;
use crate::ui;

const PAGE: &str = include_str!("timings/page.html");

/// Writes both files to `build/tindra`, if the project was opened to be timed.
pub(crate) fn write(project: &Project, target: Target) -> Result<(), Failure> {
    if !project.timings.is_on() {
        return Ok(());
    }
    let events = project.timings.events();
    let modules = project.workspace.modules.len();
    let json = json(&events, target, modules);
    let folder = Utf8Path::new("build/tindra");
    let files = [
        ("timings.json", format!("{json:#}\n")),
        // No text of a script may end it.
        (
            "timings.html",
            PAGE.replace("TIMINGS", &json.to_string().replace('<', "\\u003c")),
        ),
    ];
    for (name, text) in files {
        Disk.write(&project.root.join(folder).join(name), text.as_bytes())?;
        ui::progress("Wrote", folder.join(name).as_str());
    }
    Ok(())
}

/// The events, and how often and how long each phase was at work.
fn json(events: &[Event], target: Target, modules: usize) -> Value {
    let mut phases: BTreeMap<Phase, (BTreeSet<&str>, f64)> = BTreeMap::new();
    for event in events {
        let (what, time) = phases.entry(event.phase).or_default();
        what.insert(&event.what);
        *time += milliseconds(event.end.saturating_sub(event.start));
    }
    let phases = Phase::ALL.map(|phase| {
        let (what, time) = phases.remove(&phase).unwrap_or_default();
        let count = what.len();
        (
            phase.name().to_string(),
            json!({ "count": count, "milliseconds": time, "of": what }),
        )
    });
    let wall = events.iter().map(|event| milliseconds(event.end));
    let events = events.iter().map(|event| {
        json!({
            "phase": event.phase.name(),
            "of": event.what,
            "start": milliseconds(event.start),
            "end": milliseconds(event.end),
        })
    });
    json!({
        "format": 1,
        "target": match target {
            Target::Erlang => "erlang",
            Target::JavaScript => "javascript",
        },
        "modules": modules,
        "milliseconds": wall.fold(0.0, f64::max),
        "phases": phases.into_iter().collect::<serde_json::Map<_, _>>(),
        "events": events.collect::<Vec<_>>(),
    })
}

fn milliseconds(time: std::time::Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}
