//! Packages from elsewhere: which versions a project uses, where they come from, and how they get
//! there and back.
//!
//! - `manifest`: `manifest.toml`, which versions are locked,
//! - `solve`: the choice of versions,
//! - `registry`: Hex's protocol; `network` is its only door,
//! - `store`: what the machine keeps,
//! - `tarball`: archives, read and written.

pub mod manifest;
pub mod network;
mod problem;
pub mod registry;
pub mod solve;
pub mod store;
pub mod tarball;

pub use problem::Problem;
