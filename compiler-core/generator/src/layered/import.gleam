
/// What another module makes of its own shape.
pub fn through_{{alias}}(name: String) -> String {
  let shape = {{alias}}.Rectangle0(tag: 1, width: 2.0, height: {{alias}}.area0({{alias}}.unit0))
  let table = {{alias}}.table0([shape, {{alias}}.grow0({{alias}}.unit0, by: 2.0)])
  case dict.get(table, name) {
    Ok({{alias}}.Circle0(tag:, ..)) -> base.show(base.new(tag))
    Ok(other) -> {{alias}}.describe0(other)
    Error(Nil) -> int.to_string({{alias}}.sum0({{alias}}.absolute0(-2)))
  }
}
