use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};

use testkit::Memory;
use tokio::sync::oneshot;

use super::*;
use crate::event::Edit;
use crate::features::Hover;
use crate::position::Position;

/// What an editor was told.
#[derive(Default)]
struct Told {
    diagnostics: Mutex<Vec<(Utf8PathBuf, Vec<Diagnostic>)>>,
    errors: Mutex<Vec<String>>,
}

impl Publish for Told {
    fn diagnostics(&self, path: &Utf8Path, diagnostics: Vec<Diagnostic>) {
        self.diagnostics
            .lock()
            .unwrap()
            .push((path.into(), diagnostics));
    }

    fn show_error(&self, text: &str) {
        self.errors.lock().unwrap().push(text.to_string());
    }
}

/// Runs a session over a project of one module.
fn run_events(events: Vec<Event>, bundled: Unpack) -> Told {
    let files = [
        ("/app/gleam.toml", "name = \"app\""),
        ("/app/src/app.gleam", ""),
    ];
    let setup = Setup {
        disk: Box::new(Memory::new(files)),
        packages: Vec::new(),
        bundled,
    };
    let (sender, received) = channel();
    for event in events {
        sender.send(event).unwrap();
    }
    drop(sender);
    let told = Told::default();
    run(setup, &received, &told);
    told
}

fn open(text: &str) -> Event {
    Event::Open {
        path: "/app/src/app.gleam".into(),
        text: text.into(),
    }
}

fn edit(text: &str) -> Event {
    let edits = vec![Edit {
        range: None,
        text: text.into(),
    }];
    Event::Edit {
        path: "/app/src/app.gleam".into(),
        edits,
    }
}

fn hover(line: u32, character: u32) -> (Event, oneshot::Receiver<Option<Hover>>) {
    let (reply, answer) = oneshot::channel();
    let position = Position { line, character };
    let at = At {
        path: "/app/src/app.gleam".into(),
        position,
    };
    (Event::Hover { at, reply }, answer)
}

#[test]
fn edits_that_wait_are_checked_together() {
    let (ask, mut answer) = hover(0, 10);
    let events = vec![
        open("pub const a = wobble"),
        edit("pub const a ="),
        ask,
        edit("pub const a = 1"),
    ];
    let told = run_events(events, Box::new(|_| Ok("/none".into())));
    // The question came before the last edit, the check after it.
    assert!(
        answer
            .try_recv()
            .unwrap()
            .is_some_and(|hover| !hover.text.contains("Int"))
    );
    assert_eq!(*told.diagnostics.lock().unwrap(), []);
}

#[test]
fn a_mistake_of_its_own_does_not_end_the_service() {
    let (lost, mut no_answer) = hover(0, 10);
    let (ask, mut answer) = hover(0, 10);
    let events = vec![
        open("pub const a = 1"),
        lost,
        edit("pub const a = 1.0"),
        ask,
    ];
    let broken = Mutex::new(true);
    let bundled = move |_: &Utf8Path| {
        let first = std::mem::take(&mut *broken.lock().unwrap_or_else(PoisonError::into_inner));
        assert!(!first, "a mistake");
        Ok("/none".into())
    };
    let told = run_events(events, Box::new(bundled));
    assert!(no_answer.try_recv().is_err());
    assert!(
        answer
            .try_recv()
            .unwrap()
            .is_some_and(|hover| hover.text.contains("a: Float"))
    );
    assert_eq!(told.errors.lock().unwrap().len(), 1);
}
