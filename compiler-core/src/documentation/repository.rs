//! Links to the source in the package's repository.

use camino::Utf8Path;

use crate::package::{Forge, Publication, Repository};

/// The address of the repository itself.
pub fn home(repository: &Repository) -> String {
    let Repository { forge, .. } = repository;
    match forge {
        Forge::GitHub { user, repo } => format!("https://github.com/{user}/{repo}"),
        Forge::GitLab { user, repo } => format!("https://gitlab.com/{user}/{repo}"),
        Forge::Bitbucket { user, repo } => format!("https://bitbucket.com/{user}/{repo}"),
        Forge::Codeberg { user, repo } => format!("https://codeberg.org/{user}/{repo}"),
        Forge::SourceHut { user, repo } => format!("https://git.sr.ht/~{user}/{repo}"),
        Forge::Tangled { user, repo } => format!("https://tangled.sh/{user}/{repo}"),
        Forge::Forgejo { host, user, repo } | Forge::Gitea { host, user, repo } => {
            format!("{}/{user}/{repo}", host.trim_end_matches('/'))
        }
        Forge::Custom { url } => url.clone(),
    }
}

/// The address of some lines of a file, where the kind of repository has one.
pub(super) fn lines(
    publication: &Publication,
    version: &str,
    file: &Utf8Path,
    (first, last): (usize, usize),
) -> Option<String> {
    let repository = publication.repository.as_ref()?;
    let home = home(repository);
    let tag = format!("{}v{version}", repository.tag_prefix);
    let path = match repository.path.trim_matches('/') {
        "" => file.to_string(),
        folder => format!("{folder}/{file}"),
    };
    Some(match &repository.forge {
        Forge::GitHub { .. } => format!("{home}/blob/{tag}/{path}#L{first}-L{last}"),
        Forge::GitLab { .. } => format!("{home}/-/blob/{tag}/{path}#L{first}-{last}"),
        Forge::Bitbucket { .. } => format!("{home}/src/{tag}/{path}#lines-{first}:{last}"),
        Forge::Codeberg { .. } | Forge::Forgejo { .. } | Forge::Gitea { .. } => {
            format!("{home}/src/tag/{tag}/{path}#L{first}-L{last}")
        }
        Forge::SourceHut { .. } => format!("{home}/tree/{tag}/item/{path}#L{first}-{last}"),
        Forge::Tangled { .. } => format!("{home}/tree/{tag}/{path}#L{first}-L{last}"),
        Forge::Custom { .. } => return None,
    })
}
