//! Runs a program: its module, then promises and timers until none is left.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use rquickjs::{
    CatchResultExt, CaughtError, Context, Ctx, Function, Module, Object, Persistent, Promise,
    Result, Runtime, Value,
};

use crate::host::{self, Exit};
use crate::loader::{FromDisk, normal};
use crate::stream::Streams;

/// Bytes that are allocated between two collections.
const GARBAGE: usize = 64 * 1024 * 1024;

/// Runs the module at `path`; gives the exit code.
pub(crate) fn run(path: &Utf8Path, args: &[String], streams: &Streams) -> i32 {
    match try_run(path, args, streams) {
        Ok(code) => code,
        Err(error) => {
            streams.error(&format!("{error}\n"));
            1
        }
    }
}

fn try_run(path: &Utf8Path, args: &[String], streams: &Streams) -> Result<i32> {
    let runtime = Runtime::new()?;
    runtime.set_max_stack_size(crate::SCRIPT_STACK);
    runtime.set_gc_threshold(GARBAGE);
    runtime.set_loader(FromDisk, FromDisk);
    let exit = Exit::default();
    let asked = exit.clone();
    runtime.set_interrupt_handler(Some(Box::new(move || asked.code().is_some())));
    let rejections = Rejections::default();
    runtime.set_host_promise_rejection_tracker(Some(rejections.tracker()));
    let context = Context::full(&runtime)?;
    let code = context.with(|ctx| {
        let tools = host::install(&ctx, args, streams, &exit)?;
        let program = Program {
            ctx: ctx.clone(),
            streams,
            exit: &exit,
            rejections: &rejections,
            tools,
        };
        Ok(program.run(path))
    });
    // What they hold must not outlive the runtime.
    rejections.pending.borrow_mut().clear();
    code
}

struct Program<'a, 'js> {
    ctx: Ctx<'js>,
    streams: &'a Streams,
    exit: &'a Exit,
    rejections: &'a Rejections,
    /// `next()` gives the milliseconds until the next timer, `run()` runs those that are due,
    /// `describe(error)` gives the text for an error that nobody caught.
    tools: Object<'js>,
}

impl<'js> Program<'_, 'js> {
    fn run(&self, path: &Utf8Path) -> i32 {
        let finished = self.start(path).and_then(|main| self.finish(&main));
        match (self.exit.code(), finished.catch(&self.ctx)) {
            (Some(code), _) | (None, Ok(code)) => code,
            (None, Err(error)) => {
                self.streams.error(&self.describe(&error));
                1
            }
        }
    }

    fn start(&self, path: &Utf8Path) -> Result<Promise<'js>> {
        let absolute = absolute(path);
        Module::import(&self.ctx, absolute.as_str())
    }

    /// Runs jobs and timers; gives the exit code.
    fn finish(&self, main: &Promise<'js>) -> Result<i32> {
        let next: Function<'js> = self.tools.get("next")?;
        let run: Function<'js> = self.tools.get("run")?;
        loop {
            while self.exit.code().is_none() && self.ctx.execute_pending_job() {}
            if let Some(code) = self.exit.code() {
                return Ok(code);
            }
            // An error of the module itself is thrown here.
            if let Some(result) = main.result::<Value<'js>>() {
                result?;
            }
            if let Some(reason) = self.rejections.first(&self.ctx)? {
                return Err(self.ctx.throw(reason));
            }
            let delay: f64 = next.call(())?;
            if delay < 0.0 {
                return Ok(0);
            }
            if delay > 0.0 {
                self.streams.flush();
                thread::sleep(Duration::from_secs_f64(delay / 1000.0));
            }
            run.call::<_, ()>(())?;
        }
    }

    /// What to print about an error that nobody caught. Its own properties may be of any kind, and
    /// reading them may fail again.
    fn describe(&self, error: &CaughtError<'js>) -> String {
        let value = match error {
            CaughtError::Exception(exception) => exception.clone().into_value(),
            CaughtError::Value(value) => value.clone(),
            CaughtError::Error(error) => return format!("{error}\n"),
        };
        let described = self.tools.get("describe");
        let described = described.and_then(|tool: Function<'js>| tool.call((value,)));
        described.unwrap_or_else(|_| format!("{error}\n"))
    }
}

fn absolute(path: &Utf8Path) -> Utf8PathBuf {
    let absolute = std::path::absolute(path)
        .ok()
        .and_then(|path| Utf8PathBuf::from_path_buf(path).ok());
    normal(&absolute.unwrap_or_else(|| path.to_owned()))
}

/// Promises that failed and whose failure nobody has looked at.
#[derive(Default)]
struct Rejections {
    pending: Rc<RefCell<Vec<Rejection>>>,
}

type Kept = Persistent<Value<'static>>;

struct Rejection {
    promise: Kept,
    reason: Kept,
}

impl Rejections {
    fn tracker(&self) -> rquickjs::runtime::RejectionTracker {
        let pending = Rc::clone(&self.pending);
        Box::new(move |ctx, promise, reason, is_handled| {
            let mut pending = pending.borrow_mut();
            if is_handled {
                pending.retain(|known| {
                    known
                        .promise
                        .clone()
                        .restore(&ctx)
                        .is_ok_and(|known| known != promise)
                });
            } else {
                pending.push(Rejection {
                    promise: Persistent::save(&ctx, promise),
                    reason: Persistent::save(&ctx, reason),
                });
            }
        })
    }

    fn first<'js>(&self, ctx: &Ctx<'js>) -> Result<Option<Value<'js>>> {
        let first = self
            .pending
            .borrow()
            .first()
            .map(|first| first.reason.clone());
        first.map(|reason| reason.restore(ctx)).transpose()
    }
}
