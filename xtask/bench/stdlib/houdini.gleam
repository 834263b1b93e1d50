import support/data
import gleam/string
import houdini

pub fn escape_none() {
  let text = data.text(20)
  fn() { houdini.escape(text) }
}

pub fn escape_html() {
  let text = string.repeat("<a href=\"x\">Tom & Jerry's</a>", 50)
  fn() { houdini.escape(text) }
}

pub fn escape_short() {
  fn() { houdini.escape("wibble") }
}

pub fn escape_wide() {
  let text = data.wide(20)
  fn() { houdini.escape(text) }
}
