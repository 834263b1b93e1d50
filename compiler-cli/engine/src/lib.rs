//! Runs JavaScript where no run-time is installed: `QuickJS` with modules from the disk, promises,
//! timers, a console and a few functions of the system under `globalThis.tindra`.

mod event_loop;
mod host;
mod loader;
mod stream;

use std::thread;

use camino::Utf8Path;

use stream::Streams;

/// Memory for the stack of JavaScript: some 25,000 calls of small functions, twice what Node has.
/// The bindings take no greater limit.
const SCRIPT_STACK: usize = 16 * 1024 * 1024;
/// Memory for the whole stack; the engine itself needs a part of it.
const STACK: usize = 4 * SCRIPT_STACK;

/// Runs the module at `path` until nothing is left to do, as a program of this process.
///
/// `args` are what the program sees as `tindra.args`. The result is its exit code: 1 after an
/// error that nobody caught, whose stack is printed to standard error.
pub fn run_module(path: &Utf8Path, args: &[String]) -> i32 {
    run(path, args, &Streams::of_process())
}

/// Like [`run_module`], but what the program prints to standard output is added to `printed`.
pub fn run_module_into(path: &Utf8Path, args: &[String], printed: &mut Vec<u8>) -> i32 {
    let streams = Streams::captured();
    let code = run(path, args, &streams);
    printed.extend(streams.take_captured());
    code
}

fn run(path: &Utf8Path, args: &[String], streams: &Streams) -> i32 {
    thread::scope(|scope| {
        let work = || event_loop::run(path, args, streams);
        let thread = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        let finished = thread.map(thread::ScopedJoinHandle::join);
        streams.flush();
        if let Ok(Ok(code)) = finished {
            return code;
        }
        streams.error("the JavaScript engine could not run\n");
        1
    })
}
