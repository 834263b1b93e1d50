import gleam/bool
import gleam/dynamic/decode
import gleam/int
import gleam/list
import gleam/string
import lustre
import lustre/attribute
import lustre/effect.{type Effect}
import lustre/element.{type Element}
import lustre/element/html
import lustre/element/keyed
import lustre/event

pub fn main() {
  let app = lustre.application(init, update, view)
  let assert Ok(_) = lustre.start(app, "#app", Nil)
  Nil
}

// MODEL

type Model {
  Model(
    todos: List(Todo),
    next_id: Int,
    new_title: String,
    filter: Filter,
    editing: Editing,
  )
}

type Todo {
  Todo(id: Int, title: String, completed: Bool)
}

type Filter {
  All
  Active
  Completed
}

type Editing {
  NotEditing
  Editing(id: Int, title: String)
}

fn init(_) -> #(Model, Effect(Message)) {
  let model =
    Model(
      todos: [],
      next_id: 1,
      new_title: "",
      filter: All,
      editing: NotEditing,
    )
  #(model, effect.none())
}

// UPDATE

type Message {
  UserTypedNewTitle(String)
  UserAddedTodo
  UserToggledTodo(id: Int, completed: Bool)
  UserToggledAll(completed: Bool)
  UserStartedEditing(Todo)
  UserTypedTitle(String)
  UserFinishedEditing
  UserCancelledEditing
  UserRemovedTodo(id: Int)
  UserClearedCompleted
  UserChoseFilter(Filter)
}

fn update(model: Model, message: Message) -> #(Model, Effect(Message)) {
  case message {
    UserTypedNewTitle(title) -> #(
      Model(..model, new_title: title),
      effect.none(),
    )
    UserAddedTodo -> #(add(model), effect.none())
    UserToggledTodo(id:, completed:) -> #(
      change(model, id, fn(item) { Todo(..item, completed:) }),
      effect.none(),
    )
    UserToggledAll(completed:) -> {
      let todos = list.map(model.todos, fn(item) { Todo(..item, completed:) })
      #(Model(..model, todos:), effect.none())
    }
    UserStartedEditing(Todo(id:, title:, ..)) -> #(
      Model(..model, editing: Editing(id:, title:)),
      focus_editor(),
    )
    UserTypedTitle(title) -> #(type_title(model, title), effect.none())
    UserFinishedEditing -> #(finish_editing(model), effect.none())
    UserCancelledEditing -> #(
      Model(..model, editing: NotEditing),
      effect.none(),
    )
    UserRemovedTodo(id:) -> #(remove(model, id), effect.none())
    UserClearedCompleted -> {
      let todos = list.filter(model.todos, fn(item) { !item.completed })
      #(Model(..model, todos:), effect.none())
    }
    UserChoseFilter(filter) -> #(Model(..model, filter:), effect.none())
  }
}

fn add(model: Model) -> Model {
  let title = string.trim(model.new_title)
  use <- bool.guard(title == "", model)
  let item = Todo(id: model.next_id, title:, completed: False)
  Model(
    ..model,
    todos: list.append(model.todos, [item]),
    next_id: model.next_id + 1,
    new_title: "",
  )
}

fn change(model: Model, id: Int, with f: fn(Todo) -> Todo) -> Model {
  let todos =
    list.map(model.todos, fn(item) {
      case item.id == id {
        True -> f(item)
        False -> item
      }
    })
  Model(..model, todos:)
}

fn remove(model: Model, id: Int) -> Model {
  Model(..model, todos: list.filter(model.todos, fn(item) { item.id != id }))
}

fn type_title(model: Model, title: String) -> Model {
  case model.editing {
    Editing(id:, ..) -> Model(..model, editing: Editing(id:, title:))
    NotEditing -> model
  }
}

fn finish_editing(model: Model) -> Model {
  case model.editing {
    NotEditing -> model
    Editing(id:, title:) -> {
      let model = Model(..model, editing: NotEditing)
      case string.trim(title) {
        "" -> remove(model, id)
        title -> change(model, id, fn(item) { Todo(..item, title:) })
      }
    }
  }
}

fn focus_editor() -> Effect(message) {
  use _dispatch, root <- effect.before_paint
  focus(root, ".edit")
}

@external(javascript, "./todomvc.ffi.mjs", "focus")
fn focus(within root: a, selector selector: String) -> Nil

// VIEW

fn view(model: Model) -> Element(Message) {
  element.fragment([
    html.section([attribute.class("todoapp")], [
      html.header([attribute.class("header")], [
        html.h1([], [html.text("todos")]),
        view_new_todo(model.new_title),
      ]),
      case model.todos {
        [] -> element.none()
        todos ->
          element.fragment([view_main(model, todos), view_footer(model, todos)])
      },
    ]),
    html.footer([attribute.class("info")], [
      html.p([], [html.text("Double-click a todo to edit it")]),
    ]),
  ])
}

fn view_new_todo(title: String) -> Element(Message) {
  html.input([
    attribute.class("new-todo"),
    attribute.placeholder("What needs to be done?"),
    attribute.aria_label("New todo"),
    attribute.autofocus(True),
    attribute.value(title),
    event.on_input(UserTypedNewTitle),
    on_key([#("Enter", UserAddedTodo)]),
  ])
}

fn view_main(model: Model, todos: List(Todo)) -> Element(Message) {
  let all_completed = list.all(todos, fn(item) { item.completed })
  let visible =
    list.filter(todos, fn(item) {
      case model.filter {
        All -> True
        Active -> !item.completed
        Completed -> item.completed
      }
    })
  html.main([attribute.class("main")], [
    html.input([
      attribute.class("toggle-all"),
      attribute.id("toggle-all"),
      attribute.type_("checkbox"),
      attribute.checked(all_completed),
      event.on_check(UserToggledAll),
    ]),
    html.label([attribute.for("toggle-all")], [
      html.text("Mark all as complete"),
    ]),
    keyed.ul(
      [attribute.class("todo-list")],
      list.map(visible, fn(item) {
        #(int.to_string(item.id), view_todo(item, model.editing))
      }),
    ),
  ])
}

fn view_todo(item: Todo, editing: Editing) -> Element(Message) {
  let #(is_edited, editor) = case editing {
    Editing(id:, title:) if id == item.id -> #(True, view_editor(title))
    _ -> #(False, element.none())
  }
  html.li(
    [
      attribute.classes([
        #("completed", item.completed),
        #("editing", is_edited),
      ]),
    ],
    [
      html.div([attribute.class("view")], [
        html.input([
          attribute.class("toggle"),
          attribute.type_("checkbox"),
          attribute.aria_label("Done: " <> item.title),
          attribute.checked(item.completed),
          event.on_check(UserToggledTodo(item.id, _)),
        ]),
        html.label(
          [event.on("dblclick", decode.success(UserStartedEditing(item)))],
          [html.text(item.title)],
        ),
        html.button(
          [
            attribute.class("destroy"),
            attribute.aria_label("Remove " <> item.title),
            event.on_click(UserRemovedTodo(item.id)),
          ],
          [],
        ),
      ]),
      editor,
    ],
  )
}

fn view_editor(title: String) -> Element(Message) {
  html.input([
    attribute.class("edit"),
    attribute.aria_label("Edit todo"),
    attribute.value(title),
    event.on_input(UserTypedTitle),
    event.on_blur(UserFinishedEditing),
    on_key([
      #("Enter", UserFinishedEditing),
      #("Escape", UserCancelledEditing),
    ]),
  ])
}

fn view_footer(model: Model, todos: List(Todo)) -> Element(Message) {
  let active = list.count(todos, fn(item) { !item.completed })
  html.footer([attribute.class("footer")], [
    html.span([attribute.class("todo-count")], [
      html.strong([], [html.text(int.to_string(active))]),
      html.text(case active {
        1 -> " item left"
        _ -> " items left"
      }),
    ]),
    html.ul([attribute.class("filters")], [
      view_filter("All", All, model.filter),
      view_filter("Active", Active, model.filter),
      view_filter("Completed", Completed, model.filter),
    ]),
    case active == list.length(todos) {
      True -> element.none()
      False ->
        html.button(
          [
            attribute.class("clear-completed"),
            event.on_click(UserClearedCompleted),
          ],
          [html.text("Clear completed")],
        )
    },
  ])
}

fn view_filter(
  name: String,
  filter: Filter,
  current: Filter,
) -> Element(Message) {
  html.li([], [
    html.button(
      [
        attribute.classes([#("selected", filter == current)]),
        attribute.aria_pressed(case filter == current {
          True -> "true"
          False -> "false"
        }),
        event.on_click(UserChoseFilter(filter)),
      ],
      [html.text(name)],
    ),
  ])
}

fn on_key(messages: List(#(String, Message))) -> attribute.Attribute(Message) {
  event.on("keydown", {
    use key <- decode.field("key", decode.string)
    case list.key_find(messages, key) {
      Ok(message) -> decode.success(message)
      Error(Nil) -> decode.failure(UserAddedTodo, "a key that means something")
    }
  })
}
