use std::io::Read;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.len() > 2 {
        for entry in std::fs::read_dir(&args[1]).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let out = match format::format(source::FileId(0), &text) {
                Ok(t) => t,
                Err(e) => format!("ERR {e:?}"),
            };
            std::fs::write(
                std::path::Path::new(&args[2]).join(path.file_name().unwrap()),
                out,
            )
            .unwrap();
        }
        return;
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    match format::format(source::FileId(0), &text) {
        Ok(t) => print!("{t}"),
        Err(e) => println!("{e:?}"),
    }
}
