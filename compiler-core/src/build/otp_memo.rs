//! What is remembered of the modules of the installed Erlang.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use super::BuildOptions;
use crate::error::Error;
use crate::externals::OtpExports;
use crate::host::Host;
use crate::key::{self, Hash};

/// The exports that were asked for before, of this very Erlang.
pub(super) struct OtpMemo {
    file: Utf8PathBuf,
    /// What projects share.
    shared: Option<Utf8PathBuf>,
    fingerprint: Hash,
    pub(super) exports: OtpExports,
    changed: bool,
}

impl OtpMemo {
    pub(super) fn read(host: &dyn Host, options: &BuildOptions<'_>) -> Self {
        let file = options.layout.otp();
        let fingerprint = key::text(options.beam_fingerprint.as_bytes());
        let cache = options.layout.cache.as_ref();
        let shared = cache.filter(|cache| cache.shares_beam).map(|cache| {
            let name = format!("otp/{fingerprint:016x}");
            cache.folder.join(name)
        });
        Self {
            exports: read(host, &file, fingerprint),
            file,
            shared,
            fingerprint,
            changed: false,
        }
    }

    /// Those of `modules` that nothing is known of.
    pub(super) fn missing(
        &mut self,
        host: &dyn Host,
        modules: &BTreeSet<String>,
    ) -> BTreeSet<String> {
        let known = |exports: &OtpExports| modules.iter().all(|name| exports.contains_key(name));
        if let Some(shared) = self.shared.as_ref().filter(|_| !known(&self.exports)) {
            let exports = read(host, shared, self.fingerprint);
            self.changed |= !exports.is_empty();
            self.exports.extend(exports);
        }
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
            let bytes = key::sealed(&postcard::to_stdvec(&stored).unwrap_or_default());
            host.write(&self.file, &bytes)?;
            if let Some(shared) = &self.shared {
                // The next build tries again.
                let _ = host.write(shared, &bytes);
            }
        }
        Ok(())
    }
}

/// What a file knows of the Erlang that `fingerprint` stands for.
fn read(host: &dyn Host, file: &Utf8Path, fingerprint: Hash) -> OtpExports {
    let stored = host.is_file(file).then(|| host.read(file).ok()).flatten();
    let body = stored.as_deref().and_then(key::unsealed);
    let stored: Option<(Hash, OtpExports)> = body.and_then(|body| postcard::from_bytes(body).ok());
    let known = stored.filter(|(found, _)| *found == fingerprint);
    known.map(|(_, exports)| exports).unwrap_or_default()
}
