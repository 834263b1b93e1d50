import gleam/erlang/process.{type Pid, type Subject}
import gleam/list
import gleam/otp/static_supervisor as supervisor
import tindra/registry.{type Registry, Taken}

fn start() -> Registry(String, Int) {
  let registry = registry.new_name("numbers")
  let assert Ok(started) = registry.start(registry)
  assert started.data == registry
  registry
}

/// A process that owns a subject until it is killed.
fn other_process() -> #(Pid, Subject(Int)) {
  let here = process.new_subject()
  let pid =
    process.spawn_unlinked(fn() {
      process.send(here, process.new_subject())
      process.sleep_forever()
    })
  let assert Ok(subject) = process.receive(here, 1000)
  #(pid, subject)
}

fn kill(pid: Pid) -> Nil {
  let monitor = process.monitor(pid)
  process.kill(pid)
  let assert Ok(_) =
    process.new_selector()
    |> process.select_specific_monitor(monitor, fn(down) { down })
    |> process.selector_receive(1000)
  Nil
}

pub fn register_test() {
  let registry = start()
  let subject = process.new_subject()
  assert registry.lookup(registry, "a") == Error(Nil)
  assert registry.register(registry, "a", subject) == Ok(Nil)
  assert registry.register(registry, "b", subject) == Ok(Nil)
  let assert Ok(found) = registry.lookup(registry, "a")
  process.send(found, 7)
  assert process.receive(subject, 1000) == Ok(7)
  assert registry.size(registry) == 2
  assert list.contains(registry.to_list(registry), #("b", subject))
}

pub fn taken_test() {
  let registry = start()
  let #(_, subject) = other_process()
  assert registry.register(registry, "a", subject) == Ok(Nil)
  assert registry.register(registry, "a", process.new_subject())
    == Error(Taken(by: subject))
  assert registry.lookup(registry, "a") == Ok(subject)
}

pub fn unregister_test() {
  let registry = start()
  let subject = process.new_subject()
  assert registry.register(registry, "a", subject) == Ok(Nil)
  registry.unregister(registry, "a")
  registry.unregister(registry, "a")
  assert registry.lookup(registry, "a") == Error(Nil)
  assert registry.register(registry, "a", subject) == Ok(Nil)
}

pub fn a_process_that_ends_loses_its_keys_test() {
  let registry = start()
  let #(pid, subject) = other_process()
  assert registry.register(registry, "a", subject) == Ok(Nil)
  assert registry.register(registry, "b", subject) == Ok(Nil)
  kill(pid)
  assert registry.lookup(registry, "a") == Error(Nil)
  // A call, after which the registry has heard of the end.
  let mine = process.new_subject()
  assert registry.register(registry, "a", mine) == Ok(Nil)
  process.sleep(10)
  assert registry.to_list(registry) == [#("a", mine)]
}

pub fn a_dead_process_is_not_registered_for_long_test() {
  let registry = start()
  let #(pid, subject) = other_process()
  kill(pid)
  assert registry.register(registry, "a", subject) == Ok(Nil)
  assert registry.lookup(registry, "a") == Error(Nil)
  process.sleep(10)
  assert registry.size(registry) == 0
}

pub fn subjects_with_names_test() {
  let registry = start()
  let name = process.new_name("number")
  let subject = process.named_subject(name)
  assert registry.register(registry, "a", subject) == Error(registry.NoOwner)
  let #(pid, _) = other_process()
  let assert Ok(Nil) = process.register(pid, name)
  assert registry.register(registry, "a", subject) == Ok(Nil)
  assert registry.lookup(registry, "a") == Ok(subject)
}

pub fn not_running_test() {
  let registry: Registry(String, Int) = registry.new_name("nobody")
  assert registry.lookup(registry, "a") == Error(Nil)
  assert registry.to_list(registry) == []
  assert registry.size(registry) == 0
}

pub fn supervised_test() {
  let registry = registry.new_name("numbers")
  let assert Ok(_) =
    supervisor.new(supervisor.RestForOne)
    |> supervisor.add(registry.supervised(registry))
    |> supervisor.start
  let subject: Subject(Int) = process.new_subject()
  assert registry.register(registry, "a", subject) == Ok(Nil)
  assert registry.lookup(registry, "a") == Ok(subject)
}
