//! `tindra lsp`

use std::process::ExitCode;

use crate::args::Packages;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::host::Disk;
use crate::project::current_folder;

/// Serves an editor over standard input and output until it says goodbye.
pub(crate) fn lsp(packages: &Packages) -> Result<ExitCode, Failure> {
    let here = current_folder()?;
    let setup = language_server::Setup {
        disk: Box::new(Disk),
        packages: packages
            .folders
            .iter()
            .map(|folder| here.join(folder))
            .collect(),
        bundled: Box::new(|root| {
            let cache = Cache::open(root).map_err(|failure| {
                let report = failure.report();
                report.map_or_else(String::new, |report| report.text)
            })?;
            Ok(cache.bundled)
        }),
    };
    Ok(if language_server::serve(setup) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
