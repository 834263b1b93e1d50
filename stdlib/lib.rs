//! The bundled packages, as the program carries them.

/// A file of a bundled package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// `gleam_stdlib/src/gleam/list.gleam`
    pub path: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/files.rs"));

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn packages_are_complete_and_tests_stay_out() {
        assert!(
            FILES
                .iter()
                .any(|file| file.path == "gleam_stdlib/src/gleam/list.gleam")
        );
        let configs = FILES
            .iter()
            .filter(|file| file.path.ends_with("/gleam.toml"))
            .count();
        let packages: std::collections::BTreeSet<_> = FILES
            .iter()
            .filter_map(|file| file.path.split('/').next())
            .collect();
        assert_eq!(configs, packages.len());
        assert!(!FILES.iter().any(|file| file.path.contains("/test/")));
    }
}
