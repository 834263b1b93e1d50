//// Module {{name}} of a project that was made to be compiled.

import base.{type Outcome, type Pair, Failed, Went}
import gleam/dict.{type Dict}
import gleam/int
import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/result
import gleam/string
