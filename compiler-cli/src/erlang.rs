//! The client of the compile server: one Erlang node that compiles modules while we live.
//!
//! The protocol is described in the server's source, which the caller passes in.

use std::collections::BTreeSet;
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A running compile server. Threads may share it. Dropping it ends the node.
pub(crate) struct ErlangCompiler {
    next_id: AtomicU32,
    frames: Option<Sender<Vec<u8>>>,
    replies: Mutex<Receiver<Reply>>,
    output: Arc<Mutex<String>>,
    supervisor: Option<JoinHandle<()>>,
    /// Nobody waits for the node any more.
    ended: Arc<AtomicBool>,
}

/// What a compile server is started with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setup<'a> {
    /// The program: `erl`, or a path to it.
    pub erl: &'a str,
    /// A directory for the compiled server; it is created. Another version of Erlang or of the
    /// server uses other files there.
    pub cache: &'a Path,
    /// The server's source.
    pub server: &'a str,
    /// The definitions of `echo`, Erlang text.
    pub echo: &'a str,
}

/// A module to compile.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Request<'a> {
    /// Core Erlang.
    Core {
        /// The external term format of the module.
        etf: &'a [u8],
        /// The external term format of its abstract code, for tools; may be empty.
        forms: &'a [u8],
        /// What its chunk of documentation holds; may be empty.
        docs: &'a [u8],
        /// Whether it needs the definitions of `echo`.
        echo: bool,
        /// Options of Erlang's compiler.
        options: &'a [&'a str],
        /// Where the `.beam` file goes; it exists.
        directory: &'a Path,
    },
    /// An Erlang file.
    File {
        /// The file.
        path: &'a Path,
        /// What messages and stack traces call it.
        name: &'a str,
        /// Directories of header files.
        includes: &'a [PathBuf],
        /// Options of Erlang's compiler.
        options: &'a [&'a str],
        /// Where the `.beam` file goes; it exists.
        directory: &'a Path,
    },
    /// What modules of Erlang export: lines of module, name and arity, with tabs between.
    Exports {
        /// Their names.
        modules: &'a BTreeSet<String>,
    },
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    /// What [`ErlangCompiler::submit`] gave.
    pub id: u32,
    /// Warnings, or what is wrong: lines of the form `file:line:column: text`.
    pub result: Result<String, String>,
    /// How long it was worked on.
    pub spent: Duration,
    /// When it came.
    pub at: Instant,
}

/// Why there is no compile server.
#[derive(Debug)]
pub(crate) enum ErlangError {
    /// There is no such program.
    NotFound {
        /// What was looked for.
        program: String,
    },
    /// The program, or what it needs, could not be started.
    NotStarted {
        /// The program.
        program: String,
        /// Why.
        reason: std::io::Error,
    },
    /// The node ended, or did not answer.
    Stopped {
        /// The last that it printed.
        output: String,
    },
}

impl fmt::Display for ErlangError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { program } => write!(
                f,
                "the program `{program}` was not found; Erlang/OTP is needed to compile for the BEAM"
            ),
            Self::NotStarted { program, reason } => {
                write!(f, "the program `{program}` could not be started: {reason}")
            }
            Self::Stopped { output } if output.trim().is_empty() => {
                write!(f, "the Erlang compiler stopped unexpectedly")
            }
            Self::Stopped { output } => write!(
                f,
                "the Erlang compiler stopped unexpectedly; it printed:\n{}",
                output.trim()
            ),
        }
    }
}

impl std::error::Error for ErlangError {}

impl ErlangCompiler {
    /// Starts a node. It gets ready while the caller goes on: requests wait for it. Whoever drops it
    /// without having waited for replies does not wait for what was asked either.
    pub(crate) fn start(setup: &Setup<'_>) -> Result<Self, ErlangError> {
        let not_started = |reason: std::io::Error| match reason.kind() {
            ErrorKind::NotFound => ErlangError::NotFound {
                program: setup.erl.to_owned(),
            },
            _ => ErlangError::NotStarted {
                program: setup.erl.to_owned(),
                reason,
            },
        };
        let other = |reason| ErlangError::NotStarted {
            program: setup.erl.to_owned(),
            reason,
        };
        let source = install_server(setup).map_err(other)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(other)?;
        listener.set_nonblocking(true).map_err(other)?;
        let port = listener.local_addr().map_err(other)?.port();
        let word = secret_word();
        let mut child = spawn(setup.erl, &source, port, &word).map_err(not_started)?;

        let output = Arc::new(Mutex::new(String::new()));
        if let Some(stdout) = child.stdout.take() {
            let output = Arc::clone(&output);
            std::thread::spawn(move || keep_output(stdout, &output));
        }
        if let Some(stderr) = child.stderr.take() {
            let output = Arc::clone(&output);
            std::thread::spawn(move || keep_output(stderr, &output));
        }
        let (frames, frames_receiver) = mpsc::channel();
        let (reply_sender, replies) = mpsc::channel();
        let ended = Arc::new(AtomicBool::new(false));
        let node = Node {
            child,
            listener,
            word,
            ended: Arc::clone(&ended),
        };
        let supervisor = std::thread::spawn(move || {
            node.run(&frames_receiver, reply_sender);
        });
        let compiler = Self {
            next_id: AtomicU32::new(0),
            frames: Some(frames),
            replies: Mutex::new(replies),
            output,
            supervisor: Some(supervisor),
            ended,
        };
        compiler.send(3, &[setup.echo.as_bytes()])?;
        Ok(compiler)
    }

    /// Sends a module off. The reply to the returned id comes from [`ErlangCompiler::wait`].
    pub(crate) fn submit(&self, request: Request<'_>) -> Result<u32, ErlangError> {
        match request {
            Request::Core {
                etf,
                forms,
                docs,
                echo,
                options,
                directory,
            } => self.send(
                u8::from(echo),
                &[
                    directory.to_string_lossy().as_bytes(),
                    options.join(" ").as_bytes(),
                    etf,
                    forms,
                    docs,
                ],
            ),
            Request::File {
                path,
                name,
                includes,
                options,
                directory,
            } => {
                let texts = [
                    directory.to_string_lossy(),
                    options.join(" ").into(),
                    path.to_string_lossy(),
                    name.into(),
                ];
                let includes = includes.iter().map(|include| include.to_string_lossy());
                let fields: Vec<_> = texts.into_iter().chain(includes).collect();
                let fields: Vec<&[u8]> = fields.iter().map(|field| field.as_bytes()).collect();
                self.send(2, &fields)
            }
            Request::Exports { modules } => {
                let modules: Vec<&[u8]> = modules.iter().map(String::as_bytes).collect();
                self.send(4, &modules)
            }
        }
    }

    /// The next reply, of whichever request is done first. Call it once for each request.
    pub(crate) fn wait(&self) -> Result<Reply, ErlangError> {
        loop {
            let reply = lock(&self.replies).recv();
            let reply = reply.map_err(|_| self.stopped())?;
            if reply.id != ECHO_ID {
                return Ok(reply);
            }
        }
    }

    fn send(&self, kind: u8, fields: &[&[u8]]) -> Result<u32, ErlangError> {
        let id = self.next_id.fetch_add(1, Ordering::Relaxed);
        let length: usize = fields.iter().map(|field| field.len() + 4).sum();
        let mut frame = Vec::with_capacity(length + 9);
        frame.extend((length as u32 + 5).to_be_bytes());
        frame.extend(id.to_be_bytes());
        frame.push(kind);
        for field in fields {
            frame.extend((field.len() as u32).to_be_bytes());
            frame.extend(*field);
        }
        let sent = self.frames.as_ref().map(|frames| frames.send(frame));
        match sent {
            Some(Ok(())) => Ok(id),
            _ => Err(self.stopped()),
        }
    }

    fn stopped(&self) -> ErlangError {
        ErlangError::Stopped {
            output: lock(&self.output).clone(),
        }
    }
}

impl Drop for ErlangCompiler {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        drop(self.frames.take());
        if let Some(supervisor) = self.supervisor.take() {
            // A panic of the thread has been printed; there is nothing to add to it here.
            let _ = supervisor.join();
        }
    }
}

/// The definitions of `echo` are the first request.
const ECHO_ID: u32 = 0;

/// How long a node may take to connect, on a very busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A node, as the thread that looks after it sees it.
struct Node {
    child: Child,
    listener: TcpListener,
    word: String,
    ended: Arc<AtomicBool>,
}

impl Node {
    /// Connects, then passes frames on until there are no more or the node is gone.
    fn run(mut self, frames: &Receiver<Vec<u8>>, replies: Sender<Reply>) {
        if let Some(mut stream) = self.connect() {
            if let Ok(reading) = stream.try_clone() {
                std::thread::spawn(move || receive(reading, &replies));
            }
            while let Ok(frame) = frames.recv() {
                if stream.write_all(&frame).is_err() {
                    break;
                }
            }
            // The node ends when the connection does; if that is gone already, so is the node.
            let _ = stream.shutdown(std::net::Shutdown::Both);
        } else {
            // It may have ended by itself.
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }

    /// Waits for our node to connect, and for no other program.
    fn connect(&mut self) -> Option<TcpStream> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && !self.ended.load(Ordering::Relaxed) {
            match self.listener.accept() {
                Ok((stream, _)) => {
                    if let Some(connected) = greet(stream, &self.word) {
                        return Some(connected);
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if !matches!(self.child.try_wait(), Ok(None)) {
                        return None;
                    }
                    std::thread::sleep(Duration::from_millis(3));
                }
                Err(_) => return None,
            }
        }
        None
    }
}

/// The stream, if the other side knows the word; the release follows it.
fn greet(mut stream: TcpStream, word: &str) -> Option<TcpStream> {
    stream.set_nonblocking(false).ok()?;
    stream.set_nodelay(true).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let greeting = String::from_utf8(read_frame(&mut stream, 1024)?).ok()?;
    stream.set_read_timeout(None).ok()?;
    let (given, _) = greeting.split_once(' ')?;
    (given == word).then_some(stream)
}

fn receive(mut stream: TcpStream, replies: &Sender<Reply>) {
    while let Some(frame) = read_frame(&mut stream, usize::MAX) {
        let Some((head, text)) = frame.split_first_chunk::<5>() else {
            return;
        };
        let [a, b, c, d, status] = *head;
        let text = String::from_utf8_lossy(text).into_owned();
        let (result, spent) = match status {
            0 => (Ok(text), Duration::ZERO),
            2 => put_in_place(&text),
            _ => (Err(text), Duration::ZERO),
        };
        let reply = Reply {
            id: u32::from_be_bytes([a, b, c, d]),
            result,
            spent,
            at: Instant::now(),
        };
        if replies.send(reply).is_err() {
            return;
        }
    }
}

/// Gives a file its name; what remains of the reply are warnings. A reader of the file sees the old
/// one or the new one, and a node that goes on after we were killed changes nothing.
fn put_in_place(text: &str) -> (Result<String, String>, Duration) {
    let (head, warnings) = text.split_once('\n').unwrap_or((text, ""));
    let mut fields = head.split('\t');
    let spent = fields.next().and_then(|time| time.parse().ok());
    let spent = Duration::from_micros(spent.unwrap_or_default());
    let (Some(temporary), Some(file)) = (fields.next(), fields.next()) else {
        return (Err(text.to_owned()), spent);
    };
    let result = std::fs::rename(temporary, file);
    let result = result.map_err(|reason| format!("{file}: {reason}\n"));
    (result.map(|()| warnings.to_owned()), spent)
}

fn read_frame(stream: &mut TcpStream, most: usize) -> Option<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length).ok()?;
    let length = u32::from_be_bytes(length) as usize;
    if length > most {
        return None;
    }
    let mut frame = vec![0; length];
    stream.read_exact(&mut frame).ok()?;
    Some(frame)
}

fn spawn(erl: &str, source: &Path, port: u16, word: &str) -> std::io::Result<Child> {
    Command::new(erl)
        .args(["-noinput", "-boot", "no_dot_erlang"])
        .args(["+sbwt", "none", "+sbwtdcpu", "none", "+sbwtdio", "none"])
        .args(["-eval", BOOT])
        .env("TINDRA_COMPILE_SOURCE", source)
        .env("TINDRA_COMPILE_PORT", port.to_string())
        .env("TINDRA_COMPILE_WORD", word)
        .env("ERL_CRASH_DUMP_SECONDS", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Loads the server, from the cache if it is there, and starts it. The name of the file in the
/// cache tells the version of Erlang, since .beam files are not for older ones.
const BOOT: &str = r#"
Base = os:getenv("TINDRA_COMPILE_SOURCE"),
Beam = Base ++ "-" ++ erlang:system_info(otp_release) ++ "-" ++ erlang:system_info(version) ++ ".beam",
Load = fun(Code) -> code:load_binary(tindra_compile_server, Beam, Code) end,
Loaded = case file:read_file(Beam) of {ok, Cached} -> Load(Cached); Missing -> Missing end,
case Loaded of
    {module, _} -> ok;
    _ ->
        {ok, _, Code} = compile:noenv_file(Base ++ ".erl", [binary]),
        Temporary = Beam ++ "." ++ os:getpid(),
        file:write_file(Temporary, Code),
        file:rename(Temporary, Beam),
        {module, _} = Load(Code)
end,
spawn(tindra_compile_server, start, []).
"#;

/// Writes the server's source into the cache; gives the path without extension.
fn install_server(setup: &Setup<'_>) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(setup.cache)?;
    let name = format!("compile-server-{:016x}", fingerprint(setup.server));
    let base = setup.cache.join(&name);
    let file = setup.cache.join(format!("{name}.erl"));
    let present = std::fs::read(&file).is_ok_and(|bytes| bytes == setup.server.as_bytes());
    if !present {
        let temporary = setup.cache.join(format!("{name}.{}", std::process::id()));
        std::fs::write(&temporary, setup.server)?;
        std::fs::rename(&temporary, &file)?;
    }
    Ok(base)
}

/// FNV-1a.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What only our node can know. The standard library seeds its hashers from the system's source of
/// randomness.
fn secret_word() -> String {
    let random = |salt: u64| RandomState::new().hash_one(salt);
    format!("{:016x}{:016x}", random(0), random(1))
}

/// Keeps the end of what a node prints.
fn keep_output(mut stream: impl Read, output: &Mutex<String>) {
    const MOST: usize = 8 * 1024;
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        let text = String::from_utf8_lossy(&buffer[..count]);
        let mut output = lock(output);
        output.push_str(&text);
        let excess = output.len().saturating_sub(MOST);
        let cut = (excess..output.len()).find(|index| output.is_char_boundary(*index));
        output.drain(..cut.unwrap_or(0));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
