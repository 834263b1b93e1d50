//! Every construct: from source to the printed form, which must also be sound.

mod common;

use std::collections::BTreeMap;
use std::fs;

use common::lowered;
use ir::node::Target;
use ir::print::print;
use ir::verify::verify;

#[test]
fn pages() {
    let mut pages = BTreeMap::new();
    for file in fs::read_dir("tests/pages").expect("pages are beside this file") {
        let path = file.expect("a page").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "gleam")
        {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            pages.insert(name, fs::read_to_string(path).expect("a page is text"));
        }
    }
    assert!(pages.len() > 5, "the pages are gone");
    for (name, text) in pages {
        let erlang = lowered(&text, Target::Erlang);
        assert_eq!(verify(&erlang), Vec::<String>::new(), "{name}");
        let javascript = lowered(&text, Target::JavaScript);
        assert_eq!(verify(&javascript), Vec::<String>::new(), "{name}");
        let (erlang, javascript) = (print(&erlang), print(&javascript));
        let erlang_body = erlang.lines().skip(1);
        insta::assert_snapshot!(name.clone(), erlang);
        if !erlang_body.eq(javascript.lines().skip(1)) {
            insta::assert_snapshot!(format!("{name}_javascript"), javascript);
        }
    }
}
