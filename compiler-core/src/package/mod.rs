//! Packages: their configuration, where they come from, and what they hold.

mod config;
mod files;
mod information;
mod otp_modules;
mod publication;
mod resolve;
mod version;

pub use config::{Bundled, Config, JavaScriptRuntime, Requirement};
pub use files::{ModuleFile, NativeFile, Origin, PackageFiles, collect};
pub use information::{Information, information};
pub(crate) use otp_modules::is_otp_module;
pub use publication::{Forge, Link, PageSource, Publication, Repository};
pub(crate) use resolve::meets;
pub use resolve::{Package, PackageSource, Resolution, ResolveOptions, Unmet, resolve};
pub use version::{Range, Version};
