//! Packages from elsewhere: which versions a project uses, where they come from, and how they get
//! there and back.
//!
//! - `manifest`: `manifest.toml`, which versions are locked,
//! - `solve`: the choice of versions,
//! - `registry`: Hex's protocol; `network` is its only door,
//! - `store`: what the machine keeps,
//! - `tarball`: archives, read and written.

pub mod api;
pub mod edit;
mod foreign;
mod git;
mod installed;
pub mod local;
pub mod manifest;
pub mod network;
mod problem;
pub mod project;
pub mod publish;
pub mod registry;
pub mod settings;
pub mod solve;
pub mod store;
pub mod tarball;

pub use problem::Problem;
