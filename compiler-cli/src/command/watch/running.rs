//! The program that runs while its source is watched.

use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::failure::Failure;
use crate::ui;

use super::reload::{Door, Node};

/// At most one program. It does not outlive us.
pub(super) struct Running {
    child: Arc<Mutex<Option<Child>>>,
    door: Option<Door>,
    node: Option<Node>,
}

impl Running {
    /// Nothing runs. When we are interrupted, what runs by then is ended first.
    pub(super) fn new() -> Result<Self, Failure> {
        let child = Arc::new(Mutex::new(None));
        let to_end = Arc::clone(&child);
        let handler = move || {
            end(&mut lock(&to_end));
            std::process::exit(130);
        };
        ctrlc::set_handler(handler).map_err(|error| Failure::Program {
            program: "signal handler".to_string(),
            reason: error.to_string(),
        })?;
        Ok(Self {
            child,
            door: None,
            node: None,
        })
    }

    /// Starts a program.
    pub(super) fn start(&mut self, mut command: Command) -> Result<(), Failure> {
        let child = command.spawn().map_err(|error| Failure::Program {
            program: command.get_program().to_string_lossy().into_owned(),
            reason: error.to_string(),
        })?;
        *lock(&self.child) = Some(child);
        Ok(())
    }

    /// Starts a program on the BEAM that can load changed modules.
    pub(super) fn start_reloadable(&mut self, mut command: Command) -> Result<(), Failure> {
        self.door = Door::open(&mut command);
        self.start(command)
    }

    /// Whether it still runs.
    pub(super) fn is_alive(&mut self) -> bool {
        self.tell_of_end();
        lock(&self.child).is_some()
    }

    /// Loads changed modules into it; the names of the modules. None if it has to be started anew.
    pub(super) fn reload(&mut self) -> Option<String> {
        if self.node.is_none() {
            self.node = self.door.take()?.node();
        }
        self.node.as_mut()?.reload()
    }

    /// Ends it, if it runs.
    pub(super) fn stop(&mut self) {
        end(&mut lock(&self.child));
        self.forget_node();
    }

    /// Says with which code it has ended, once.
    pub(super) fn tell_of_end(&mut self) {
        let status = {
            let mut child = lock(&self.child);
            let status = child
                .as_mut()
                .and_then(|child| child.try_wait().ok().flatten());
            if status.is_some() {
                *child = None;
            }
            status
        };
        if let Some(status) = status {
            self.forget_node();
            ui::progress("Ended", &words(status));
        }
    }

    fn forget_node(&mut self) {
        self.door = None;
        self.node = None;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

fn end(child: &mut Option<Child>) {
    if let Some(mut child) = child.take() {
        // It may have ended by itself; then there is nothing to do.
        let _: std::io::Result<()> = child.kill();
        let _: std::io::Result<ExitStatus> = child.wait();
    }
}

fn lock(child: &Mutex<Option<Child>>) -> MutexGuard<'_, Option<Child>> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

fn words(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("with code {code}"),
        None => "by a signal".to_string(),
    }
}
