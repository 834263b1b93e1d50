//! The command line.

use camino::Utf8PathBuf;
use clap::builder::FalseyValueParser;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use compiler_core::Target;

/// A fast toolchain for Gleam: checks, builds, runs and tests, and serves your editor.
#[derive(Debug, Parser)]
#[command(name = "tindra", version, disable_help_subcommand = false, after_help = VARIABLES)]
pub(crate) struct Arguments {
    /// How to tell problems
    #[arg(long, global = true, value_name = "FORMAT", default_value = "terminal")]
    pub(crate) message_format: MessageFormat,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const VARIABLES: &str = "\
Environment:
  TINDRA_PACKAGES   Folders of packages, as --packages
  TINDRA_CACHE_DIR  Where to keep what all projects share, instead of the platform's cache folder
  TINDRA_OFFLINE    As --offline
  HEXPM_API_KEY     A key of the package registry, to publish with
  HEXPM_READ_API_KEY  A key of the package registry, to fetch with
  GLEAM_CACERTS_PATH  Certificates to trust, in a PEM file
  COLUMNS           How wide to print prose
  NO_COLOR          No colours
  FORCE_COLOR       Colours even if the output is not a terminal";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the project
    Build(Build),
    /// Type check the project
    Check(Check),
    /// Run the project
    Run(Run),
    /// Run the project's tests
    Test(Execution),
    /// Run the project's development entrypoint
    Dev(Execution),
    /// Create a new project
    New(New),
    /// Add new dependencies
    Add(Add),
    /// Remove project dependencies
    Remove(Remove),
    /// Update dependency packages to their latest versions
    Update(Update),
    /// Copy all dependencies into a folder, to build from it without network or cache
    Vendor(Vendor),
    /// Publish the project to the Hex package repository
    Publish(Publish),
    /// Work with the Hex package repository
    #[command(subcommand)]
    Hex(Hex),
    /// Remove what builds have made
    Clean,
    /// Work with dependency packages
    #[command(subcommand)]
    Deps(Deps),
    /// Export something useful from the Gleam project
    #[command(subcommand)]
    Export(Export),
    /// Start an Erlang REPL with the Gleam code loaded
    Shell(Packages),
    /// Render HTML documentation for the package
    #[command(subcommand)]
    Docs(Docs),
    /// Format source code
    Format(Format),
    /// Do something again each time that a file changes
    Watch(Watch),
    /// Tell what is installed, what is missing and how to get it
    Doctor,
    /// Print a script that makes a shell complete commands and flags
    Completions(Completions),
    /// Run the language server, for editors
    Lsp(Packages),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Deps {
    /// List all dependency packages
    List(Packages),
    /// Download all dependency packages
    Download(Packages),
    /// List all outdated dependencies
    Outdated(Packages),
    /// Update dependency packages to their latest versions
    Update(Update),
    /// Tree of all the dependency packages
    Tree(Tree),
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The names of packages, with the least version to use after `@`: `wibble`, `wibble@2`
    #[arg(required = true)]
    pub(crate) names: Vec<String>,
    /// Add the packages as dev-only dependencies
    #[arg(long)]
    pub(crate) dev: bool,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
    /// The names of packages to remove
    #[arg(required = true)]
    pub(crate) names: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Update {
    /// The names of the packages to update; all if none is given
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct Vendor {
    /// The folder to copy to
    #[arg(default_value = "vendor")]
    pub(crate) folder: Utf8PathBuf,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct Tree {
    /// Package to be used as the root of the tree
    #[arg(short, long, conflicts_with = "invert")]
    pub(crate) package: Option<String>,
    /// Invert the tree direction and focus on the given package
    #[arg(short, long, value_name = "PACKAGE")]
    pub(crate) invert: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct Watch {
    /// What to do
    pub(crate) verb: WatchVerb,
    #[command(flatten)]
    pub(crate) execution: Execution,
}

/// What to do again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum WatchVerb {
    /// Type check the project
    Check,
    /// Build it
    Build,
    /// Run its tests
    Test,
    /// Run it. On the BEAM changed modules are loaded while it runs
    Run,
}

/// A script by which a shell completes commands and flags.
pub(crate) fn completion_script(shell: clap_complete::Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "tindra", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell that the script is for
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Docs {
    /// Render HTML docs locally
    Build(DocsBuild),
    /// Publish the HTML docs of the package
    Publish(Packages),
    /// Remove the HTML docs of a package
    Remove {
        /// The name of the package
        #[arg(long)]
        package: String,
        /// The version of the docs to remove
        #[arg(long)]
        version: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct DocsBuild {
    /// Opens the docs in a browser after rendering
    #[arg(long)]
    pub(crate) open: bool,
    /// The platform to target
    #[arg(short, long, ignore_case = true)]
    pub(crate) target: Option<TargetName>,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    /// Precompiled Erlang in a single file, suitable for CLIs
    Escript(Packages),
    /// Precompiled Erlang, suitable for deployment
    ErlangShipment(Packages),
    /// The package bundled into a tarball, suitable for publishing to Hex
    HexTarball(Packages),
    /// The JavaScript prelude module
    JavascriptPrelude,
    /// The TypeScript prelude module
    TypescriptPrelude,
    /// Information on the modules, functions, and types in the project in JSON format
    PackageInterface(PackageInterface),
    /// Package information (gleam.toml) in JSON format
    PackageInformation(PackageInformation),
}

#[derive(Debug, Args)]
pub(crate) struct PackageInterface {
    /// The path to write the JSON file to
    #[arg(long = "out", value_name = "OUTPUT")]
    pub(crate) output: Utf8PathBuf,
    /// The platform whose definitions count
    #[arg(short, long, ignore_case = true)]
    pub(crate) target: Option<TargetName>,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct PackageInformation {
    /// The path to write the JSON file to
    #[arg(long = "out", value_name = "OUTPUT")]
    pub(crate) output: Utf8PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Format {
    /// The files or directories to format
    #[arg(default_value = ".")]
    pub(crate) files: Vec<Utf8PathBuf>,
    /// Read source from standard-input
    #[arg(long)]
    pub(crate) stdin: bool,
    /// Only check if inputs are formatted correctly, erroring if they are not
    #[arg(long)]
    pub(crate) check: bool,
}

/// Where dependencies come from.
#[derive(Debug, Clone, Args)]
pub(crate) struct Packages {
    /// A folder whose subfolders are packages: dependencies are taken from it, by name, before
    /// anywhere else. May be given more than once.
    #[arg(
        long = "packages",
        value_name = "DIR",
        env = "TINDRA_PACKAGES",
        value_delimiter = ':'
    )]
    pub(crate) folders: Vec<Utf8PathBuf>,
    #[command(flatten)]
    pub(crate) fetching: Fetching,
}

/// Whether dependencies may be fetched, and others than before.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Fetching {
    /// Don't use the network: take dependencies as they were fetched before
    #[arg(long, env = "TINDRA_OFFLINE", value_parser = FalseyValueParser::new())]
    pub(crate) offline: bool,
    /// Fail if `manifest.toml` would have to change
    #[arg(long)]
    pub(crate) locked: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// Fail if there are warnings, other than those about foreign functions
    #[arg(long)]
    pub(crate) warnings_as_errors: bool,
    /// The platform to target
    #[arg(short, long, ignore_case = true)]
    pub(crate) target: Option<TargetName>,
    /// Don't print progress information
    #[arg(long)]
    pub(crate) no_print_progress: bool,
    /// Print an intermediate form of the project's own modules instead of building
    #[arg(long, value_name = "FORM")]
    pub(crate) emit: Option<Form>,
    /// With --emit: only this module
    #[arg(short, long, requires = "emit")]
    pub(crate) module: Option<String>,
    /// Write to build/tindra/timings.json and timings.html what took how long
    #[arg(long, conflicts_with = "emit")]
    pub(crate) timings: bool,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The platform to target
    #[arg(short, long, ignore_case = true)]
    pub(crate) target: Option<TargetName>,
    /// Write to build/tindra/timings.json and timings.html what took how long
    #[arg(long)]
    pub(crate) timings: bool,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// The module to run
    #[arg(short, long)]
    pub(crate) module: Option<String>,
    #[command(flatten)]
    pub(crate) execution: Execution,
}

/// How a program is run.
#[derive(Debug, Args)]
pub(crate) struct Execution {
    /// The platform to target
    #[arg(short, long, ignore_case = true)]
    pub(crate) target: Option<TargetName>,
    /// The program that runs JavaScript
    #[arg(long)]
    pub(crate) runtime: Option<Runtime>,
    /// Don't print progress information
    #[arg(long)]
    pub(crate) no_print_progress: bool,
    #[command(flatten)]
    pub(crate) packages: Packages,
    /// Arguments for the program
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) arguments: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// Where to make the project
    pub(crate) path: Utf8PathBuf,
    /// Its name; that of the folder if not given
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// What to begin with
    #[arg(long, default_value = "erlang", ignore_case = true)]
    pub(crate) template: TargetName,
    /// Don't make a git repository
    #[arg(long)]
    pub(crate) skip_git: bool,
    /// Don't make a workflow for GitHub
    #[arg(long)]
    pub(crate) skip_github: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// Replace the latest release with this one
    #[arg(long)]
    pub(crate) replace: bool,
    /// Automatically accept confirmation prompts
    #[arg(short, long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) packages: Packages,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Hex {
    /// Retire a release from Hex
    Retire {
        /// The name of the package to retire
        #[arg(long)]
        package: String,
        /// The version to retire
        #[arg(long)]
        version: String,
        /// The reason for the retirement
        #[arg(long)]
        reason: RetirementReason,
        /// What to tell those who use it
        message: Option<String>,
    },
    /// Un-retire a release from Hex
    Unretire {
        /// The name of the package
        #[arg(long)]
        package: String,
        /// The version
        #[arg(long)]
        version: String,
    },
    /// Revert a release, removing it from Hex
    Revert {
        /// The name of the package to revert
        #[arg(long)]
        package: Option<String>,
        /// The version to revert
        #[arg(long)]
        version: Option<String>,
    },
    /// Deal with package ownership
    #[command(subcommand)]
    Owner(Owner),
    /// Log in to Hex. Replaces the credentials with new ones if already logged in
    Authenticate,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Owner {
    /// Adds a new owner to the given package on Hex
    Add {
        /// The package
        #[arg(long)]
        package: String,
        /// The username or email of the additional owner
        #[arg(long, value_name = "USERNAME_OR_EMAIL")]
        user: String,
        /// The ownership level
        #[arg(long, default_value = "maintainer")]
        level: OwnerLevel,
    },
    /// Transfers ownership of the given package to a new Hex user
    Transfer {
        /// The package
        #[arg(long)]
        package: String,
        /// The username or email of the new owner
        #[arg(long, value_name = "USERNAME_OR_EMAIL")]
        user: String,
    },
}

/// How much an owner may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OwnerLevel {
    /// Has every package permission EXCEPT the ability to change who owns the package
    Maintainer,
    /// Has every package permission including the ability to change who owns the package
    Full,
}

/// Why a release should not be used any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RetirementReason {
    Other,
    Invalid,
    Security,
    Deprecated,
    Renamed,
}

impl RetirementReason {
    /// The word for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Invalid => "invalid",
            Self::Security => "security",
            Self::Deprecated => "deprecated",
            Self::Renamed => "renamed",
        }
    }
}

/// A target, as people write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TargetName {
    /// The BEAM
    #[value(alias = "erl")]
    Erlang,
    /// Browsers and JavaScript runtimes
    #[value(name = "javascript", alias = "js")]
    JavaScript,
}

impl From<TargetName> for Target {
    fn from(name: TargetName) -> Self {
        match name {
            TargetName::Erlang => Self::Erlang,
            TargetName::JavaScript => Self::JavaScript,
        }
    }
}

/// A program that runs JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Runtime {
    /// Node.js
    #[value(name = "nodejs", alias = "node")]
    NodeJs,
    /// Deno
    Deno,
    /// Bun
    Bun,
    /// The small engine inside this program
    Embedded,
}

/// A form of a program between source and output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// The intermediate representation
    Ir,
    /// Core Erlang
    Core,
    /// JavaScript
    #[value(name = "javascript", alias = "js")]
    JavaScript,
}

/// How to tell problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people: with the lines of source, on standard error
    Terminal,
    /// For people: one line each, on standard error
    Short,
    /// One JSON object a line, on standard output
    Json,
    /// One document in the Static Analysis Results Interchange Format, on standard output
    Sarif,
    /// Annotations for GitHub's runners, on standard output
    Github,
}
