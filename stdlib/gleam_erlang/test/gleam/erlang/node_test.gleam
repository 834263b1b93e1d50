import gleam/erlang/atom
import gleam/erlang/node

pub fn self_test() {
  assert node.name(node.self()) == atom.create("nonode@nohost")
}

pub fn visible_test() {
  assert node.visible() == []
}

pub fn connect_test() {
  assert node.connect(atom.create("nobody@localhost"))
    == Error(node.LocalNodeIsNotAlive)
}
