//! Whole programs on the engine.

#![expect(clippy::unwrap_used, reason = "a test that cannot run has failed")]

use std::fs;

use camino::Utf8Path;

fn run_with(files: &[(&str, &str)], args: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let path = folder.path().join(files[0].0);
    let args: Vec<_> = args.iter().map(|arg| (*arg).to_owned()).collect();
    let mut printed = Vec::new();
    let code = js_engine::run_module_into(Utf8Path::from_path(&path).unwrap(), &args, &mut printed);
    let root = folder.path().to_str().unwrap().to_owned();
    (code, String::from_utf8(printed).unwrap().replace(&root, ""))
}

fn run(source: &str) -> (i32, String) {
    run_with(&[("main.mjs", source)], &[])
}

fn prints(source: &str, expected: &str) {
    assert_eq!(run(source), (0, expected.to_owned()));
}

#[test]
fn modules_are_found_relative_to_each_other() {
    let files = [
        (
            "a/main.mjs",
            "import { x } from '../b/c.mjs'; console.log(x, import.meta.url);",
        ),
        ("b/c.mjs", "export * from './d.mjs';"),
        ("b/d.mjs", "export const x = 'found';"),
    ];
    let (code, printed) = run_with(&files, &[]);
    assert_eq!((code, printed.as_str()), (0, "found file:///a/main.mjs\n"));
}

#[test]
fn modules_are_imported_dynamically() {
    let files = [
        (
            "main.mjs",
            "const { x } = await import('./' + 'd.mjs'); console.log(x);",
        ),
        ("d.mjs", "export const x = 1;"),
    ];
    assert_eq!(run_with(&files, &[]), (0, "1\n".to_owned()));
}

#[test]
fn promises_come_before_timers_and_timers_by_time() {
    prints(
        "setTimeout(() => console.log('late'), 20);
         setTimeout((x) => console.log('soon', x), 1, 7);
         const stop = setTimeout(() => console.log('never'), 2);
         clearTimeout(stop);
         let n = 0;
         const each = setInterval(() => { if (++n === 3) clearInterval(each); console.log(n); }, 2);
         queueMicrotask(() => console.log('micro'));
         (async () => { await null; console.log('async'); })();
         console.log('first');",
        "first\nmicro\nasync\nsoon 7\n1\n2\n3\nlate\n",
    );
}

#[test]
fn uncaught_errors_end_the_program() {
    assert_eq!(
        run("console.log(1); throw new Error('no');"),
        (1, "1\n".to_owned())
    );
    assert_eq!(run("Promise.reject(new Error('no'));"), (1, String::new()));
    assert_eq!(
        run("setTimeout(() => { throw 1; }, 0);"),
        (1, String::new())
    );
    assert_eq!(run("import './missing.mjs';").0, 1);
    assert_eq!(run("syntax error").0, 1);
    prints("Promise.reject(1).catch((x) => console.log(x));", "1\n");
}

#[test]
fn deep_recursion_is_an_error_that_can_be_caught() {
    prints(
        "const f = (n) => n === 0 ? 0 : 1 + f(n - 1);
         console.log(f(20000));
         try { f(Infinity); } catch (error) { console.log(error instanceof RangeError); }",
        "20000\ntrue\n",
    );
}

#[test]
fn programs_end_when_they_ask_to() {
    assert_eq!(
        run("console.log(1); try { tindra.exit(3); } catch { console.log(2); } for (;;);"),
        (3, "1\n".to_owned())
    );
}

#[test]
fn text_is_encoded_and_decoded() {
    prints(
        "const bytes = new TextEncoder().encode('a\\u00e9\\u{1F600}\\ud800');
         console.log(Array.from(bytes).join());
         console.log(new TextDecoder().decode(bytes));
         try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])); }
         catch (error) { console.log(error instanceof TypeError); }",
        "97,195,169,240,159,152,128,239,191,189\naé😀\u{fffd}\ntrue\n",
    );
}

#[test]
fn the_system_is_reachable() {
    let (code, printed) = run_with(
        &[(
            "main.mjs",
            "const here = import.meta.url.slice(7).replace('/main.mjs', '');
             console.log(tindra.args.join());
             tindra.writeFile(here + '/x.bin', new Uint8Array([0, 255]));
             tindra.writeFile(here + '/y.txt', 'é');
             console.log(Array.from(tindra.readFile(here + '/x.bin')).join());
             console.log(Array.from(tindra.readFile(here + '/y.txt')).join());
             console.log(tindra.readdir(here).join());
             console.log(tindra.isDirectory(here), tindra.isDirectory(here + '/y.txt'));
             try { tindra.readFile(here + '/none'); } catch (error) { console.log(error.message); }
             console.log(typeof process, typeof tindra.cwd());",
        )],
        &["a", "b"],
    );
    assert_eq!(code, 0);
    assert_eq!(
        printed,
        "a,b\n0,255\n195,169\nmain.mjs,x.bin,y.txt\ntrue false\n\
         /none: No such file or directory (os error 2)\nundefined string\n"
    );
}
