import gleam/otp/actor
import gleam/otp/supervision.{
  Permanent, Supervisor, Temporary, Transient, Worker,
}

fn start() -> actor.StartResult(Int) {
  Error(actor.InitFailed("never"))
}

pub fn worker_test() {
  let child = supervision.worker(start)
  assert child.restart == Permanent
  assert child.significant == False
  assert child.child_type == Worker(shutdown_ms: 5000)
}

pub fn supervisor_test() {
  let child = supervision.supervisor(start)
  assert child.restart == Permanent
  assert child.significant == False
  assert child.child_type == Supervisor
}

pub fn timeout_test() {
  let worker = supervision.worker(start) |> supervision.timeout(ms: 10)
  assert worker.child_type == Worker(shutdown_ms: 10)
  let supervisor = supervision.supervisor(start) |> supervision.timeout(ms: 10)
  assert supervisor.child_type == Supervisor
}

pub fn restart_test() {
  let child = supervision.worker(start)
  assert supervision.restart(child, Transient).restart == Transient
  assert supervision.restart(child, Temporary).restart == Temporary
}

pub fn significant_test() {
  let child = supervision.worker(start) |> supervision.significant(True)
  assert child.significant
}

pub fn map_data_test() {
  let child =
    supervision.worker(fn() { actor.start(actor.new(Nil)) })
    |> supervision.map_data(fn(_) { "data" })
  let assert Ok(started) = child.start()
  assert started.data == "data"
  let child = supervision.worker(start) |> supervision.map_data(fn(n) { n + 1 })
  assert child.start() == Error(actor.InitFailed("never"))
}
