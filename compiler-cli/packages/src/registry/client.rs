//! Asking a registry over the network.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use camino::Utf8PathBuf;

use super::{Registry, Release, decode_package, hexadecimal, sha256, verified};
use crate::network::{Network, Request, Response};
use crate::problem::Problem;
use crate::store::Store;

/// Which registry, and whom it is signed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The address of packages and archives.
    pub repository: String,
    /// The address of what changes the registry.
    pub api: String,
    /// The name that signed messages carry.
    pub name: String,
    /// The public key, in PEM form.
    pub key: String,
}

/// The key that signs Hex's public repository, as published at <https://hex.pm/docs/public_keys>.
const HEX_KEY: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApqREcFDt5vV21JVe2QNB
Edvzk6w36aNFhVGWN5toNJRjRJ6m4hIuG4KaXtDWVLjnvct6MYMfqhC79HAGwyF+
IqR6Q6a5bbFSsImgBJwz1oadoVKD6ZNetAuCIK84cjMrEFRkELtEIPNHblCzUkkM
3rS9+DPlnfG8hBvGi6tvQIuZmXGCxF/73hU0/MyGhbmEjIKRtG6b0sJYKelRLTPW
XgK7s5pESgiwf2YC/2MGDXjAJfpfCd0RpLdvd4eRiXtVlE9qO9bND94E7PgQ/xqZ
J1i2xWFndWa6nfFnRxZmCStCOZWYYPlaxr+FZceFbpMwzTNs4g3d4tLNUcbKAIH4
0wIDAQAB
-----END PUBLIC KEY-----
";

impl Default for Settings {
    fn default() -> Self {
        Self {
            repository: "https://repo.hex.pm".to_string(),
            api: "https://hex.pm/api".to_string(),
            name: "hexpm".to_string(),
            key: HEX_KEY.to_string(),
        }
    }
}

/// How often something is tried.
const ATTEMPTS: u32 = 4;

/// How long to wait after the first failure; twice as long after each further one.
const WAIT: Duration = Duration::from_millis(100);

/// How many archives are fetched at the same time.
const PARALLEL: usize = 8;

/// A registry as seen over the network. Each package is asked for once; answers are kept in the
/// store, and used from there when the network may not be.
pub struct Client<'a> {
    network: &'a dyn Network,
    settings: &'a Settings,
    store: &'a Store,
    offline: bool,
    key: Vec<u8>,
    secret: Option<String>,
    known: Mutex<BTreeMap<String, Answer>>,
}

/// What is known of a package; a failure is not tried again.
type Answer = Result<Option<Arc<Vec<Release>>>, Problem>;

/// An archive to be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The package.
    pub package: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of the archive.
    pub checksum: String,
}

impl<'a> Client<'a> {
    /// A client; a key that cannot be read is a problem.
    pub fn new(
        network: &'a dyn Network,
        settings: &'a Settings,
        store: &'a Store,
        offline: bool,
    ) -> Result<Self, Problem> {
        let key = public_key(&settings.key).ok_or_else(|| Problem::Tampered {
            what: "The registry's public key".to_string(),
            reason: "it is no RSA key in PEM form".to_string(),
        })?;
        Ok(Self {
            network,
            settings,
            store,
            offline,
            key,
            secret: None,
            known: Mutex::default(),
        })
    }

    /// The same with a key of a user, for packages that are not public.
    #[must_use]
    pub fn with_key(mut self, secret: Option<String>) -> Self {
        self.secret = secret;
        self
    }

    /// The place in the store of an archive, fetched if it is not there.
    pub fn archive(&self, wanted: &Wanted) -> Result<Utf8PathBuf, Problem> {
        if let Some(path) = self.store.archive(&wanted.checksum) {
            return Ok(path);
        }
        let (package, version) = (&wanted.package, &wanted.version);
        if self.offline {
            return Err(Problem::Offline {
                needed_for: format!("to fetch `{package}` {version}"),
            });
        }
        let url = format!(
            "{}/tarballs/{package}-{version}.tar",
            self.settings.repository
        );
        let response = self.fetch(&url)?;
        if response.status != 200 {
            return Err(unexpected(&url, &response));
        }
        let found = hexadecimal(&sha256(&response.body));
        if found != wanted.checksum {
            return Err(Problem::Tampered {
                what: format!("The archive of `{package}` {version}"),
                reason: format!("its checksum is {found}, and should be {}", wanted.checksum),
            });
        }
        self.store.keep_archive(&wanted.checksum, &response.body)
    }

    /// The same for many at a time; the first problem, in the order of the list.
    pub fn archives(&self, wanted: &[Wanted]) -> Result<Vec<Utf8PathBuf>, Problem> {
        let mut places = Vec::new();
        for some in wanted.chunks(PARALLEL) {
            let found: Vec<_> = thread::scope(|scope| {
                let fetches: Vec<_> = some
                    .iter()
                    .map(|wanted| scope.spawn(|| self.archive(wanted)))
                    .collect();
                fetches
                    .into_iter()
                    .map(thread::ScopedJoinHandle::join)
                    .collect()
            });
            for place in found {
                // A panic there is one of ours: it goes on here.
                places.push(place.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
            }
        }
        Ok(places)
    }

    /// Asks for the releases of many packages at a time, so that they are known later.
    pub fn prefetch<'n>(&self, packages: impl IntoIterator<Item = &'n String>) {
        let packages: Vec<_> = packages.into_iter().collect();
        for some in packages.chunks(PARALLEL) {
            thread::scope(|scope| {
                for package in some {
                    // Whoever needs it is told of the problem.
                    scope.spawn(|| drop(self.releases(package)));
                }
            });
        }
    }

    /// Gets something, again after failures that may pass, and the rest of it where it was cut off.
    fn fetch(&self, url: &str) -> Result<Response, Problem> {
        let mut so_far: Vec<u8> = Vec::new();
        let mut reason = String::new();
        for attempt in 0..ATTEMPTS {
            if attempt > 0 {
                thread::sleep(WAIT * 2_u32.pow(attempt - 1));
            }
            let mut request = Request::get(url.to_string());
            if let Some(secret) = &self.secret {
                request.headers.push(("authorization", secret.clone()));
            }
            if !so_far.is_empty() {
                let range = format!("bytes={}-", so_far.len());
                request.headers.push(("range", range));
            }
            let mut response = match self.network.send(&request) {
                Ok(response) => response,
                Err(problem) => {
                    reason = problem;
                    continue;
                }
            };
            match response.status {
                206 => so_far.append(&mut response.body),
                // The server cannot go on where it stopped.
                416 => so_far.clear(),
                429 | 500.. => {
                    reason = format!("the server answers with status {}", response.status);
                    continue;
                }
                _ => so_far = std::mem::take(&mut response.body),
            }
            match response.cut {
                Some(cut) => reason = cut,
                None if response.status == 416 => reason = "it cannot be resumed".to_string(),
                None => {
                    response.body = so_far;
                    if response.status == 206 {
                        response.status = 200;
                    }
                    return Ok(response);
                }
            }
        }
        Err(Problem::Network {
            url: url.to_string(),
            reason,
        })
    }

    fn ask(&self, package: &str) -> Result<Option<Vec<Release>>, Problem> {
        if self.offline {
            let kept = self.store.answer(&self.settings.name, package);
            let bytes = kept.ok_or_else(|| Problem::Offline {
                needed_for: format!("to know the versions of `{package}`"),
            })?;
            return self.read(package, &bytes).map(Some);
        }
        let url = format!("{}/packages/{package}", self.settings.repository);
        let response = self.fetch(&url)?;
        match response.status {
            200 => {
                let releases = self.read(package, &response.body)?;
                self.store
                    .keep_answer(&self.settings.name, package, &response.body)?;
                Ok(Some(releases))
            }
            403 | 404 => Ok(None),
            _ => Err(unexpected(&url, &response)),
        }
    }

    /// The releases in a signed message.
    fn read(&self, package: &str, bytes: &[u8]) -> Result<Vec<Release>, Problem> {
        let releases = verified(bytes, &self.key)
            .and_then(|payload| decode_package(&payload, package, &self.settings.name));
        releases.map_err(|reason| Problem::Tampered {
            what: format!("What the registry says about `{package}`"),
            reason,
        })
    }
}

impl Registry for Client<'_> {
    fn releases(&self, package: &str) -> Result<Option<Arc<Vec<Release>>>, Problem> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = known.get(package) {
            return answer.clone();
        }
        drop(known);
        let answer = self.ask(package).map(|it| it.map(Arc::new));
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(package.to_string(), answer.clone());
        answer
    }
}

fn unexpected(url: &str, response: &Response) -> Problem {
    Problem::Network {
        url: url.to_string(),
        reason: format!("the server answers with status {}", response.status),
    }
}

/// The PKCS #1 form of a key in PEM form (`SubjectPublicKeyInfo`).
fn public_key(pem: &str) -> Option<Vec<u8>> {
    let body = pem.split("-----BEGIN PUBLIC KEY-----").nth(1)?;
    let body = body.split("-----END PUBLIC KEY-----").next()?;
    let body: String = body.split_whitespace().collect();
    let der = BASE64_STANDARD.decode(body).ok()?;
    let (info, _) = element(&der, 0x30)?;
    let (_, rest) = element(info, 0x30)?;
    let (bits, _) = element(rest, 0x03)?;
    // The first byte says how many bits of the last are unused: none.
    bits.strip_prefix(&[0]).map(<[u8]>::to_vec)
}

/// The contents of the DER element at the start, which must have this tag, and what follows it.
fn element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let rest = der.strip_prefix(&[tag])?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let count = usize::from(first & 0x7F);
        if count > 4 || count > rest.len() {
            return None;
        }
        let (bytes, rest) = rest.split_at(count);
        let length = bytes
            .iter()
            .fold(0, |length, byte| length << 8 | usize::from(*byte));
        (length, rest)
    };
    (length <= rest.len()).then(|| rest.split_at(length))
}
