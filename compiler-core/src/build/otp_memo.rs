//! What is remembered of the modules of the installed Erlang.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8PathBuf;

use super::BuildOptions;
use crate::error::Error;
use crate::externals::OtpExports;
use crate::host::Host;
use crate::key::{self, Hash};

/// The exports that were asked for before, of this very Erlang.
pub(super) struct OtpMemo {
    file: Utf8PathBuf,
    fingerprint: Hash,
    pub(super) exports: OtpExports,
    changed: bool,
}

impl OtpMemo {
    pub(super) fn read(host: &dyn Host, options: &BuildOptions<'_>) -> Self {
        let file = options.layout.otp();
        let fingerprint = key::text(options.beam_fingerprint.as_bytes());
        let stored = host.is_file(&file).then(|| host.read(&file).ok());
        let stored: Option<(Hash, OtpExports)> = stored
            .flatten()
            .and_then(|bytes| postcard::from_bytes(&bytes).ok());
        let known = stored.filter(|(found, _)| *found == fingerprint);
        Self {
            file,
            fingerprint,
            exports: known.map(|(_, exports)| exports).unwrap_or_default(),
            changed: false,
        }
    }

    /// Those of `modules` that nothing is known of.
    pub(super) fn missing(&self, modules: &BTreeSet<String>) -> BTreeSet<String> {
        let unknown = modules
            .iter()
            .filter(|name| !self.exports.contains_key(*name));
        unknown.cloned().collect()
    }

    /// Adds answers. If there is none at all, Erlang failed, and is to be asked again.
    pub(super) fn add(
        &mut self,
        asked: BTreeSet<String>,
        answers: Option<BTreeMap<String, BTreeSet<(String, usize)>>>,
    ) {
        let Some(mut answers) = answers else {
            return;
        };
        self.changed |= !asked.is_empty();
        for module in asked {
            let found = answers.remove(&module);
            self.exports.insert(module, found);
        }
    }

    pub(super) fn write(&self, host: &dyn Host) -> Result<(), Error> {
        if self.changed {
            let stored = (self.fingerprint, &self.exports);
            let bytes = postcard::to_stdvec(&stored).unwrap_or_default();
            host.write(&self.file, &bytes)?;
        }
        Ok(())
    }
}
