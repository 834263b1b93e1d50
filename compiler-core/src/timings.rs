//! What took how long, for `--timings`.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Gathers what took how long, if somebody wants to know.
///
/// Nothing here reads the clock; whoever wants to know brings one.
#[derive(Default)]
pub struct Timings {
    clock: Option<Clock>,
    events: Mutex<Vec<Event>>,
}

/// The time since the start.
type Clock = Box<dyn Fn() -> Duration + Send + Sync>;

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What was done.
    pub phase: Phase,
    /// To what: the name of a module or file; empty if to all.
    pub what: String,
    /// When it began.
    pub start: Duration,
    /// When it was done.
    pub end: Duration,
}

/// What a check or build does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Finds packages, and reads the texts of their modules.
    Load,
    /// Reads what earlier builds remember.
    Remember,
    /// Makes a tree of a module's text.
    Parse,
    /// Finds out the types of a module.
    Analyse,
    /// Makes Core Erlang or JavaScript of a module.
    Generate,
    /// Compiles a module or file in Erlang.
    Erlang,
    /// Waits for the Erlang compiler.
    Wait,
    /// Writes what was found out.
    Write,
}

impl Phase {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Load,
        Self::Remember,
        Self::Parse,
        Self::Analyse,
        Self::Generate,
        Self::Erlang,
        Self::Wait,
        Self::Write,
    ];

    /// One word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Remember => "remember",
            Self::Parse => "parse",
            Self::Analyse => "analyse",
            Self::Generate => "generate",
            Self::Erlang => "erlang",
            Self::Wait => "wait",
            Self::Write => "write",
        }
    }
}

impl Timings {
    /// Measures nothing.
    pub fn off() -> &'static Self {
        static OFF: Timings = Timings {
            clock: None,
            events: Mutex::new(Vec::new()),
        };
        &OFF
    }

    /// Measures by a clock that tells the time since the start.
    pub fn with_clock(clock: impl Fn() -> Duration + Send + Sync + 'static) -> Self {
        Self {
            clock: Some(Box::new(clock)),
            events: Mutex::default(),
        }
    }

    /// Whether anybody wants to know.
    pub fn is_on(&self) -> bool {
        self.clock.is_some()
    }

    /// Does something, and notes how long it took.
    pub fn measure<T>(&self, phase: Phase, what: &str, work: impl FnOnce() -> T) -> T {
        let Some(clock) = &self.clock else {
            return work();
        };
        let start = clock();
        let result = work();
        self.add(phase, what, start, clock());
        result
    }

    /// Notes something that was done elsewhere, ended that long `ago`, and took `spent`.
    pub fn ended(&self, phase: Phase, what: &str, ago: Duration, spent: Duration) {
        if let Some(clock) = &self.clock {
            let end = clock().saturating_sub(ago);
            self.add(phase, what, end.saturating_sub(spent), end);
        }
    }

    /// All that was done, in the order in which it began.
    pub fn events(&self) -> Vec<Event> {
        let mut events = self
            .events
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        events.sort_by(|a, b| (a.start, a.phase, &a.what).cmp(&(b.start, b.phase, &b.what)));
        events
    }

    fn add(&self, phase: Phase, what: &str, start: Duration, end: Duration) {
        let what = what.to_string();
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        events.push(Event {
            phase,
            what,
            start,
            end,
        });
    }
}

impl std::fmt::Debug for Timings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Timings")
            .field("is_on", &self.is_on())
            .finish_non_exhaustive()
    }
}
