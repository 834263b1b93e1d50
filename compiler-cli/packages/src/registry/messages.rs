//! The registry's messages: protocol buffers, compressed and signed.
//!
//! The format is that of Hex's repository, version 2: `Signed` holds a payload and its signature
//! (RSA, PKCS #1 1.5, SHA-512); the payload of `/packages/NAME` is `Package`.

use std::io::{Read, Write};

use compiler_core::package::{Version, is_package_name};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use prost::Message;
use ring::signature::{RSA_PKCS1_2048_8192_SHA512, UnparsedPublicKey};

use super::{Dependency, Release, Retirement};

/// The largest message that is decompressed.
const LIMIT: u64 = 64 << 20;

#[derive(Message)]
struct Signed {
    #[prost(bytes = "vec", required, tag = "1")]
    payload: Vec<u8>,
    #[prost(bytes = "vec", optional, tag = "2")]
    signature: Option<Vec<u8>>,
}

#[derive(Message)]
struct PackageMessage {
    #[prost(message, repeated, tag = "1")]
    releases: Vec<ReleaseMessage>,
    #[prost(string, required, tag = "2")]
    name: String,
    #[prost(string, required, tag = "3")]
    repository: String,
}

#[derive(Message)]
struct ReleaseMessage {
    #[prost(string, required, tag = "1")]
    version: String,
    #[prost(bytes = "vec", required, tag = "2")]
    inner_checksum: Vec<u8>,
    #[prost(message, repeated, tag = "3")]
    dependencies: Vec<DependencyMessage>,
    #[prost(message, optional, tag = "4")]
    retired: Option<RetirementMessage>,
    #[prost(bytes = "vec", optional, tag = "5")]
    outer_checksum: Option<Vec<u8>>,
}

#[derive(Message)]
struct RetirementMessage {
    #[prost(int32, required, tag = "1")]
    reason: i32,
    #[prost(string, optional, tag = "2")]
    message: Option<String>,
}

#[derive(Message)]
struct DependencyMessage {
    #[prost(string, required, tag = "1")]
    package: String,
    #[prost(string, required, tag = "2")]
    requirement: String,
    #[prost(bool, optional, tag = "3")]
    optional: Option<bool>,
    #[prost(string, optional, tag = "4")]
    app: Option<String>,
    #[prost(string, optional, tag = "5")]
    repository: Option<String>,
}

/// The reasons for which releases are retired, by their numbers.
pub(crate) const REASONS: [&str; 5] = ["other", "invalid", "security", "deprecated", "renamed"];

/// The payload of a compressed message whose signature belongs to the public key (the key's bytes
/// in PKCS #1 form); in words what is wrong with it.
pub fn verified(bytes: &[u8], key: &[u8]) -> Result<Vec<u8>, String> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes)
        .take(LIMIT)
        .read_to_end(&mut plain)
        .map_err(|_| "it is not compressed as it should be".to_string())?;
    let signed = Signed::decode(&*plain).map_err(|_| "it is no registry message".to_string())?;
    let signature = signed.signature.unwrap_or_default();
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA512, key)
        .verify(&signed.payload, &signature)
        .map_err(|_| "its signature is wrong".to_string())?;
    Ok(signed.payload)
}

/// A payload signed by a function, compressed: what a registry serves.
pub fn sign_with(payload: Vec<u8>, sign: &dyn Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let signature = Some(sign(&payload));
    let message = Signed { payload, signature }.encode_to_vec();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _ = encoder.write_all(&message);
    encoder.finish().unwrap_or_default()
}

/// The releases in a payload, which must be about this package of this repository. Releases whose
/// version is none, or that need what has no name of a package, are left out.
pub fn decode_package(
    payload: &[u8],
    package: &str,
    repository: &str,
) -> Result<Vec<Release>, String> {
    let message =
        PackageMessage::decode(payload).map_err(|_| "it is no registry message".to_string())?;
    if message.name != package {
        return Err(format!("it is about the package `{}`", message.name));
    }
    if message.repository != repository {
        return Err(format!(
            "it is from the repository `{}`, not `{repository}`",
            message.repository
        ));
    }
    Ok(message.releases.into_iter().filter_map(release).collect())
}

/// The payload that [`decode_package`] reads.
pub fn encode_package(package: &str, repository: &str, releases: &[Release]) -> Vec<u8> {
    let releases = releases.iter().map(|release| ReleaseMessage {
        version: release.version.to_string(),
        inner_checksum: release.inner_checksum.clone(),
        outer_checksum: Some(release.outer_checksum.clone()),
        dependencies: release
            .dependencies
            .iter()
            .map(dependency_message)
            .collect(),
        retired: release.retired.as_ref().map(|retired| RetirementMessage {
            reason: number_of(retired.reason),
            message: Some(retired.message.clone()),
        }),
    });
    PackageMessage {
        releases: releases.collect(),
        name: package.to_string(),
        repository: repository.to_string(),
    }
    .encode_to_vec()
}

fn number_of(reason: &str) -> i32 {
    let numbered = (0..).zip(REASONS).find(|(_, word)| *word == reason);
    numbered.map_or(0, |(number, _)| number)
}

fn dependency_message(dependency: &Dependency) -> DependencyMessage {
    DependencyMessage {
        package: dependency.package.clone(),
        requirement: dependency.requirement.clone(),
        optional: Some(dependency.optional),
        app: dependency.app.clone(),
        repository: None,
    }
}

fn release(message: ReleaseMessage) -> Option<Release> {
    let named = message.dependencies.into_iter();
    // Names become parts of paths and addresses. A release that needs something else is left out.
    if !named
        .as_slice()
        .iter()
        .all(|it| is_package_name(&it.package))
    {
        return None;
    }
    let dependencies = named.map(|it| Dependency {
        package: it.package,
        requirement: it.requirement,
        optional: it.optional.unwrap_or_default(),
        app: it.app,
    });
    Some(Release {
        version: Version::parse(&message.version)?,
        dependencies: dependencies.collect(),
        outer_checksum: message.outer_checksum.unwrap_or_default(),
        inner_checksum: message.inner_checksum,
        retired: message.retired.map(|retired| Retirement {
            reason: REASONS
                .get(usize::try_from(retired.reason).unwrap_or_default())
                .unwrap_or(&"other"),
            message: retired.message.unwrap_or_default(),
        }),
    })
}
