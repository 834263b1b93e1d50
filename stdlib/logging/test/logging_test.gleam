import gleeunit
import logging

pub fn main() -> Nil {
  logging.configure()
  gleeunit.main()
}

pub fn all_levels_test() {
  let levels = [
    logging.Emergency,
    logging.Alert,
    logging.Critical,
    logging.Error,
    logging.Warning,
    logging.Notice,
    logging.Info,
    logging.Debug,
  ]
  assert log_all(levels) == Nil
  logging.set_level(logging.Debug)
  logging.log(logging.Debug, "shown, with ünicode and ~p")
  logging.set_level(logging.Emergency)
  logging.log(logging.Alert, "not shown")
  logging.set_level(logging.Info)
}

fn log_all(levels: List(logging.LogLevel)) -> Nil {
  case levels {
    [] -> Nil
    [level, ..rest] -> {
      logging.log(level, "a message")
      log_all(rest)
    }
  }
}
