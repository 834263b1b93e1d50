import * as fs from "node:fs";
import process from "node:process";
import {
  BitArray$BitArray,
  BitArray$BitArray$data,
  Result$Error,
  Result$Ok,
  toList,
} from "./gleam.mjs";
import * as simplifile from "./simplifile.mjs";

/** Runs a function of the file system and gives its outcome as a Result. */
function attempt(action) {
  try {
    return Result$Ok(action());
  } catch (error) {
    return Result$Error(fileError(error));
  }
}

/** The error for one of Node's, whose codes are the names of the variants in
 * upper case. */
function fileError(error) {
  const code = error.code ?? String(error);
  const variant = simplifile[`FileError$${code[0]}${code.slice(1).toLowerCase()}`];
  return variant ? variant() : simplifile.FileError$Unknown(code);
}

function info(stat) {
  // Times in milliseconds can be before the epoch.
  const seconds = (milliseconds) => Math.floor(milliseconds / 1000);
  return simplifile.FileInfo$FileInfo(
    stat.size,
    stat.mode,
    stat.nlink,
    stat.ino,
    stat.uid,
    stat.gid,
    stat.dev,
    seconds(stat.atimeMs),
    seconds(stat.mtimeMs),
    seconds(stat.ctimeMs),
  );
}

export function fileInfo(path) {
  return attempt(() => info(fs.statSync(path)));
}

export function linkInfo(path) {
  return attempt(() => info(fs.lstatSync(path)));
}

export function setPermissions(path, permissions) {
  return attempt(() => fs.chmodSync(path, permissions));
}

export function readBits(path) {
  return attempt(() => BitArray$BitArray(new Uint8Array(fs.readFileSync(path))));
}

export function writeBits(path, bits) {
  return write(path, bits, "w");
}

export function appendBits(path, bits) {
  return write(path, bits, "a");
}

export function createFile(path) {
  return attempt(() => fs.writeFileSync(path, "", { flag: "wx" }));
}

function write(path, bits, flag) {
  if (bits.bitSize % 8 !== 0) return Result$Error(simplifile.FileError$Einval());
  return attempt(() => fs.writeFileSync(path, BitArray$BitArray$data(bits), { flag }));
}

export function touch(path) {
  return attempt(() => {
    const now = new Date();
    // Directories exist, and cannot be opened for writing.
    if (!fs.existsSync(path)) fs.closeSync(fs.openSync(path, "a"));
    fs.utimesSync(path, now, now);
  });
}

export function deleteFile(path) {
  return attempt(() => fs.unlinkSync(path));
}

export function copyFile(from, to) {
  return attempt(() => fs.copyFileSync(from, to));
}

export function rename(from, to) {
  return attempt(() => fs.renameSync(from, to));
}

export function createSymlink(target, link) {
  return attempt(() => fs.symlinkSync(target, link));
}

export function createLink(target, link) {
  return attempt(() => fs.linkSync(target, link));
}

export function currentDirectory() {
  return attempt(() => process.cwd());
}

export function createDirectory(path) {
  return attempt(() => {
    fs.mkdirSync(path);
  });
}

export function readDirectory(path) {
  return attempt(() => {
    const names = fs.readdirSync(path, { encoding: "buffer" });
    // In the order of their bytes, as on Erlang.
    return toList(names.sort((a, b) => a.compare(b)).map((name) => name.toString()));
  });
}

export function deleteEmptyDirectory(path) {
  return attempt(() => fs.rmdirSync(path));
}
