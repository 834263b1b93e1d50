//! Every cache key in one place: what the results of a phase depend on.

use analysis::interface::Interface;
use source::Name;
use syntax::ast::Target;
use xxhash_rust::xxh3::{Xxh3, xxh3_64, xxh3_128};

use crate::package::Config;
use crate::schedule::ModuleOptions;

/// Stands for this version of the compiler: results of another one are never used.
pub const FORMAT: &str = env!("TINDRA_FINGERPRINT");

/// A hash that stands for content.
pub(crate) type Hash = u64;

/// Stands for a module that does not exist.
pub(crate) const ABSENT: Hash = 0;

/// The text of a module.
pub(crate) fn text(bytes: &[u8]) -> Hash {
    xxh3_64(bytes)
}

/// Stands for a text where many are compared with each other.
pub fn text_hash(bytes: &[u8]) -> u128 {
    xxh3_128(bytes)
}

/// All else that checking depends on, but for the interfaces that it looks at.
pub(crate) fn options(module: Name, options: &ModuleOptions) -> Hash {
    let mut hasher = Xxh3::new();
    let mut add = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    add(FORMAT);
    add(&module);
    add(&options.package);
    add(&format!("{:?} {:?}", options.target, options.origin));
    add(if options.is_root {
        "root"
    } else {
        "dependency"
    });
    add(if options.internal {
        "internal"
    } else {
        "public"
    });
    for dependency in &options.dependencies {
        add(dependency);
    }
    add(&format!("{:?}", options.oldest));
    add("dev");
    for dependency in &options.dev_dependencies {
        add(dependency);
    }
    add("origins");
    for (module, origin) in &*options.origins {
        add(module);
        add(origin.folder());
    }
    hasher.digest()
}

/// A module's interface, as the bytes that are stored.
pub(crate) fn interface(interface: &Interface) -> (Hash, Vec<u8>) {
    // Serialising plain data into memory has nothing that could fail.
    let bytes = postcard::to_stdvec(interface).unwrap_or_default();
    (xxh3_64(&bytes).max(ABSENT + 1), bytes)
}

/// Plain data.
pub(crate) fn data(data: &impl serde::Serialize) -> Hash {
    // Serialising plain data into memory has nothing that could fail.
    let bytes = postcard::to_stdvec(data).unwrap_or_default();
    xxh3_64(&bytes).max(ABSENT + 1)
}

/// The names of all modules.
pub(crate) fn names<'a>(names: impl Iterator<Item = &'a Name>) -> Hash {
    let mut hasher = Xxh3::new();
    for name in names {
        hasher.update(&(name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
    }
    hasher.digest().max(ABSENT + 1)
}

/// What the interfaces of a package depend on: itself, and the packages that it needs.
pub(crate) fn package(
    config: &Config,
    target: Target,
    modules: &[(Name, Hash)],
    needed: &[Hash],
) -> Hash {
    let mut hasher = Xxh3::new();
    hasher.update(FORMAT.as_bytes());
    hasher.update(format!("{target:?} {config:?}").as_bytes());
    for (name, text) in modules {
        hasher.update(&(name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
        hasher.update(&text.to_le_bytes());
    }
    hasher.update(&all(needed).to_le_bytes());
    hasher.digest()
}

/// Stands for all of these together.
pub(crate) fn all(hashes: &[Hash]) -> Hash {
    let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
    xxh3_64(&bytes)
}

/// Bytes for a file, behind a hash by which a damaged one, or one of another version of the
/// program, is recognised.
pub(crate) fn sealed(body: &[u8]) -> Vec<u8> {
    let mut bytes = seal(body).to_le_bytes().to_vec();
    bytes.extend_from_slice(body);
    bytes
}

/// The bytes that were [`sealed`]; absent when these are others.
pub(crate) fn unsealed(bytes: &[u8]) -> Option<&[u8]> {
    let (hash, body) = bytes.split_first_chunk::<8>()?;
    (u64::from_le_bytes(*hash) == seal(body)).then_some(body)
}

fn seal(body: &[u8]) -> Hash {
    let mut hasher = Xxh3::new();
    hasher.update(FORMAT.as_bytes());
    hasher.update(body);
    hasher.digest()
}

/// What a module's output depends on: `looked_at` are the modules whose interfaces checking looked
/// at, each with what it saw there.
pub(crate) fn output(
    text: Hash,
    options: Hash,
    looked_at: impl Iterator<Item = (Name, Hash)>,
) -> Hash {
    let mut hasher = Xxh3::new();
    hasher.update(&text.to_le_bytes());
    hasher.update(&options.to_le_bytes());
    for (name, seen) in looked_at {
        hasher.update(name.as_bytes());
        hasher.update(&seen.to_le_bytes());
    }
    hasher.digest()
}

/// Bytes that are copied, with the name they are copied to.
pub(crate) fn files<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Hash {
    let mut hasher = Xxh3::new();
    hasher.update(FORMAT.as_bytes());
    for (name, bytes) in files {
        hasher.update(&(name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    hasher.digest()
}
