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
@external(erlang, "simplifile_ffi", "file_info")
@external(javascript, "./simplifile_ffi.mjs", "fileInfo")
pub fn file_info(filepath: String) -> Result(FileInfo, FileError)

/// The information on what is at a path. For a symbolic link it is that on the
/// link itself.
@external(erlang, "simplifile_ffi", "link_info")
@external(javascript, "./simplifile_ffi.mjs", "linkInfo")
pub fn link_info(filepath: String) -> Result(FileInfo, FileError)

/// What the information is about.
pub fn file_info_type(from file_info: FileInfo) -> FileType {
  case int.bitwise_and(file_info.mode, 0o170000) {
    0o100000 -> File
    0o040000 -> Directory
    0o120000 -> Symlink
    _ -> Other
  }
}

/// Whether there is a directory at a path. Symbolic links are followed.
pub fn is_directory(filepath: String) -> Result(Bool, FileError) {
  is_type(file_info(filepath), Directory)
}

/// Whether there is a file at a path. Symbolic links are followed.
pub fn is_file(filepath: String) -> Result(Bool, FileError) {
  is_type(file_info(filepath), File)
}

/// Whether there is a symbolic link at a path.
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
pub fn file_info_permissions_octal(from file_info: FileInfo) -> Int {
  int.bitwise_and(file_info.mode, 0o777)
}

/// What everybody may do with the file.
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
pub fn set_permissions(
  for_file_at filepath: String,
  to permissions: FilePermissions,
) -> Result(Nil, FileError) {
  set_permissions_octal(filepath, file_permissions_to_octal(permissions))
}

/// Sets the permissions by the number that stands for them.
///
/// ```gleam
/// simplifile.set_permissions_octal("run.sh", to: 0o755)
/// ```
@external(erlang, "simplifile_ffi", "set_permissions")
@external(javascript, "./simplifile_ffi.mjs", "setPermissions")
pub fn set_permissions_octal(
  for_file_at filepath: String,
  to permissions: Int,
) -> Result(Nil, FileError)

// Files

/// Reads the text of a file.
pub fn read(from filepath: String) -> Result(String, FileError) {
  use bits <- result.try(read_bits(filepath))
  bit_array.to_string(bits)
  |> result.replace_error(NotUtf8)
}

/// Reads the bytes of a file.
@external(erlang, "simplifile_ffi", "read_bits")
@external(javascript, "./simplifile_ffi.mjs", "readBits")
pub fn read_bits(from filepath: String) -> Result(BitArray, FileError)

/// Writes text to a file, which is created or takes the place of the old one.
pub fn write(
  to filepath: String,
  contents contents: String,
) -> Result(Nil, FileError) {
  write_bits(filepath, bit_array.from_string(contents))
}

/// Writes bytes to a file, which is created or takes the place of the old one.
/// The bits have to be whole bytes.
@external(erlang, "simplifile_ffi", "write_bits")
@external(javascript, "./simplifile_ffi.mjs", "writeBits")
pub fn write_bits(
  to filepath: String,
  bits bits: BitArray,
) -> Result(Nil, FileError)

/// Writes text at the end of a file, which is created if there is none.
pub fn append(
  to filepath: String,
  contents contents: String,
) -> Result(Nil, FileError) {
  append_bits(filepath, bit_array.from_string(contents))
}

/// Writes bytes at the end of a file, which is created if there is none. The
/// bits have to be whole bytes.
@external(erlang, "simplifile_ffi", "append_bits")
@external(javascript, "./simplifile_ffi.mjs", "appendBits")
pub fn append_bits(
  to filepath: String,
  bits bits: BitArray,
) -> Result(Nil, FileError)

/// Creates an empty file. It is an error when there is something at the path.
@external(erlang, "simplifile_ffi", "create_file")
@external(javascript, "./simplifile_ffi.mjs", "createFile")
pub fn create_file(at filepath: String) -> Result(Nil, FileError)

/// Sets the time a file was last written to this moment, or creates it empty.
@external(erlang, "simplifile_ffi", "touch")
@external(javascript, "./simplifile_ffi.mjs", "touch")
pub fn touch(at filepath: String) -> Result(Nil, FileError)

/// Deletes a file or a symbolic link.
@external(erlang, "simplifile_ffi", "delete_file")
@external(javascript, "./simplifile_ffi.mjs", "deleteFile")
pub fn delete_file(at filepath: String) -> Result(Nil, FileError)

/// Deletes a file, or a directory and all that is in it. Symbolic links are
/// deleted and not followed.
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
pub fn delete_all(paths paths: List(String)) -> Result(Nil, FileError) {
  use path <- list.try_each(paths)
  case delete(path) {
    Error(Enoent) -> Ok(Nil)
    outcome -> outcome
  }
}

/// Copies a file, or a directory and all that is in it.
pub fn copy(src src: String, dest dest: String) -> Result(Nil, FileError) {
  use is_directory <- result.try(is_directory(src))
  case is_directory {
    True -> copy_directory(src, dest)
    False -> copy_file(src, dest)
  }
}

/// Copies a file. A file at the other path is replaced.
@external(erlang, "simplifile_ffi", "copy_file")
@external(javascript, "./simplifile_ffi.mjs", "copyFile")
pub fn copy_file(at src: String, to dest: String) -> Result(Nil, FileError)

/// Gives a file or a directory another path. A file at that path is replaced.
@external(erlang, "simplifile_ffi", "rename")
@external(javascript, "./simplifile_ffi.mjs", "rename")
pub fn rename(at src: String, to dest: String) -> Result(Nil, FileError)

/// Gives a file another path. The same as `rename`, which prefer.
pub fn rename_file(at src: String, to dest: String) -> Result(Nil, FileError) {
  rename(src, dest)
}

// Links

/// Creates a symbolic link at the path `from`, which leads to `to`.
@external(erlang, "simplifile_ffi", "create_symlink")
@external(javascript, "./simplifile_ffi.mjs", "createSymlink")
pub fn create_symlink(
  to target: String,
  from symlink: String,
) -> Result(Nil, FileError)

/// Creates a hard link at the path `from`, to the file that is at `to`.
@external(erlang, "simplifile_ffi", "create_link")
@external(javascript, "./simplifile_ffi.mjs", "createLink")
pub fn create_link(
  to target: String,
  from link: String,
) -> Result(Nil, FileError)

// Directories

/// The directory that paths are relative to.
@external(erlang, "simplifile_ffi", "current_directory")
@external(javascript, "./simplifile_ffi.mjs", "currentDirectory")
pub fn current_directory() -> Result(String, FileError)

/// The path from the root that leads to the same place, without `.` and `..`.
/// Nothing has to be there, and symbolic links are not followed. It is an error
/// when the path leads above the root.
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
@external(erlang, "simplifile_ffi", "create_directory")
@external(javascript, "./simplifile_ffi.mjs", "createDirectory")
pub fn create_directory(filepath: String) -> Result(Nil, FileError)

/// Creates a directory and those that it is in, as far as they are not there.
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
@external(erlang, "simplifile_ffi", "read_directory")
@external(javascript, "./simplifile_ffi.mjs", "readDirectory")
pub fn read_directory(at path: String) -> Result(List(String), FileError)

/// The paths of all files in a directory and the directories in it. Symbolic
/// links to files count, those to directories are followed.
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
pub fn rename_directory(
  at src: String,
  to dest: String,
) -> Result(Nil, FileError) {
  rename(src, dest)
}

/// Deletes all that is in a directory, but not the directory.
pub fn clear_directory(at path: String) -> Result(Nil, FileError) {
  use names <- result.try(read_directory(path))
  use name <- list.try_each(names)
  delete(filepath.join(path, name))
}

@external(erlang, "simplifile_ffi", "delete_empty_directory")
@external(javascript, "./simplifile_ffi.mjs", "deleteEmptyDirectory")
fn delete_empty_directory(path: String) -> Result(Nil, FileError)
