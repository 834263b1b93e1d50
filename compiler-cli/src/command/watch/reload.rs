//! Loading changed modules into a running node.
//!
//! The node connects to us, tells the token that it was started with, and does as it is told. When
//! we are gone it ends.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

/// Connects and waits for `reload`. A module can only be loaded when no process is left that runs
/// the one before the last: then we are told that it is busy, and start the program anew.
const CLIENT: &str = r#"
spawn(fun() ->
    {ok, Socket} = gen_tcp:connect({127, 0, 0, 1}, PORT, [binary, {packet, line}, {active, false}]),
    ok = gen_tcp:send(Socket, "TOKEN\n"),
    Load = fun(Module) ->
        code:soft_purge(Module) andalso element(1, code:load_file(Module)) =:= module
    end,
    Serve = fun(Serve) ->
        case gen_tcp:recv(Socket, 0) of
            {ok, _} ->
                Modules = code:modified_modules(),
                Answer = case lists:all(Load, Modules) of
                    true -> ["loaded ", lists:join(" ", lists:map(fun erlang:atom_to_list/1, Modules))];
                    false -> "busy"
                end,
                ok = gen_tcp:send(Socket, [Answer, "\n"]),
                Serve(Serve);
            {error, _} ->
                halt(1)
        end
    end,
    Serve(Serve)
end)
"#;

/// How long a node may take to start, or to load modules, before it is started anew.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where a node will connect to.
pub(super) struct Door {
    listener: TcpListener,
    token: String,
}

/// A node that does as it is told.
pub(super) struct Node {
    stream: BufReader<TcpStream>,
}

impl Door {
    /// Opens a door for the node that `command` starts; none where there are no sockets.
    pub(super) fn open(command: &mut Command) -> Option<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).ok()?;
        listener.set_nonblocking(true).ok()?;
        let port = listener.local_addr().ok()?.port();
        let token = format!("{:016x}", RandomState::new().hash_one(port));
        let client = CLIENT
            .replace("PORT", &port.to_string())
            .replace("TOKEN", &token);
        // Before `-extra`, after which all belongs to the program.
        let given: Vec<_> = command
            .get_args()
            .map(std::ffi::OsStr::to_os_string)
            .collect();
        let mut anew = Command::new(command.get_program());
        anew.args(["+Bd", "-eval", &client]).args(given);
        *command = anew;
        Some(Self { listener, token })
    }

    /// The node, when it has come.
    pub(super) fn node(&self) -> Option<Node> {
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if let Ok((stream, _)) = self.listener.accept()
                && stream.set_nonblocking(false).is_ok()
                && stream.set_read_timeout(Some(PATIENCE)).is_ok()
            {
                let mut stream = BufReader::new(stream);
                if line(&mut stream).is_some_and(|token| token == self.token) {
                    return Some(Node { stream });
                }
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }
}

impl Node {
    /// Loads what has changed; the names of the modules. None if the node cannot.
    pub(super) fn reload(&mut self) -> Option<String> {
        self.stream.get_mut().write_all(b"reload\n").ok()?;
        let answer = line(&mut self.stream)?;
        answer
            .strip_prefix("loaded")
            .map(|names| names.trim().to_string())
    }
}

fn line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    stream.read_line(&mut line).ok()?;
    line.strip_suffix('\n').map(str::to_string)
}
