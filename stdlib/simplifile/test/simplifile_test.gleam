import gleam/list
import gleam/set
import gleam/string
import gleeunit
import simplifile.{
  type FileInfo, Directory, Eexist, Einval, Enoent, Enotdir, Execute, File,
  FilePermissions, NotUtf8, Other, Read, Symlink, Unknown, Write,
}

pub fn main() -> Nil {
  gleeunit.main()
}

/// Runs a test in a directory of its own.
fn in(name: String, test_: fn(String) -> a) -> Nil {
  let directory = "build/simplifile_test/" <> name
  let assert Ok(Nil) = simplifile.delete_all([directory])
  let assert Ok(Nil) = simplifile.create_directory_all(directory)
  test_(directory <> "/")
  let assert Ok(Nil) = simplifile.delete(directory)
  Nil
}

fn info(path: String) -> FileInfo {
  let assert Ok(info) = simplifile.file_info(path)
  info
}

pub fn write_and_read_test() {
  use dir <- in("write_and_read")
  let path = dir <> "file.txt"
  assert simplifile.read(path) == Error(Enoent)
  assert simplifile.write("wörld ✓", to: path) == Ok(Nil)
  assert simplifile.read(path) == Ok("wörld ✓")
  assert simplifile.write("new", to: path) == Ok(Nil)
  assert simplifile.append(to: path, contents: "er") == Ok(Nil)
  assert simplifile.read(path) == Ok("newer")
  assert simplifile.write(dir <> "none/file.txt", "") == Error(Enoent)
}

pub fn bits_test() {
  use dir <- in("bits")
  let path = dir <> "file"
  assert simplifile.append_bits(path, <<0, 255>>) == Ok(Nil)
  assert simplifile.append_bits(path, <<1>>) == Ok(Nil)
  assert simplifile.read_bits(path) == Ok(<<0, 255, 1>>)
  assert simplifile.read(path) == Error(NotUtf8)
  let assert <<_, slice:bytes>> = <<1, 2, 3>>
  assert simplifile.write_bits(path, slice) == Ok(Nil)
  assert simplifile.read_bits(path) == Ok(<<2, 3>>)
  assert simplifile.write_bits(path, <<1:size(3)>>) == Error(Einval)
}

pub fn create_file_test() {
  use dir <- in("create_file")
  let path = dir <> "file"
  assert simplifile.create_file(path) == Ok(Nil)
  assert simplifile.read(path) == Ok("")
  assert simplifile.create_file(path) == Error(Eexist)
}

pub fn touch_test() {
  use dir <- in("touch")
  let path = dir <> "file"
  assert simplifile.touch(path) == Ok(Nil)
  assert simplifile.write(path, "text") == Ok(Nil)
  assert simplifile.touch(path) == Ok(Nil)
  assert simplifile.read(path) == Ok("text")
  assert info(path).mtime_seconds >= info(path).ctime_seconds - 60
  assert simplifile.touch(dir) == Ok(Nil)
}

pub fn bits_inside_of_others_test() {
  use dir <- in("bits_inside_of_others")
  let path = dir <> "file"
  let assert <<_:size(3), bits:bits>> = <<0:size(3), "text":utf8>>
  assert simplifile.write_bits(to: path, bits:) == Ok(Nil)
  assert simplifile.read(path) == Ok("text")
}

pub fn file_info_test() {
  use dir <- in("file_info")
  let path = dir <> "file"
  assert simplifile.file_info(path) == Error(Enoent)
  assert simplifile.write(path, "12345") == Ok(Nil)
  assert info(path).size == 5
  assert info(path).nlinks == 1
  assert simplifile.file_info_type(info(path)) == File
  assert simplifile.file_info_type(info(dir)) == Directory
  assert simplifile.file_info_type(info("/dev/null")) == Other
}

pub fn types_test() {
  use dir <- in("types")
  let path = dir <> "file"
  let link = dir <> "link"
  assert simplifile.write(path, "") == Ok(Nil)
  assert simplifile.create_symlink(from: link, to: "file") == Ok(Nil)
  assert simplifile.is_file(path) == Ok(True)
  assert simplifile.is_file(link) == Ok(True)
  assert simplifile.is_file(dir) == Ok(False)
  assert simplifile.is_directory(dir) == Ok(True)
  assert simplifile.is_directory(path) == Ok(False)
  assert simplifile.is_symlink(link) == Ok(True)
  assert simplifile.is_symlink(path) == Ok(False)
  use is <- list.each([
    simplifile.is_file,
    simplifile.is_directory,
    simplifile.is_symlink,
  ])
  assert is(dir <> "none") == Ok(False)
  assert is(path <> "/none") == Ok(False)
}

pub fn links_test() {
  use dir <- in("links")
  let path = dir <> "file"
  assert simplifile.write(path, "text") == Ok(Nil)
  assert simplifile.create_symlink(from: dir <> "symlink", to: "file")
    == Ok(Nil)
  assert simplifile.create_link(from: dir <> "link", to: path) == Ok(Nil)
  assert simplifile.read(dir <> "symlink") == Ok("text")
  assert simplifile.read(dir <> "link") == Ok("text")
  assert info(path).nlinks == 2
  assert info(dir <> "link").inode == info(path).inode
  let assert Ok(link) = simplifile.link_info(dir <> "symlink")
  assert simplifile.file_info_type(link) == Symlink
}

pub fn permissions_test() {
  use dir <- in("permissions")
  let path = dir <> "file"
  let permissions =
    FilePermissions(
      user: set.from_list([Read, Write, Execute]),
      group: set.from_list([Read, Execute]),
      other: set.new(),
    )
  assert simplifile.file_permissions_to_octal(permissions) == 0o750
  assert simplifile.write(path, "") == Ok(Nil)
  assert simplifile.set_permissions(path, permissions) == Ok(Nil)
  assert simplifile.file_info_permissions_octal(info(path)) == 0o750
  assert simplifile.file_info_permissions(info(path)) == permissions
  assert simplifile.set_permissions_octal(path, 0o604) == Ok(Nil)
  assert simplifile.file_info_permissions_octal(info(path)) == 0o604
}

pub fn copy_file_test() {
  use dir <- in("copy_file")
  assert simplifile.write(dir <> "a", "text") == Ok(Nil)
  assert simplifile.set_permissions_octal(dir <> "a", 0o755) == Ok(Nil)
  assert simplifile.copy(dir <> "a", dir <> "b") == Ok(Nil)
  assert simplifile.read(dir <> "a") == Ok("text")
  assert simplifile.read(dir <> "b") == Ok("text")
  assert simplifile.file_info_permissions_octal(info(dir <> "b")) == 0o755
  assert simplifile.copy_file(dir <> "none", dir <> "b") == Error(Enoent)
}

pub fn rename_test() {
  use dir <- in("rename")
  assert simplifile.write(dir <> "a", "text") == Ok(Nil)
  assert simplifile.rename(dir <> "a", dir <> "b") == Ok(Nil)
  assert simplifile.is_file(dir <> "a") == Ok(False)
  assert simplifile.read(dir <> "b") == Ok("text")
  assert simplifile.rename(dir <> "a", dir <> "b") == Error(Enoent)
  assert simplifile.create_directory(dir <> "c") == Ok(Nil)
  assert simplifile.rename_file(dir <> "b", dir <> "c/b") == Ok(Nil)
  assert simplifile.rename_directory(dir <> "c", dir <> "d") == Ok(Nil)
  assert simplifile.read(dir <> "d/b") == Ok("text")
}

/// Makes directories and files, whose text is their path.
fn make_tree(dir: String) -> Nil {
  let assert Ok(Nil) = simplifile.create_directory_all(dir <> "a/b/c")
  use path <- list.each(["file1", "a/file2", "a/b/file3"])
  let assert Ok(Nil) = simplifile.write(dir <> path, path)
}

pub fn directories_test() {
  use dir <- in("directories")
  make_tree(dir)
  assert simplifile.read_directory(dir) == Ok(["a", "file1"])
  assert simplifile.read_directory(dir <> "a/b/c") == Ok([])
  assert simplifile.read_directory(dir <> "none") == Error(Enoent)
  assert simplifile.create_directory(dir <> "a") == Error(Eexist)
  assert simplifile.create_directory(dir <> "x/y") == Error(Enoent)
  assert simplifile.create_directory_all(dir <> "a/b") == Ok(Nil)
  assert simplifile.create_directory_all(dir <> "file1/b") == Error(Enotdir)
}

pub fn names_test() {
  use dir <- in("names")
  use name <- list.each(["wörld ✓", " ", "-", "a\"b"])
  assert simplifile.write(dir <> name, "") == Ok(Nil)
  let assert Ok(names) = simplifile.read_directory(dir)
  assert list.contains(names, name)
}

pub fn get_files_test() {
  use dir <- in("get_files")
  make_tree(dir)
  assert simplifile.create_symlink(from: dir <> "lost", to: "none") == Ok(Nil)
  assert simplifile.get_files(dir)
    == Ok([dir <> "a/b/file3", dir <> "a/file2", dir <> "file1"])
  assert simplifile.get_files(dir <> "none") == Error(Enoent)
}

pub fn copy_directory_test() {
  use dir <- in("copy_directory")
  let from = dir <> "from/"
  let to = dir <> "to/"
  let assert Ok(Nil) = simplifile.create_directory(from)
  make_tree(from)
  assert simplifile.copy(from, to) == Ok(Nil)
  assert simplifile.get_files(to)
    == Ok([to <> "a/b/file3", to <> "a/file2", to <> "file1"])
  assert simplifile.read(to <> "a/file2") == Ok("a/file2")
  assert simplifile.is_directory(to <> "a/b/c") == Ok(True)
}

pub fn copy_directory_into_another_test() {
  use dir <- in("copy_directory_into_another")
  let from = dir <> "from/"
  let to = dir <> "to/"
  let assert Ok(Nil) = simplifile.create_directory(from)
  let assert Ok(Nil) = simplifile.create_directory(to)
  let assert Ok(Nil) = simplifile.write(from <> "both", "new")
  let assert Ok(Nil) = simplifile.write(to <> "both", "old")
  let assert Ok(Nil) = simplifile.write(to <> "stays", "stays")
  assert simplifile.copy_directory(at: from, to: to) == Ok(Nil)
  assert simplifile.read(to <> "both") == Ok("new")
  assert simplifile.read(to <> "stays") == Ok("stays")
  assert simplifile.read(from <> "both") == Ok("new")
  assert simplifile.copy_directory(at: dir <> "none", to: to) == Error(Enoent)
}

pub fn delete_test() {
  use dir <- in("delete")
  make_tree(dir)
  assert simplifile.create_symlink(from: dir <> "a/link", to: "../file1")
    == Ok(Nil)
  assert simplifile.delete(dir <> "a") == Ok(Nil)
  assert simplifile.is_directory(dir <> "a") == Ok(False)
  assert simplifile.is_file(dir <> "file1") == Ok(True)
  assert simplifile.delete(dir <> "a") == Error(Enoent)
  assert simplifile.delete_file(dir <> "file1") == Ok(Nil)
  assert simplifile.delete_all([dir <> "file1", dir <> "a"]) == Ok(Nil)
  assert simplifile.read_directory(dir) == Ok([])
}

pub fn delete_does_not_follow_links_test() {
  use dir <- in("delete_link")
  make_tree(dir)
  assert simplifile.create_symlink(from: dir <> "link", to: "a") == Ok(Nil)
  assert simplifile.delete(dir <> "link") == Ok(Nil)
  assert simplifile.read(dir <> "a/file2") == Ok("a/file2")
}

pub fn clear_directory_test() {
  use dir <- in("clear_directory")
  make_tree(dir)
  assert simplifile.clear_directory(dir) == Ok(Nil)
  assert simplifile.read_directory(dir) == Ok([])
}

pub fn resolve_test() {
  let assert Ok(here) = simplifile.current_directory()
  assert string.starts_with(here, "/")
  assert simplifile.resolve("a/../b/./c") == Ok(here <> "/b/c")
  assert simplifile.resolve(".") == Ok(here)
  assert simplifile.resolve("/a/../b") == Ok("/b")
  assert simplifile.resolve("/../b") == Error(Einval)
}

pub fn describe_error_test() {
  assert simplifile.describe_error(Enoent) == "No such file or directory"
  assert simplifile.describe_error(Unknown("strange"))
    == "Unknown error: strange"
}
