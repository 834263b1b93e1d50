//! The language server: the engine, kept alive beside an editor.
//!
//! Messages become [`event::Event`]s on one queue; the session thread owns all state, applies
//! edits in order, and answers. Only `protocol` knows the wire's types.

mod diagnostics;
mod event;
mod features;
mod overlay;
mod position;
mod project;
mod protocol;
mod session;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Host;

/// Puts the bundled packages where the project at a path can read them, and says where, or in words
/// why not.
pub type Unpack = Box<dyn Fn(&Utf8Path) -> Result<Utf8PathBuf, String> + Send>;

/// What the server needs from the program that it is part of.
pub struct Setup {
    /// The files on disk.
    pub disk: Box<dyn Host + Send>,
    /// Folders whose subfolders are packages.
    pub packages: Vec<Utf8PathBuf>,
    /// Unpacks the bundled packages for a project.
    pub bundled: Unpack,
}

/// Serves an editor over standard input and output; false if it could not start, or if the editor
/// left without saying goodbye.
pub fn serve(setup: Setup) -> bool {
    protocol::serve(setup)
}
