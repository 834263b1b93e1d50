-module(simplifile_ffi).

-export([
    file_info/1, link_info/1, set_permissions/2,
    read_bits/1, write_bits/2, append_bits/2, create_file/1, touch/1,
    delete_file/1, copy_file/2, rename/2, create_symlink/2, create_link/2,
    current_directory/0, create_directory/1, read_directory/1,
    delete_empty_directory/1
]).

%% The record of OTP's file module. Its header file is not on all machines.
-record(file_info, {
    size, type, access, atime, mtime, ctime, mode, links,
    major_device, minor_device, inode, uid, gid
}).

-define(IS_KNOWN(Error),
    Error =:= eacces; Error =:= eagain; Error =:= ebadf; Error =:= ebadmsg;
    Error =:= ebusy; Error =:= edeadlk; Error =:= edeadlock; Error =:= edquot;
    Error =:= eexist; Error =:= efault; Error =:= efbig; Error =:= eftype;
    Error =:= eintr; Error =:= einval; Error =:= eio; Error =:= eisdir;
    Error =:= eloop; Error =:= emfile; Error =:= emlink; Error =:= emultihop;
    Error =:= enametoolong; Error =:= enfile; Error =:= enobufs; Error =:= enodev;
    Error =:= enolck; Error =:= enolink; Error =:= enoent; Error =:= enomem;
    Error =:= enospc; Error =:= enosr; Error =:= enostr; Error =:= enosys;
    Error =:= enotblk; Error =:= enotdir; Error =:= enotsup; Error =:= enxio;
    Error =:= eopnotsupp; Error =:= eoverflow; Error =:= eperm; Error =:= epipe;
    Error =:= erange; Error =:= erofs; Error =:= espipe; Error =:= esrch;
    Error =:= estale; Error =:= etxtbsy; Error =:= exdev
).

%% What the functions of the file module give, as a Result.
result(ok) -> {ok, nil};
result({ok, Value}) -> {ok, Value};
result({error, Error}) -> {error, error_name(Error)}.

error_name(Error) when ?IS_KNOWN(Error) -> Error;
error_name(Error) when is_atom(Error) -> {unknown, atom_to_binary(Error)};
error_name(Error) -> {unknown, unicode:characters_to_binary(io_lib:format("~tp", [Error]))}.

file_info(Path) ->
    info(file:read_file_info(Path, [{time, posix}])).

link_info(Path) ->
    info(file:read_link_info(Path, [{time, posix}])).

info({ok, Info}) ->
    {ok, {
        file_info,
        Info#file_info.size,
        Info#file_info.mode,
        Info#file_info.links,
        Info#file_info.inode,
        Info#file_info.uid,
        Info#file_info.gid,
        Info#file_info.major_device,
        Info#file_info.atime,
        Info#file_info.mtime,
        Info#file_info.ctime
    }};
info(Error) ->
    result(Error).

set_permissions(Path, Permissions) ->
    result(file:change_mode(Path, Permissions)).

read_bits(Path) ->
    result(file:read_file(Path)).

write_bits(Path, Bits) ->
    write(Path, Bits, []).

append_bits(Path, Bits) ->
    write(Path, Bits, [append]).

create_file(Path) ->
    %% For a path that ends in a slash the file module says that it is a directory.
    write(Path, <<>>, [exclusive]).

write(_Path, Bits, _Modes) when not is_binary(Bits) ->
    {error, einval};
write(Path, Bytes, Modes) ->
    result(file:write_file(Path, Bytes, [raw | Modes])).

touch(Path) ->
    case file:change_time(Path, calendar:local_time()) of
        {error, enoent} -> append_bits(Path, <<>>);
        Outcome -> result(Outcome)
    end.

delete_file(Path) ->
    result(file:delete(Path)).

copy_file(From, To) ->
    case file:copy(From, To) of
        {ok, _Size} -> copy_permissions(From, To);
        Error -> result(Error)
    end.

copy_permissions(From, To) ->
    case file:read_file_info(From) of
        {ok, #file_info{mode = Mode}} -> set_permissions(To, Mode band 8#777);
        Error -> result(Error)
    end.

rename(From, To) ->
    result(file:rename(From, To)).

create_symlink(Target, Link) ->
    result(file:make_symlink(Target, Link)).

create_link(Target, Link) ->
    result(file:make_link(Target, Link)).

current_directory() ->
    case file:get_cwd() of
        {ok, Path} -> {ok, name(Path)};
        Error -> result(Error)
    end.

create_directory(Path) ->
    result(file:make_dir(Path)).

read_directory(Path) ->
    case file:list_dir_all(Path) of
        {ok, Names} -> {ok, lists:sort(lists:map(fun name/1, Names))};
        Error -> result(Error)
    end.

delete_empty_directory(Path) ->
    result(file:del_dir(Path)).

%% Names are lists of code points, or of bytes when the virtual machine was told
%% nothing of Unicode, and binaries when they do not fit the encoding.
name(Name) when is_binary(Name) -> Name;
name(Name) ->
    case file:native_name_encoding() of
        latin1 -> list_to_binary(Name);
        utf8 -> unicode:characters_to_binary(Name)
    end.
