//! A small registry on loopback, with keys of its own and packages that tests make.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use packages::registry::{Dependency, Release, Retirement, encode_package, sha256, sign_with};
use packages::tarball::{Facts, File, Need, write};
use ring::signature::{RSA_PKCS1_SHA512, RsaKeyPair};

/// A request as the server saw it.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
}

/// What the registry holds, and how it misbehaves.
#[derive(Default)]
pub(super) struct State {
    pub(super) releases: BTreeMap<String, Vec<Release>>,
    /// By `NAME-VERSION.tar`.
    pub(super) archives: BTreeMap<String, Vec<u8>>,
    pub(super) seen: Vec<Seen>,
    /// How many more archives are cut off in the middle.
    pub(super) cuts: usize,
    /// How many more requests are answered with status 503.
    pub(super) failures: usize,
    /// Whether signatures are wrong.
    pub(super) forged: bool,
    /// The status of changes, by what begins their path; 201 or 204 if there is none.
    pub(super) refusals: BTreeMap<String, (u16, String)>,
}

/// The server; it ends with the test.
pub(super) struct Server {
    pub(super) address: String,
    state: Arc<Mutex<State>>,
}

/// A package to be served.
pub(super) struct Made<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    /// Ranges by name.
    pub(super) needs: &'a [(&'a str, &'a str)],
    /// Texts by path; a `gleam.toml` is added if there is none and `gleam` is set.
    pub(super) files: &'a [(&'a str, &'a str)],
    pub(super) gleam: bool,
}

impl Server {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let state = Arc::clone(&shared);
                thread::spawn(move || drop(serve(&stream.unwrap(), &state)));
            }
        });
        Self { address, state }
    }

    pub(super) fn change<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap())
    }

    /// The paths that were asked for since the last time.
    pub(super) fn asked(&self) -> Vec<String> {
        let seen = self.change(|state| std::mem::take(&mut state.seen));
        seen.into_iter()
            .map(|it| format!("{} {}", it.method, it.path))
            .collect()
    }

    /// Publishes a Gleam package with one module.
    pub(super) fn gleam(&self, name: &str, version: &str, needs: &[(&str, &str)], module: &str) {
        let path = format!("src/{name}.gleam");
        self.publish(&Made {
            name,
            version,
            needs,
            files: &[(&path, module)],
            gleam: true,
        });
    }

    pub(super) fn publish(&self, made: &Made<'_>) {
        let (name, version) = (made.name, made.version);
        let mut files: BTreeMap<_, _> = made
            .files
            .iter()
            .map(|(path, text)| {
                let bytes = text.as_bytes().to_vec();
                let executable = path.starts_with("priv/bin");
                ((*path).into(), File { bytes, executable })
            })
            .collect();
        if made.gleam {
            let mut text = format!("name = \"{name}\"\nversion = \"{version}\"\n[dependencies]\n");
            for (name, range) in made.needs {
                text += &format!("{name} = \"{range}\"\n");
            }
            let bytes = text.into_bytes();
            let executable = false;
            files
                .entry("gleam.toml".into())
                .or_insert(File { bytes, executable });
        }
        let need = |(name, range): &(&str, &str)| {
            let need = Need {
                range: (*range).to_string(),
                app: (*name).to_string(),
            };
            ((*name).to_string(), need)
        };
        let facts = Facts {
            name: name.to_string(),
            version: version.to_string(),
            description: "A package".to_string(),
            needs: made.needs.iter().map(need).collect(),
            ..Facts::default()
        };
        let archive = write(&facts, &files).unwrap();
        self.serve_archive(name, version, made.needs, archive);
    }

    /// Serves an archive as it is, with its checksum.
    pub(super) fn serve_archive(
        &self,
        name: &str,
        version: &str,
        needs: &[(&str, &str)],
        archive: Vec<u8>,
    ) {
        let dependencies = needs.iter().map(|(name, range)| Dependency {
            package: (*name).to_string(),
            requirement: (*range).to_string(),
            optional: false,
            app: None,
        });
        let release = Release {
            version: compiler_core::package::Version::parse(version).unwrap(),
            dependencies: dependencies.collect(),
            outer_checksum: sha256(&archive),
            inner_checksum: Vec::new(),
            retired: None,
        };
        self.change(|state| {
            state
                .archives
                .insert(format!("{name}-{version}.tar"), archive);
            state
                .releases
                .entry(name.to_string())
                .or_default()
                .push(release);
        });
    }

    pub(super) fn retire(&self, name: &str, version: &str) {
        self.change(|state| {
            let releases = state.releases.get_mut(name).unwrap();
            let mut releases = releases.iter_mut();
            let release = releases
                .find(|it| it.version.to_string() == version)
                .unwrap();
            release.retired = Some(Retirement {
                reason: "security",
                message: "It leaks.".to_string(),
            });
        });
    }

    /// The part of a `gleam.toml` that names this registry; writes its key into the project.
    pub(super) fn settings(&self, project: &Path) -> String {
        std::fs::write(project.join("key.pem"), include_str!("public.pem")).unwrap();
        let address = &self.address;
        format!(
            "[tools.tindra.registry]\nurl = \"{address}\"\napi = \"{address}/api\"\nname = \"test\"\nkey = \"key.pem\"\n"
        )
    }
}

fn sign(payload: &[u8]) -> Vec<u8> {
    let key = RsaKeyPair::from_der(include_bytes!("private.der")).unwrap();
    let mut signature = vec![0; key.public().modulus_len()];
    let random = ring::rand::SystemRandom::new();
    key.sign(&RSA_PKCS1_SHA512, &random, payload, &mut signature)
        .unwrap();
    signature
}

fn serve(stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_string);
    let (method, path) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_string());
    }
    let length = headers.get("content-length").and_then(|it| it.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body)?;
    let seen = Seen {
        method,
        path,
        headers,
        body,
    };
    let (status, body, cut) = answer(&mut state.lock().unwrap(), &seen);
    let mut stream = stream;
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    let sent = if cut { body.len() / 2 } else { body.len() };
    stream.write_all(&body[..sent])
}

/// Status, body, and whether only half of it is sent.
fn answer(state: &mut State, seen: &Seen) -> (u16, Vec<u8>, bool) {
    state.seen.push(seen.clone());
    if state.failures > 0 {
        state.failures -= 1;
        return (503, Vec::new(), false);
    }
    if let Some(name) = seen.path.strip_prefix("/packages/") {
        let Some(releases) = state.releases.get(name) else {
            return (404, Vec::new(), false);
        };
        let payload = encode_package(name, "test", releases);
        let forged = state.forged;
        let signing = |payload: &[u8]| {
            let mut signature = sign(payload);
            signature[7] ^= u8::from(forged);
            signature
        };
        return (200, sign_with(payload, &signing), false);
    }
    if let Some(name) = seen.path.strip_prefix("/tarballs/") {
        let Some(archive) = state.archives.get(name) else {
            return (404, Vec::new(), false);
        };
        let range = seen.headers.get("range");
        let start = range.and_then(|it| it.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
        let start: usize = start.unwrap_or(0);
        let cut = state.cuts > 0;
        state.cuts = state.cuts.saturating_sub(1);
        let status = if start > 0 { 206 } else { 200 };
        return (status, archive[start..].to_vec(), cut);
    }
    let mut refusals = state.refusals.iter();
    match refusals.find(|(path, _)| seen.path.starts_with(&**path)) {
        Some((_, (status, text))) => (*status, text.clone().into_bytes(), false),
        None if seen.method == "POST" => (201, b"{}".to_vec(), false),
        None => (204, Vec::new(), false),
    }
}
