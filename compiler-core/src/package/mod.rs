//! Packages: their configuration, where they come from, and what they hold.

mod config;
mod files;
mod information;
mod otp_modules;
mod publication;
mod resolve;
mod version;

pub use config::{Bundled, Config, JavaScriptRuntime, Requirement, is_package_name};
pub use files::{ModuleFile, NativeFile, Origin, PackageFiles, collect};
pub use information::{Information, information};
pub(crate) use otp_modules::is_otp_module;
pub use publication::{Forge, Link, PageSource, Publication, Repository};
pub use resolve::{Package, PackageSource, Resolution, ResolveOptions, Unmet, meets, resolve};
pub use version::{Range, Relation, Version};
