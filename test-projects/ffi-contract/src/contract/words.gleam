//// Names that are words of Erlang or JavaScript.

pub fn all() -> Int {
  let module_information = module_info()
  [
    receive(1),
    bnot(2),
    end(3),
    catch(4),
    delete(5),
    class(6),
    then(7),
    new(8),
    arguments(9),
    eval(10),
    undefined(11),
    maybe(12),
    when(13),
    module_information,
    function(let_: 15),
    await(16),
    constructor(17),
    self(18),
    length(19),
    hd([20]),
  ]
  |> sum(0)
}

fn sum(numbers: List(Int), total: Int) -> Int {
  case numbers {
    [] -> total
    [first, ..rest] -> sum(rest, total + first)
  }
}

pub fn module_info() -> Int {
  14
}

pub fn receive(after: Int) -> Int {
  after
}

pub fn bnot(catch: Int) -> Int {
  catch
}

pub fn end(new: Int) -> Int {
  new
}

pub fn catch(this: Int) -> Int {
  this
}

pub fn delete(in: Int) -> Int {
  in
}

pub fn class(static: Int) -> Int {
  static
}

pub fn then(yield: Int) -> Int {
  yield
}

pub fn new(var: Int) -> Int {
  let var = var
  let var = var
  var
}

pub fn arguments(arguments: Int) -> Int {
  arguments
}

pub fn eval(eval: Int) -> Int {
  eval
}

pub fn undefined(null: Int) -> Int {
  null
}

pub fn maybe(try_: Int) -> Int {
  try_
}

pub fn when(undefined: Int) -> Int {
  undefined
}

pub fn function(let_ finally: Int) -> Int {
  finally
}

pub fn await(await: Int) -> Int {
  await
}

pub fn constructor(constructor: Int) -> Int {
  constructor
}

pub fn self(self: Int) -> Int {
  self
}

pub fn length(length: Int) -> Int {
  length
}

pub fn hd(list: List(Int)) -> Int {
  case list {
    [hd, ..] -> hd
    [] -> 0
  }
}
