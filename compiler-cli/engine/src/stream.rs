//! Where a program prints to.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// Standard output and standard error of a program.
#[derive(Clone)]
pub(crate) struct Streams {
    output: Arc<Mutex<Output>>,
}

enum Output {
    Process(BufWriter<Stdout>),
    Captured(Vec<u8>),
}

impl Streams {
    pub(crate) fn of_process() -> Self {
        Self::to(Output::Process(BufWriter::new(io::stdout())))
    }

    pub(crate) fn captured() -> Self {
        Self::to(Output::Captured(Vec::new()))
    }

    fn to(output: Output) -> Self {
        Self {
            output: Arc::new(Mutex::new(output)),
        }
    }

    /// Prints to standard output. A reader that has gone away is no concern of the program.
    pub(crate) fn print(&self, text: &str) {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = match &mut *output {
            Output::Process(stdout) => stdout.write_all(text.as_bytes()),
            Output::Captured(bytes) => bytes.write_all(text.as_bytes()),
        };
    }

    /// Prints to standard error, after what has been printed to standard output.
    pub(crate) fn error(&self, text: &str) {
        self.flush();
        let _ = io::stderr().write_all(text.as_bytes());
    }

    pub(crate) fn flush(&self) {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        if let Output::Process(stdout) = &mut *output {
            let _ = stdout.flush();
        }
    }

    pub(crate) fn take_captured(&self) -> Vec<u8> {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *output {
            Output::Process(_) => Vec::new(),
            Output::Captured(bytes) => std::mem::take(bytes),
        }
    }
}
