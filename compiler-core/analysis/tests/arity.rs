//! How many parameters functions may have.

#[expect(dead_code, reason = "other tests look at types")]
mod support;

use report::Severity;
use support::{Module, World};

/// The errors of a module.
fn errors(text: &str, options: &[&str]) -> String {
    let mut world = World::default();
    world.check(Module {
        name: "page".to_owned(),
        text: text.to_owned(),
        options: options.iter().map(|it| (*it).to_owned()).collect(),
    });
    world.problems(Severity::Error)
}

fn listed(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(", ")
}

/// Programs in which something has `count` parameters.
fn programs(count: usize) -> [(&'static str, String); 3] {
    let params = listed(count, |i| format!("_p{i}"));
    let fields = listed(count, |_| "Int".to_owned());
    [
        ("fn f(", format!("pub fn f({params}) {{ 1 }}")),
        ("fn(", format!("pub fn f() {{ fn({params}) {{ 1 }} }}")),
        (
            "Big",
            format!("pub type Big {{ Big({fields}) }}\npub fn f() {{ Big }}"),
        ),
    ]
}

#[test]
fn functions_have_at_most_255_parameters_on_erlang() {
    for (place, text) in programs(256) {
        let found = errors(&text, &[]);
        assert!(found.starts_with("T0279 Too many parameters\n"), "{found}");
        assert!(found.contains("256 parameters"), "{found}");
        assert!(found.contains(place), "{found}");
        assert_eq!(errors(&text, &["javascript"]), "");
    }
    for (_, text) in programs(255) {
        assert_eq!(errors(&text, &[]), "");
    }
}

#[test]
fn records_have_any_number_of_fields() {
    let fields = listed(300, |_| "Int".to_owned());
    let values = listed(300, |i| i.to_string());
    let text = format!("pub type Big {{ Big({fields}) }}\npub fn f() {{ Big({values}) }}");
    assert_eq!(errors(&text, &[]), "");
}
