//! An editor without a screen. It waits for at most a minute for anything, and ends its server
//! when a test fails.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

const LIMIT: Duration = Duration::from_mins(1);

pub(crate) const TOML: &str =
    "name = \"app\"\n\n[dependencies]\ngleam_stdlib = \">= 0.44.0 and < 2.0.0\"\n";

/// A running server, and the folder that it serves.
pub(crate) struct Editor {
    pub folder: TempDir,
    child: Child,
    stdin: ChildStdin,
    messages: Receiver<Value>,
    /// Notifications and requests of the server that nobody has asked for yet.
    waiting: Vec<Value>,
    requests: u64,
    versions: u64,
}

/// The cache of the tests.
pub(crate) fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")
}

/// What stands between two positions of a file, as the protocol counts them.
pub(crate) type Place = ((u64, u64), (u64, u64));

impl Editor {
    /// A server for a project `app` of one module.
    pub(crate) fn with_app(text: &str) -> Self {
        let mut editor = Self::start(&[("gleam.toml", TOML), ("src/app.gleam", text)]);
        editor.open("src/app.gleam");
        editor
    }

    /// A server that has been told hello, for a folder of these files.
    pub(crate) fn start(files: &[(&str, &str)]) -> Self {
        Self::start_with(files, &json!({}))
    }

    /// The same, for an editor that can do certain things.
    pub(crate) fn start_with(files: &[(&str, &str)], capabilities: &Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tindra"))
            .arg("lsp")
            .current_dir(folder.path())
            .env_remove("TINDRA_PACKAGES")
            .env("TINDRA_CACHE_DIR", cache())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take().unwrap();
        let messages = read_messages(child.stdout.take().unwrap());
        let waiting = Vec::new();
        let mut editor = Self {
            folder,
            child,
            stdin,
            messages,
            waiting,
            requests: 0,
            versions: 0,
        };
        for (path, text) in files {
            editor.write(path, text);
        }
        let parameters =
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let answer = editor.request("initialize", &parameters);
        assert_eq!(answer["serverInfo"]["name"], "tindra");
        editor.notify("initialized", &json!({}));
        editor
    }

    /// Writes a file on disk.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn uri(&self, path: &str) -> String {
        format!("file://{}", self.path(path).display()).replace(' ', "%20")
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.stdin.flush().unwrap();
    }

    pub(crate) fn notify(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    /// Sends a request and waits for its answer.
    pub(crate) fn request(&mut self, method: &str, parameters: &Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": parameters }));
        let until = Instant::now() + LIMIT;
        loop {
            let message = self.receive(until, method);
            if message["method"].is_string() {
                self.waiting.push(message);
            } else if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
        }
    }

    fn receive(&mut self, until: Instant, what: &str) -> Value {
        let left = until.saturating_duration_since(Instant::now());
        match self.messages.recv_timeout(left) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => panic!("{what}: nothing came in {LIMIT:?}"),
            Err(RecvTimeoutError::Disconnected) => panic!("{what}: the server is gone"),
        }
    }

    /// The next message of the server that is not an answer and that `wanted` takes.
    pub(crate) fn wait_for<T>(&mut self, what: &str, wanted: impl Fn(&Value) -> Option<T>) -> T {
        let until = Instant::now() + LIMIT;
        loop {
            let found = self
                .waiting
                .iter()
                .position(|message| wanted(message).is_some());
            if let Some(found) = found {
                return wanted(&self.waiting.remove(found)).unwrap();
            }
            let message = self.receive(until, what);
            self.waiting.push(message);
        }
    }

    /// Opens a file with the text that it has on disk.
    pub(crate) fn open(&mut self, path: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        self.open_with(path, &text);
    }

    /// Opens a file with a text that need not be on disk.
    pub(crate) fn open_with(&mut self, path: &str, text: &str) {
        let uri = self.uri(path);
        let document = json!({ "uri": uri, "languageId": "gleam", "version": 0, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    pub(crate) fn close(&mut self, path: &str) {
        let uri = self.uri(path);
        self.notify(
            "textDocument/didClose",
            &json!({ "textDocument": { "uri": uri } }),
        );
    }

    /// Edits an open file, one edit after the other.
    pub(crate) fn change(&mut self, path: &str, edits: &[(Place, &str)]) {
        let edits = edits
            .iter()
            .map(|(place, text)| json!({ "range": range(*place), "text": text }));
        let edits: Vec<Value> = edits.collect();
        self.change_with(path, &edits);
    }

    /// Replaces all of an open file.
    pub(crate) fn replace(&mut self, path: &str, text: &str) {
        self.change_with(path, &[json!({ "text": text })]);
    }

    fn change_with(&mut self, path: &str, edits: &[Value]) {
        self.versions += 1;
        let document = json!({ "uri": self.uri(path), "version": self.versions });
        let parameters = json!({ "textDocument": document, "contentChanges": edits });
        self.notify("textDocument/didChange", &parameters);
    }

    /// The next list of problems of a file that the server publishes.
    pub(crate) fn diagnostics(&mut self, path: &str) -> Vec<Value> {
        let uri = self.uri(path);
        self.wait_for(&format!("problems of {path}"), |message| {
            let ours = message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == *uri;
            ours.then(|| message["params"]["diagnostics"].as_array().unwrap().clone())
        })
    }

    /// Asks about a position.
    pub(crate) fn ask(&mut self, method: &str, path: &str, (line, character): (u64, u64)) -> Value {
        let document = json!({ "uri": self.uri(path) });
        let position = json!({ "line": line, "character": character });
        self.request(
            method,
            &json!({ "textDocument": document, "position": position }),
        )
    }

    /// What hovering shows; empty for nothing.
    pub(crate) fn hover(&mut self, path: &str, at: (u64, u64)) -> String {
        let answer = self.ask("textDocument/hover", path, at);
        answer["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_string()
    }

    /// File and range of a definition.
    pub(crate) fn definition(&mut self, path: &str, at: (u64, u64)) -> Option<(PathBuf, Place)> {
        let answer = self.ask("textDocument/definition", path, at);
        let path = answer["uri"].as_str()?.strip_prefix("file://").unwrap();
        Some((path.replace("%20", " ").into(), place(&answer["range"])))
    }

    /// Says goodbye.
    pub(crate) fn finish(mut self) -> ExitStatus {
        self.request("shutdown", &Value::Null);
        self.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
        self.wait_for_end()
    }

    /// How the server ends, which it must.
    pub(crate) fn wait_for_end(mut self) -> ExitStatus {
        let until = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < until, "the server did not end");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // It has ended if all went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_messages(stdout: ChildStdout) -> Receiver<Value> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        while let Some(message) = read_message(&mut stdout) {
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    receiver
}

fn read_message(stdout: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if stdout.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if let Some(number) = line.strip_prefix("Content-Length: ") {
            length = number.parse().ok();
        } else if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length?];
    stdout.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

fn range(((line, character), (end_line, end_character)): Place) -> Value {
    json!({
        "start": { "line": line, "character": character },
        "end": { "line": end_line, "character": end_character },
    })
}

/// A range of the protocol.
pub(crate) fn place(range: &Value) -> Place {
    let position = |value: &Value| {
        (
            value["line"].as_u64().unwrap(),
            value["character"].as_u64().unwrap(),
        )
    };
    (position(&range["start"]), position(&range["end"]))
}

/// The position of `^` in a snippet, which must be in the text (without `^`) once.
pub(crate) fn at(text: &str, snippet: &str) -> (u64, u64) {
    let (before, after) = snippet.split_once('^').unwrap();
    let plain = format!("{before}{after}");
    assert_eq!(
        text.matches(&plain).count(),
        1,
        "`{plain}` should be in the text once"
    );
    position(text, text.find(&plain).unwrap() + before.len())
}

/// The place of a snippet between two `^` in a text.
pub(crate) fn between(text: &str, snippet: &str) -> Place {
    let (before, rest) = snippet.split_once('^').unwrap();
    let (marked, after) = rest.split_once('^').unwrap();
    let start = at(text, &format!("{before}^{marked}{after}"));
    (start, at(text, &format!("{before}{marked}^{after}")))
}

fn position(text: &str, offset: usize) -> (u64, u64) {
    let before = &text[..offset];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    (
        before.matches('\n').count() as u64,
        before[line..].encode_utf16().count() as u64,
    )
}
