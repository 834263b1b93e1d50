//! What running a program costs: wall time, processor time and memory, of it and all that it starts.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The cost of one run, or the least of several.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of all processors.
    pub(crate) cpu: f64,
    /// The most mebibytes at once.
    pub(crate) memory: f64,
}

impl Cost {
    /// The least of both, each for itself.
    pub(crate) fn least(self, other: Self) -> Self {
        Self {
            wall: self.wall.min(other.wall),
            cpu: self.cpu.min(other.cpu),
            memory: self.memory.min(other.memory),
        }
    }
}

/// Runs a program that must succeed.
pub(crate) fn measure(command: &mut Command) -> Result<Cost, String> {
    let (cost, told) = measure_any(command)?;
    told.map(|()| cost)
}

/// Runs a program; if it fails, with what it told.
pub(crate) fn measure_any(command: &mut Command) -> Result<(Cost, Result<(), String>), String> {
    let before = children_time();
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{command:?}: {error}"))?;
    let errors = child.stderr.take();
    let told = thread::spawn(move || errors.map(std::io::read_to_string));
    let memory = watch(&mut child)?;
    let status = child.wait().map_err(|error| error.to_string())?;
    let wall = start.elapsed().as_secs_f64();
    let cost = Cost {
        wall,
        cpu: children_time() - before,
        memory,
    };
    if status.success() {
        return Ok((cost, Ok(())));
    }
    let told = told.join().ok().flatten().and_then(Result::ok);
    Ok((
        cost,
        Err(format!("{command:?}: {}", told.unwrap_or_default())),
    ))
}

/// Waits for a program to end; gives the most memory that was seen.
fn watch(child: &mut Child) -> Result<f64, String> {
    let mut most = 0.0_f64;
    let mut pause = Duration::from_millis(1);
    loop {
        if child
            .try_wait()
            .map_err(|error| error.to_string())?
            .is_some()
        {
            return Ok(most);
        }
        most = most.max(memory(child.id()));
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(40));
    }
}

/// The resident memory of a process and its descendants, where the system tells.
fn memory(process: u32) -> f64 {
    let mut pages = 0.0;
    let mut todo = vec![process];
    while let Some(process) = todo.pop() {
        let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else {
            continue;
        };
        for thread in threads.flatten() {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            todo.extend(
                children
                    .split_whitespace()
                    .filter_map(|id| id.parse::<u32>().ok()),
            );
        }
        let sizes = fs::read_to_string(format!("/proc/{process}/statm")).unwrap_or_default();
        let resident = sizes.split_whitespace().nth(1);
        pages += resident
            .and_then(|pages| pages.parse::<f64>().ok())
            .unwrap_or_default();
    }
    pages * 4096.0 / 1024.0 / 1024.0
}

/// Seconds that processes took which we started and which have ended, and those that they started.
fn children_time() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in parentheses may have spaces.
    let fields = text.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = fields.split_whitespace().skip(13).take(2);
    let ticks: f64 = ticks.filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}
