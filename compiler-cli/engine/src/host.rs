//! What programs find besides the language: `console`, timers, text encoding, `tindra`.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Instant;
use std::{env, fs};

use camino::Utf8Path;
use rquickjs::function::Opt;
use rquickjs::{Ctx, Error, Exception, Function, Object, Result, TypedArray, Value};

use crate::stream::Streams;

/// Builds the globals from an object of native functions; gives the timers.
const GLOBALS: &str = include_str!("globals.js");

/// Whether the program has asked to end, and with which code.
#[derive(Clone, Default)]
pub(crate) struct Exit(Rc<Cell<Option<i32>>>);

impl Exit {
    pub(crate) fn code(&self) -> Option<i32> {
        self.0.get()
    }
}

/// Adds the globals; gives what runs timers and shows errors.
pub(crate) fn install<'js>(
    ctx: &Ctx<'js>,
    args: &[String],
    streams: &Streams,
    exit: &Exit,
) -> Result<Object<'js>> {
    let host = Object::new(ctx.clone())?;
    host.set("args", args.to_vec())?;
    printing(ctx, &host, streams, exit)?;
    system(ctx, &host)?;
    files(ctx, &host)?;
    text(ctx, &host)?;
    let globals: Function<'js> = ctx.eval(GLOBALS)?;
    globals.call((host,))
}

fn printing<'js>(ctx: &Ctx<'js>, host: &Object<'js>, streams: &Streams, exit: &Exit) -> Result<()> {
    let (output, ended) = (streams.clone(), exit.clone());
    let print = move |text: String| {
        if ended.code().is_none() {
            output.print(&text);
        }
    };
    host.set("print", Function::new(ctx.clone(), print)?)?;
    let (output, ended) = (streams.clone(), exit.clone());
    let print_error = move |text: String| {
        if ended.code().is_none() {
            output.error(&text);
        }
    };
    host.set("printError", Function::new(ctx.clone(), print_error)?)?;
    let ended = exit.clone();
    // Nothing that the program does from here on has an effect, and it is interrupted soon.
    let exit = move |ctx: Ctx<'js>, code: Opt<i32>| -> Result<()> {
        ended.0.set(Some(code.0.unwrap_or(0)));
        Err(Exception::throw_message(&ctx, "exit"))
    };
    host.set("exit", Function::new(ctx.clone(), exit)?)
}

fn system<'js>(ctx: &Ctx<'js>, host: &Object<'js>) -> Result<()> {
    let start = Instant::now();
    let now = move || start.elapsed().as_secs_f64() * 1000.0;
    host.set("now", Function::new(ctx.clone(), now)?)?;
    let cwd = |ctx: Ctx<'js>| -> Result<String> {
        let folder = env::current_dir().map_err(|error| failed(&ctx, ".", &error))?;
        Ok(folder.to_string_lossy().into_owned())
    };
    host.set("cwd", Function::new(ctx.clone(), cwd)?)?;
    let variable = |name: String| env::var(name).ok();
    host.set("env", Function::new(ctx.clone(), variable)?)
}

fn files<'js>(ctx: &Ctx<'js>, host: &Object<'js>) -> Result<()> {
    let read_dir = |ctx: Ctx<'js>, path: String| -> Result<Vec<String>> {
        let entries = Utf8Path::new(&path).read_dir_utf8();
        let entries = entries.map_err(|error| failed(&ctx, &path, &error))?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| failed(&ctx, &path, &error))?;
            names.push(entry.file_name().to_owned());
        }
        names.sort();
        Ok(names)
    };
    host.set("readdir", Function::new(ctx.clone(), read_dir)?)?;
    let is_directory = |path: String| Utf8Path::new(&path).is_dir();
    host.set("isDirectory", Function::new(ctx.clone(), is_directory)?)?;
    let is_file = |path: String| Utf8Path::new(&path).is_file();
    host.set("isFile", Function::new(ctx.clone(), is_file)?)?;
    let read = |ctx: Ctx<'js>, path: String| -> Result<TypedArray<'js, u8>> {
        let bytes = fs::read(&path).map_err(|error| failed(&ctx, &path, &error))?;
        TypedArray::new(ctx, bytes)
    };
    host.set("readFile", Function::new(ctx.clone(), read)?)?;
    let write = |ctx: Ctx<'js>, path: String, contents: String| -> Result<()> {
        let bytes = bytes_of(&contents);
        fs::write(&path, bytes).map_err(|error| failed(&ctx, &path, &error))
    };
    host.set("writeFile", Function::new(ctx.clone(), write)?)
}

fn text<'js>(ctx: &Ctx<'js>, host: &Object<'js>) -> Result<()> {
    let encode = |ctx: Ctx<'js>, text: Value<'js>| -> Result<TypedArray<'js, u8>> {
        let text = match text.as_string() {
            Some(text) => text.to_string()?,
            None => String::new(),
        };
        TypedArray::new(ctx, text.into_bytes())
    };
    host.set("encode", Function::new(ctx.clone(), encode)?)?;
    let decode = |ctx: Ctx<'js>, bytes: String, fatal: bool| -> Result<String> {
        match String::from_utf8(bytes_of(&bytes)) {
            Ok(text) => Ok(text),
            Err(_) if fatal => Err(Exception::throw_type(&ctx, "The bytes are not UTF-8")),
            Err(error) => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
        }
    };
    host.set("decode", Function::new(ctx.clone(), decode)?)
}

/// Bytes that come as a string of one character for each: buffers of the engine cannot be read
/// without unsafe code.
fn bytes_of(text: &str) -> Vec<u8> {
    text.chars().map(|char| char as u8).collect()
}

/// An error about a file.
fn failed(ctx: &Ctx<'_>, path: &str, error: &std::io::Error) -> Error {
    Exception::throw_message(ctx, &format!("{path}: {error}"))
}
