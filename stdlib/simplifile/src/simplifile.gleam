//// Working with files and directories, on Erlang and on the servers of
//// JavaScript.
////
//// Paths are relative to the directory that the program was started in, and
//// have `/` between their segments. Nothing here keeps a file open: each
//// function does its work and is done.

import filepath
import gleam/bit_array
import gleam/bool
import gleam/int
import gleam/list
import gleam/result
import gleam/set.{type Set}

/// Why something could not be done, in the names that operating systems have for
/// it.
pub type FileError {
  /// Permission denied.
  Eacces
  /// Resource temporarily unavailable.
  Eagain
  /// Bad file descriptor.
  Ebadf
  /// Bad message.
  Ebadmsg
  /// Device or resource busy.
  Ebusy
  /// Resource deadlock avoided.
  Edeadlk
  /// Resource deadlock avoided.
  Edeadlock
  /// Disk quota exceeded.
  Edquot
  /// It exists already.
  Eexist
  /// Bad address.
  Efault
  /// File too large.
  Efbig
  /// Inappropriate type of file.
  Eftype
  /// Interrupted by a signal.
  Eintr
  /// Invalid argument.
  Einval
  /// Input or output error.
  Eio
  /// It is a directory.
  Eisdir
  /// Too many levels of symbolic links.
  Eloop
  /// Too many open files in the program.
  Emfile
  /// Too many links.
  Emlink
  /// Multihop attempted.
  Emultihop
  /// File name too long.
  Enametoolong
  /// Too many open files in the system.
  Enfile
  /// No buffer space available.
  Enobufs
  /// No such device.
  Enodev
  /// No locks available.
  Enolck
  /// Link has been severed.
  Enolink
  /// No such file or directory.
  Enoent
  /// Out of memory.
  Enomem
  /// No space left on the device.
  Enospc
  /// No stream resources.
  Enosr
  /// Not a stream.
  Enostr
  /// Function not implemented.
  Enosys
  /// Not a block device.
  Enotblk
  /// Not a directory.
  Enotdir
  /// Operation not supported.
  Enotsup
  /// No such device or address.
  Enxio
  /// Operation not supported on a socket.
  Eopnotsupp
  /// Value too large for its type.
  Eoverflow
  /// Operation not permitted.
  Eperm
  /// Broken pipe.
  Epipe
  /// Result too large.
  Erange
  /// Read-only file system.
  Erofs
  /// Illegal seek.
  Espipe
  /// No such process.
  Esrch
  /// Stale file handle.
  Estale
  /// The file is a program that runs.
  Etxtbsy
  /// Link across devices.
  Exdev
  /// The file is not text in UTF-8.
  NotUtf8
  /// An error that has no name here, with what the platform calls it.
  Unknown(inner: String)
}

/// Describes an error in English, in the words of BSD systems.
///
/// ```gleam
/// assert simplifile.describe_error(simplifile.Enoent)
///   == "No such file or directory"
/// ```
pub fn describe_error(error: FileError) -> String {
  case error {
    Eacces -> "Permission denied"
    Eagain -> "Resource temporarily unavailable"
    Ebadf -> "Bad file descriptor"
    Ebadmsg -> "Bad message"
    Ebusy -> "Resource busy"
    Edeadlk -> "Resource deadlock avoided"
    Edeadlock -> "Resource deadlock avoided"
    Edquot -> "Disc quota exceeded"
    Eexist -> "File exists"
    Efault -> "Bad address"
    Efbig -> "File too large"
    Eftype -> "Inappropriate file type or format"
    Eintr -> "Interrupted system call"
    Einval -> "Invalid argument"
    Eio -> "Input/output error"
    Eisdir -> "Is a directory"
    Eloop -> "Too many levels of symbolic links"
    Emfile -> "Too many open files"
    Emlink -> "Too many links"
    Emultihop -> "Multihop attempted"
    Enametoolong -> "File name too long"
    Enfile -> "Too many open files in system"
    Enobufs -> "No buffer space available"
    Enodev -> "Operation not supported by device"
    Enolck -> "No locks available"
    Enolink -> "Link has been severed"
    Enoent -> "No such file or directory"
    Enomem -> "Cannot allocate memory"
    Enospc -> "No space left on device"
    Enosr -> "No STREAM resources"
    Enostr -> "Not a STREAM"
    Enosys -> "Function not implemented"
    Enotblk -> "Block device required"
    Enotdir -> "Not a directory"
    Enotsup -> "Operation not supported"
    Enxio -> "Device not configured"
    Eopnotsupp -> "Operation not supported on socket"
    Eoverflow -> "Value too large to be stored in data type"
    Eperm -> "Operation not permitted"
    Epipe -> "Broken pipe"
    Erange -> "Result too large"
    Erofs -> "Read-only file system"
    Espipe -> "Illegal seek"
    Esrch -> "No such process"
    Estale -> "Stale NFS file handle"
    Etxtbsy -> "Text file busy"
    Exdev -> "Cross-device link"
    NotUtf8 -> "File not UTF-8 encoded"
    Unknown(inner:) -> "Unknown error: " <> inner
  }
}

// What is at a path

/// What the operating system knows of a file or a directory.
pub type FileInfo {
  FileInfo(
    /// The size in bytes.
    size: Int,
    /// The type and the permissions, see `file_info_type` and
    /// `file_info_permissions`.
    mode: Int,
    /// The number of hard links to it.
    nlinks: Int,
    /// Its number within the file system.
    inode: Int,
    /// The number of the user it belongs to.
    user_id: Int,
    /// The number of the group it belongs to.
    group_id: Int,
    /// The number of the device it is on.
    dev: Int,
    /// When it was last read, in seconds since the Unix epoch.
    atime_seconds: Int,
    /// When it was last written, in seconds since the Unix epoch.
    mtime_seconds: Int,
    /// When its properties last changed, in seconds since the Unix epoch.
    ctime_seconds: Int,
  )
}

/// What can be at a path.
pub type FileType {
  File
  Directory
  Symlink
  /// Such as a socket or a device.
  Other
}

/// The information on what is at a path. For a symbolic link it is that on what
/// the link leads to.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("info.txt", "12345")
/// let assert Ok(info) = simplifile.file_info("info.txt")
/// assert info.size == 5
/// let assert Ok(Nil) = simplifile.delete("info.txt")
/// ```
@external(erlang, "simplifile_ffi", "file_info")
@external(javascript, "./simplifile_ffi.mjs", "fileInfo")
pub fn file_info(filepath: String) -> Result(FileInfo, FileError)

/// The information on what is at a path. For a symbolic link it is that on the
/// link itself.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_symlink(to: "nowhere", from: "loose")
/// let assert Ok(info) = simplifile.link_info("loose")
/// assert simplifile.file_info_type(info) == simplifile.Symlink
/// assert simplifile.file_info("loose") == Error(simplifile.Enoent)
/// let assert Ok(Nil) = simplifile.delete("loose")
/// ```
@external(erlang, "simplifile_ffi", "link_info")
@external(javascript, "./simplifile_ffi.mjs", "linkInfo")
pub fn link_info(filepath: String) -> Result(FileInfo, FileError)

/// What the information is about.
///
/// ```gleam
/// let assert Ok(info) = simplifile.file_info(".")
/// assert simplifile.file_info_type(info) == simplifile.Directory
/// ```
pub fn file_info_type(from file_info: FileInfo) -> FileType {
  case int.bitwise_and(file_info.mode, 0o170000) {
    0o100000 -> File
    0o040000 -> Directory
    0o120000 -> Symlink
    _ -> Other
  }
}

/// Whether there is a directory at a path. Symbolic links are followed.
///
/// ```gleam
/// assert simplifile.is_directory(".") == Ok(True)
/// assert simplifile.is_directory("not there") == Ok(False)
/// ```
pub fn is_directory(filepath: String) -> Result(Bool, FileError) {
  is_type(file_info(filepath), Directory)
}

/// Whether there is a file at a path. Symbolic links are followed.
///
/// ```gleam
/// assert simplifile.is_file(".") == Ok(False)
/// assert simplifile.is_file("not there") == Ok(False)
/// ```
pub fn is_file(filepath: String) -> Result(Bool, FileError) {
  is_type(file_info(filepath), File)
}

/// Whether there is a symbolic link at a path.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_symlink(to: "nowhere", from: "sign")
/// assert simplifile.is_symlink("sign") == Ok(True)
/// let assert Ok(Nil) = simplifile.delete("sign")
/// ```
pub fn is_symlink(filepath: String) -> Result(Bool, FileError) {
  is_type(link_info(filepath), Symlink)
}

fn is_type(
  info: Result(FileInfo, FileError),
  expected: FileType,
) -> Result(Bool, FileError) {
  case info {
    Ok(info) -> Ok(file_info_type(info) == expected)
    Error(Enoent) | Error(Enotdir) -> Ok(False)
    Error(error) -> Error(error)
  }
}

// Permissions

/// What somebody may do with a file.
pub type Permission {
  Read
  Write
  Execute
}

/// What everybody may do with a file.
pub type FilePermissions {
  FilePermissions(
    user: Set(Permission),
    group: Set(Permission),
    other: Set(Permission),
  )
}

/// The number that stands for permissions, which is mostly written in base 8.
///
/// ```gleam
/// let permissions =
///   simplifile.FilePermissions(
///     user: set.from_list([simplifile.Read, simplifile.Write]),
///     group: set.from_list([simplifile.Read]),
///     other: set.new(),
///   )
/// assert simplifile.file_permissions_to_octal(permissions) == 0o640
/// ```
pub fn file_permissions_to_octal(permissions: FilePermissions) -> Int {
  digit(permissions.user)
  * 0o100
  + digit(permissions.group)
  * 0o10
  + digit(permissions.other)
}

fn digit(permissions: Set(Permission)) -> Int {
  use sum, permission <- set.fold(permissions, 0)
  case permission {
    Read -> sum + 0o4
    Write -> sum + 0o2
    Execute -> sum + 0o1
  }
}

/// The number that stands for the permissions, which is mostly written in base 8.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_file("octal.txt")
/// let assert Ok(Nil) = simplifile.set_permissions_octal("octal.txt", to: 0o644)
/// let assert Ok(info) = simplifile.file_info("octal.txt")
/// assert simplifile.file_info_permissions_octal(info) == 0o644
/// let assert Ok(Nil) = simplifile.delete("octal.txt")
/// ```
pub fn file_info_permissions_octal(from file_info: FileInfo) -> Int {
  int.bitwise_and(file_info.mode, 0o777)
}

/// What everybody may do with the file.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_file("mine.txt")
/// let assert Ok(Nil) = simplifile.set_permissions_octal("mine.txt", to: 0o600)
/// let assert Ok(info) = simplifile.file_info("mine.txt")
/// assert simplifile.file_info_permissions(info)
///   == simplifile.FilePermissions(
///     user: set.from_list([simplifile.Read, simplifile.Write]),
///     group: set.new(),
///     other: set.new(),
///   )
/// let assert Ok(Nil) = simplifile.delete("mine.txt")
/// ```
pub fn file_info_permissions(from file_info: FileInfo) -> FilePermissions {
  let octal = file_info_permissions_octal(file_info)
  FilePermissions(
    user: permissions(octal / 0o100),
    group: permissions(octal / 0o10 % 0o10),
    other: permissions(octal % 0o10),
  )
}

fn permissions(digit: Int) -> Set(Permission) {
  [#(0o4, Read), #(0o2, Write), #(0o1, Execute)]
  |> list.filter(fn(pair) { int.bitwise_and(digit, pair.0) != 0 })
  |> list.map(fn(pair) { pair.1 })
  |> set.from_list
}

/// Sets what everybody may do with a file.
///
/// ```gleam
/// let all = set.from_list([simplifile.Read, simplifile.Write])
/// let permissions = simplifile.FilePermissions(user: all, group: all, other: all)
/// let assert Ok(Nil) = simplifile.create_file("ours.txt")
/// let assert Ok(Nil) = simplifile.set_permissions("ours.txt", to: permissions)
/// let assert Ok(info) = simplifile.file_info("ours.txt")
/// assert simplifile.file_info_permissions(info) == permissions
/// let assert Ok(Nil) = simplifile.delete("ours.txt")
/// ```
pub fn set_permissions(
  for_file_at filepath: String,
  to permissions: FilePermissions,
) -> Result(Nil, FileError) {
  set_permissions_octal(filepath, file_permissions_to_octal(permissions))
}

/// Sets the permissions by the number that stands for them.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_file("run.sh")
/// let assert Ok(Nil) = simplifile.set_permissions_octal("run.sh", to: 0o755)
/// let assert Ok(info) = simplifile.file_info("run.sh")
/// assert simplifile.file_info_permissions_octal(info) == 0o755
/// let assert Ok(Nil) = simplifile.delete("run.sh")
/// ```
@external(erlang, "simplifile_ffi", "set_permissions")
@external(javascript, "./simplifile_ffi.mjs", "setPermissions")
pub fn set_permissions_octal(
  for_file_at filepath: String,
  to permissions: Int,
) -> Result(Nil, FileError)

// Files

/// Reads the text of a file.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("read.txt", "Hello!")
/// assert simplifile.read("read.txt") == Ok("Hello!")
/// let assert Ok(Nil) = simplifile.delete("read.txt")
/// assert simplifile.read("read.txt") == Error(simplifile.Enoent)
/// ```
pub fn read(from filepath: String) -> Result(String, FileError) {
  use bits <- result.try(read_bits(filepath))
  bit_array.to_string(bits)
  |> result.replace_error(NotUtf8)
}

/// Reads the bytes of a file.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write_bits("read.bin", <<255, 0>>)
/// assert simplifile.read_bits("read.bin") == Ok(<<255, 0>>)
/// assert simplifile.read("read.bin") == Error(simplifile.NotUtf8)
/// let assert Ok(Nil) = simplifile.delete("read.bin")
/// ```
@external(erlang, "simplifile_ffi", "read_bits")
@external(javascript, "./simplifile_ffi.mjs", "readBits")
pub fn read_bits(from filepath: String) -> Result(BitArray, FileError)

/// Writes text to a file, which is created or takes the place of the old one.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write(to: "write.txt", contents: "one")
/// let assert Ok(Nil) = simplifile.write(to: "write.txt", contents: "two")
/// assert simplifile.read("write.txt") == Ok("two")
/// let assert Ok(Nil) = simplifile.delete("write.txt")
/// ```
pub fn write(
  to filepath: String,
  contents contents: String,
) -> Result(Nil, FileError) {
  write_bits(filepath, bit_array.from_string(contents))
}

/// Writes bytes to a file, which is created or takes the place of the old one.
/// The bits have to be whole bytes.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write_bits(to: "write.bin", bits: <<1, 2, 3>>)
/// assert simplifile.read_bits("write.bin") == Ok(<<1, 2, 3>>)
/// let assert Ok(Nil) = simplifile.delete("write.bin")
/// ```
@external(erlang, "simplifile_ffi", "write_bits")
@external(javascript, "./simplifile_ffi.mjs", "writeBits")
pub fn write_bits(
  to filepath: String,
  bits bits: BitArray,
) -> Result(Nil, FileError)

/// Writes text at the end of a file, which is created if there is none.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.append(to: "append.txt", contents: "one")
/// let assert Ok(Nil) = simplifile.append(to: "append.txt", contents: " two")
/// assert simplifile.read("append.txt") == Ok("one two")
/// let assert Ok(Nil) = simplifile.delete("append.txt")
/// ```
pub fn append(
  to filepath: String,
  contents contents: String,
) -> Result(Nil, FileError) {
  append_bits(filepath, bit_array.from_string(contents))
}

/// Writes bytes at the end of a file, which is created if there is none. The
/// bits have to be whole bytes.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.append_bits(to: "append.bin", bits: <<1>>)
/// let assert Ok(Nil) = simplifile.append_bits(to: "append.bin", bits: <<2>>)
/// assert simplifile.read_bits("append.bin") == Ok(<<1, 2>>)
/// let assert Ok(Nil) = simplifile.delete("append.bin")
/// ```
@external(erlang, "simplifile_ffi", "append_bits")
@external(javascript, "./simplifile_ffi.mjs", "appendBits")
pub fn append_bits(
  to filepath: String,
  bits bits: BitArray,
) -> Result(Nil, FileError)

/// Creates an empty file. It is an error when there is something at the path.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_file("new.txt")
/// assert simplifile.create_file("new.txt") == Error(simplifile.Eexist)
/// let assert Ok(Nil) = simplifile.delete("new.txt")
/// ```
@external(erlang, "simplifile_ffi", "create_file")
@external(javascript, "./simplifile_ffi.mjs", "createFile")
pub fn create_file(at filepath: String) -> Result(Nil, FileError)

/// Sets the time a file was last written to this moment, or creates it empty.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.touch("touched.txt")
/// let assert Ok(Nil) = simplifile.touch("touched.txt")
/// assert simplifile.read("touched.txt") == Ok("")
/// let assert Ok(Nil) = simplifile.delete("touched.txt")
/// ```
@external(erlang, "simplifile_ffi", "touch")
@external(javascript, "./simplifile_ffi.mjs", "touch")
pub fn touch(at filepath: String) -> Result(Nil, FileError)

/// Deletes a file or a symbolic link.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_file("old.txt")
/// assert simplifile.delete_file("old.txt") == Ok(Nil)
/// assert simplifile.delete_file("old.txt") == Error(simplifile.Enoent)
/// ```
@external(erlang, "simplifile_ffi", "delete_file")
@external(javascript, "./simplifile_ffi.mjs", "deleteFile")
pub fn delete_file(at filepath: String) -> Result(Nil, FileError)

/// Deletes a file, or a directory and all that is in it. Symbolic links are
/// deleted and not followed.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory("delete")
/// let assert Ok(Nil) = simplifile.create_file("delete/inner.txt")
/// assert simplifile.delete("delete") == Ok(Nil)
/// assert simplifile.is_directory("delete") == Ok(False)
/// ```
pub fn delete(file_or_dir_at path: String) -> Result(Nil, FileError) {
  use info <- result.try(link_info(path))
  case file_info_type(info) {
    Directory -> {
      use Nil <- result.try(clear_directory(path))
      delete_empty_directory(path)
    }
    _ -> delete_file(path)
  }
}

/// Deletes files and directories, up to the first error. It is no error when
/// one is not there.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_file("spare.txt")
/// assert simplifile.delete_all(["spare.txt", "not there"]) == Ok(Nil)
/// assert simplifile.is_file("spare.txt") == Ok(False)
/// ```
pub fn delete_all(paths paths: List(String)) -> Result(Nil, FileError) {
  use path <- list.try_each(paths)
  case delete(path) {
    Error(Enoent) -> Ok(Nil)
    outcome -> outcome
  }
}

/// Copies a file, or a directory and all that is in it.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("copy.txt", "same")
/// let assert Ok(Nil) = simplifile.copy("copy.txt", "copied.txt")
/// assert simplifile.read("copied.txt") == Ok("same")
/// let assert Ok(Nil) = simplifile.delete_all(["copy.txt", "copied.txt"])
/// ```
pub fn copy(src src: String, dest dest: String) -> Result(Nil, FileError) {
  use is_directory <- result.try(is_directory(src))
  case is_directory {
    True -> copy_directory(src, dest)
    False -> copy_file(src, dest)
  }
}

/// Copies a file. A file at the other path is replaced.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("source.txt", "same")
/// let assert Ok(Nil) = simplifile.copy_file(at: "source.txt", to: "result.txt")
/// assert simplifile.read("result.txt") == Ok("same")
/// let assert Ok(Nil) = simplifile.delete_all(["source.txt", "result.txt"])
/// ```
@external(erlang, "simplifile_ffi", "copy_file")
@external(javascript, "./simplifile_ffi.mjs", "copyFile")
pub fn copy_file(at src: String, to dest: String) -> Result(Nil, FileError)

/// Gives a file or a directory another path. A file at that path is replaced.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("before.txt", "same")
/// let assert Ok(Nil) = simplifile.rename(at: "before.txt", to: "after.txt")
/// assert simplifile.is_file("before.txt") == Ok(False)
/// assert simplifile.read("after.txt") == Ok("same")
/// let assert Ok(Nil) = simplifile.delete("after.txt")
/// ```
@external(erlang, "simplifile_ffi", "rename")
@external(javascript, "./simplifile_ffi.mjs", "rename")
pub fn rename(at src: String, to dest: String) -> Result(Nil, FileError)

/// Gives a file another path. The same as `rename`, which prefer.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("draft.txt", "same")
/// let assert Ok(Nil) = simplifile.rename_file(at: "draft.txt", to: "final.txt")
/// assert simplifile.read("final.txt") == Ok("same")
/// let assert Ok(Nil) = simplifile.delete("final.txt")
/// ```
pub fn rename_file(at src: String, to dest: String) -> Result(Nil, FileError) {
  rename(src, dest)
}

// Links

/// Creates a symbolic link at the path `from`, which leads to `to`.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("aim.txt", "aim")
/// let assert Ok(Nil) = simplifile.create_symlink(to: "aim.txt", from: "soft")
/// assert simplifile.read("soft") == Ok("aim")
/// let assert Ok(Nil) = simplifile.delete_all(["aim.txt", "soft"])
/// ```
@external(erlang, "simplifile_ffi", "create_symlink")
@external(javascript, "./simplifile_ffi.mjs", "createSymlink")
pub fn create_symlink(
  to target: String,
  from symlink: String,
) -> Result(Nil, FileError)

/// Creates a hard link at the path `from`, to the file that is at `to`.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.write("first.txt", "one")
/// let assert Ok(Nil) = simplifile.create_link(to: "first.txt", from: "second.txt")
/// let assert Ok(Nil) = simplifile.write("first.txt", "two")
/// assert simplifile.read("second.txt") == Ok("two")
/// let assert Ok(Nil) = simplifile.delete_all(["first.txt", "second.txt"])
/// ```
@external(erlang, "simplifile_ffi", "create_link")
@external(javascript, "./simplifile_ffi.mjs", "createLink")
pub fn create_link(
  to target: String,
  from link: String,
) -> Result(Nil, FileError)

// Directories

/// The directory that paths are relative to.
///
/// ```gleam
/// let assert Ok(directory) = simplifile.current_directory()
/// assert simplifile.is_directory(directory) == Ok(True)
/// ```
@external(erlang, "simplifile_ffi", "current_directory")
@external(javascript, "./simplifile_ffi.mjs", "currentDirectory")
pub fn current_directory() -> Result(String, FileError)

/// The path from the root that leads to the same place, without `.` and `..`.
/// Nothing has to be there, and symbolic links are not followed. It is an error
/// when the path leads above the root.
///
/// ```gleam
/// assert simplifile.resolve("/usr/local/../bin/.") == Ok("/usr/bin")
/// assert simplifile.resolve("/..") == Error(simplifile.Einval)
/// ```
pub fn resolve(path path: String) -> Result(String, FileError) {
  let absolute = case filepath.is_absolute(path) {
    True -> Ok(path)
    False -> result.map(current_directory(), filepath.join(_, path))
  }
  use absolute <- result.try(absolute)
  filepath.expand(absolute)
  |> result.replace_error(Einval)
}

/// Creates a directory. It is an error when there is something at the path.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory("empty")
/// assert simplifile.create_directory("empty") == Error(simplifile.Eexist)
/// let assert Ok(Nil) = simplifile.delete("empty")
/// ```
@external(erlang, "simplifile_ffi", "create_directory")
@external(javascript, "./simplifile_ffi.mjs", "createDirectory")
pub fn create_directory(filepath: String) -> Result(Nil, FileError)

/// Creates a directory and those that it is in, as far as they are not there.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory_all("outer/middle/inner")
/// assert simplifile.is_directory("outer/middle/inner") == Ok(True)
/// let assert Ok(Nil) = simplifile.delete("outer")
/// ```
pub fn create_directory_all(dirpath: String) -> Result(Nil, FileError) {
  use exists <- result.try(is_directory(dirpath))
  use <- bool.guard(when: exists || dirpath == "", return: Ok(Nil))
  use Nil <- result.try(create_directory_all(filepath.directory_name(dirpath)))
  case create_directory(dirpath), is_directory(dirpath) {
    // Somebody else was faster.
    Error(Eexist), Ok(True) -> Ok(Nil)
    Error(Eexist), _ -> Error(Enotdir)
    outcome, _ -> outcome
  }
}

/// The names of what is in a directory, in the order of the alphabet.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory("names")
/// let assert Ok(Nil) = simplifile.create_file("names/b.txt")
/// let assert Ok(Nil) = simplifile.create_file("names/a.txt")
/// assert simplifile.read_directory("names") == Ok(["a.txt", "b.txt"])
/// let assert Ok(Nil) = simplifile.delete("names")
/// ```
@external(erlang, "simplifile_ffi", "read_directory")
@external(javascript, "./simplifile_ffi.mjs", "readDirectory")
pub fn read_directory(at path: String) -> Result(List(String), FileError)

/// The paths of all files in a directory and the directories in it. Symbolic
/// links to files count, those to directories are followed.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory_all("tree/branch")
/// let assert Ok(Nil) = simplifile.create_file("tree/branch/leaf.txt")
/// assert simplifile.get_files(in: "tree") == Ok(["tree/branch/leaf.txt"])
/// let assert Ok(Nil) = simplifile.delete("tree")
/// ```
pub fn get_files(in directory: String) -> Result(List(String), FileError) {
  use names <- result.try(read_directory(directory))
  list.try_fold(names, [], fn(found, name) {
    let path = filepath.join(directory, name)
    use info <- result.try(case file_info(path) {
      // A link that leads nowhere.
      Error(Enoent) -> link_info(path)
      info -> info
    })
    case file_info_type(info) {
      File -> Ok([[path], ..found])
      Directory -> {
        use paths <- result.map(get_files(path))
        [paths, ..found]
      }
      Symlink | Other -> Ok(found)
    }
  })
  |> result.map(fn(found) { list.flatten(list.reverse(found)) })
}

/// Copies a directory and all that is in it. The other directory is created if it
/// is not there; what is in it stays, but for files of the same path.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory("here")
/// let assert Ok(Nil) = simplifile.write("here/a.txt", "same")
/// let assert Ok(Nil) = simplifile.copy_directory(at: "here", to: "there")
/// assert simplifile.read("there/a.txt") == Ok("same")
/// let assert Ok(Nil) = simplifile.delete_all(["here", "there"])
/// ```
pub fn copy_directory(
  at src: String,
  to dest: String,
) -> Result(Nil, FileError) {
  use names <- result.try(read_directory(src))
  use Nil <- result.try(create_directory_all(dest))
  use name <- list.try_each(names)
  copy(filepath.join(src, name), filepath.join(dest, name))
}

/// Gives a directory another path. The same as `rename`, which prefer.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory("attic")
/// let assert Ok(Nil) = simplifile.rename_directory(at: "attic", to: "cellar")
/// assert simplifile.is_directory("cellar") == Ok(True)
/// let assert Ok(Nil) = simplifile.delete("cellar")
/// ```
pub fn rename_directory(
  at src: String,
  to dest: String,
) -> Result(Nil, FileError) {
  rename(src, dest)
}

/// Deletes all that is in a directory, but not the directory.
///
/// ```gleam
/// let assert Ok(Nil) = simplifile.create_directory("full")
/// let assert Ok(Nil) = simplifile.create_file("full/a.txt")
/// let assert Ok(Nil) = simplifile.clear_directory("full")
/// assert simplifile.read_directory("full") == Ok([])
/// let assert Ok(Nil) = simplifile.delete("full")
/// ```
pub fn clear_directory(at path: String) -> Result(Nil, FileError) {
  use names <- result.try(read_directory(path))
  use name <- list.try_each(names)
  delete(filepath.join(path, name))
}

@external(erlang, "simplifile_ffi", "delete_empty_directory")
@external(javascript, "./simplifile_ffi.mjs", "deleteEmptyDirectory")
fn delete_empty_directory(path: String) -> Result(Nil, FileError)
