//// Attributes and properties of elements.
////
//// There is a function for every attribute of HTML that is in common use, for
//// those of ARIA under a prefix, and `attribute` for all others. Names that
//// are words of the language end in an underscore: `type_`, `as_`.
////
//// Giving `class` or `style` more than once adds up; of any other attribute
//// the last one counts. A boolean attribute that is `False` is not written to
//// HTML, and on a page its live property is set to `False`.

import gleam/int
import gleam/json.{type Json}
import gleam/list
import gleam/string
import lustre/vdom/vattr.{Attribute, Off, Property}

/// Something set on an element: an attribute, a property or an event listener
/// that sends messages of the given type.
pub type Attribute(message) =
  vattr.Attribute(message)

/// An attribute of any name, written to HTML and to the page.
pub fn attribute(name: String, value: String) -> Attribute(message) {
  Attribute(name:, value:)
}

/// A property of the DOM object of an element. Properties can hold any data,
/// and have no effect on HTML rendered to strings.
pub fn property(name: String, value: Json) -> Attribute(message) {
  Property(name:, value:)
}

/// No attribute at all, for the branches of a view that have none to give.
pub fn none() -> Attribute(message) {
  Attribute(name: "", value: "")
}

fn boolean(name: String, value: Bool) -> Attribute(message) {
  case value {
    True -> Attribute(name:, value: "")
    False -> Off(name:)
  }
}

fn true_or_false(value: Bool) -> String {
  case value {
    True -> "true"
    False -> "false"
  }
}

/// Classes of the element, separated by spaces. Giving it more than once adds
/// up.
pub fn class(name: String) -> Attribute(message) {
  attribute("class", name)
}

/// Those classes of a list that are paired with `True`.
pub fn classes(names: List(#(String, Bool))) -> Attribute(message) {
  names
  |> list.filter_map(fn(entry) {
    case entry {
      #("", _) | #(_, False) -> Error(Nil)
      #(name, True) -> Ok(name)
    }
  })
  |> string.join(" ")
  |> class
}

/// One CSS property of the element. Giving it more than once adds up.
pub fn style(property: String, value: String) -> Attribute(message) {
  styles([#(property, value)])
}

/// Several CSS properties of the element, as pairs of name and value. Pairs
/// with an empty name or value are left out.
pub fn styles(properties: List(#(String, String))) -> Attribute(message) {
  properties
  |> list.filter(fn(entry) { entry.0 != "" && entry.1 != "" })
  |> list.map(fn(entry) { entry.0 <> ":" <> entry.1 <> ";" })
  |> string.concat
  |> attribute("style", _)
}

/// A `data-` attribute, by its name without that prefix.
pub fn data(key: String, value: String) -> Attribute(message) {
  attribute("data-" <> key, value)
}

/// An `aria-` attribute, by its name without that prefix.
pub fn aria(name: String, value: String) -> Attribute(message) {
  attribute("aria-" <> name, value)
}

/// What the element is to assistive tools.
pub fn role(name: String) -> Attribute(message) {
  attribute("role", name)
}

// ATTRIBUTES OF ALL ELEMENTS

/// The keys that give focus to the element or activate it.
pub fn accesskey(value: String) -> Attribute(message) {
  attribute("accesskey", value)
}

/// How text typed into the element is capitalised: `none`, `sentences`, `words`
/// or `characters`.
pub fn autocapitalize(value: String) -> Attribute(message) {
  attribute("autocapitalize", value)
}

/// Whether spelling mistakes in typed text are corrected.
pub fn autocorrect(value: Bool) -> Attribute(message) {
  attribute("autocorrect", case value {
    True -> "on"
    False -> "off"
  })
}

/// Whether the element gets the focus when it appears.
pub fn autofocus(value: Bool) -> Attribute(message) {
  boolean("autofocus", value)
}

/// Whether the user may edit the content: `true`, `false` or `plaintext-only`.
pub fn contenteditable(value: String) -> Attribute(message) {
  attribute("contenteditable", value)
}

/// The direction of the text: `ltr`, `rtl` or `auto`.
pub fn dir(value: String) -> Attribute(message) {
  attribute("dir", value)
}

/// Whether the element can be dragged.
pub fn draggable(value: Bool) -> Attribute(message) {
  attribute("draggable", true_or_false(value))
}

/// What the enter key of an on-screen keyboard says, such as `done` or
/// `search`.
pub fn enterkeyhint(value: String) -> Attribute(message) {
  attribute("enterkeyhint", value)
}

/// Whether the element is kept from view.
pub fn hidden(value: Bool) -> Attribute(message) {
  boolean("hidden", value)
}

/// The name of the element, unique in the page.
pub fn id(value: String) -> Attribute(message) {
  attribute("id", value)
}

/// Whether the element ignores the user and is left out by assistive tools.
pub fn inert(value: Bool) -> Attribute(message) {
  boolean("inert", value)
}

/// The kind of on-screen keyboard to show, such as `numeric` or `email`.
pub fn inputmode(value: String) -> Attribute(message) {
  attribute("inputmode", value)
}

/// The name of the custom element that a built-in element should behave like.
pub fn is(value: String) -> Attribute(message) {
  attribute("is", value)
}

/// The global identifier of an item of microdata.
pub fn itemid(value: String) -> Attribute(message) {
  attribute("itemid", value)
}

/// The properties of an item of microdata that the element gives.
pub fn itemprop(value: String) -> Attribute(message) {
  attribute("itemprop", value)
}

/// Whether the element is an item of microdata.
pub fn itemscope(value: Bool) -> Attribute(message) {
  boolean("itemscope", value)
}

/// The address of the vocabulary of an item of microdata.
pub fn itemtype(value: String) -> Attribute(message) {
  attribute("itemtype", value)
}

/// The language of the content, such as `en` or `pt-BR`.
pub fn lang(value: String) -> Attribute(message) {
  attribute("lang", value)
}

/// The number used once by which a content security policy lets the element in.
pub fn nonce(value: String) -> Attribute(message) {
  attribute("nonce", value)
}

/// Makes the element a popover: `auto`, `manual` or `hint`.
pub fn popover(value: String) -> Attribute(message) {
  attribute("popover", value)
}

/// Whether the spelling of typed text is checked.
pub fn spellcheck(value: Bool) -> Attribute(message) {
  attribute("spellcheck", true_or_false(value))
}

/// The place of the element in the order of the tab key. 0 is the order of the
/// page, -1 leaves it out.
pub fn tabindex(value: Int) -> Attribute(message) {
  attribute("tabindex", int.to_string(value))
}

/// Advice about the element, mostly shown as a tooltip.
pub fn title(value: String) -> Attribute(message) {
  attribute("title", value)
}

/// Whether the content should be translated along with the page.
pub fn translate(value: Bool) -> Attribute(message) {
  attribute("translate", case value {
    True -> "yes"
    False -> "no"
  })
}

/// Whether the browser may suggest how to go on with typed text.
pub fn writingsuggestions(value: Bool) -> Attribute(message) {
  attribute("writingsuggestions", true_or_false(value))
}

// DIALOGS AND COMMANDS

/// How the user can close a dialog: `any`, `closerequest` or `none`.
pub fn closedby(value: String) -> Attribute(message) {
  attribute("closedby", value)
}

/// What a button does to the element that `commandfor` names, such as `show-
/// modal`.
pub fn command(value: String) -> Attribute(message) {
  attribute("command", value)
}

/// The identifier of the element that a button controls.
pub fn commandfor(value: String) -> Attribute(message) {
  attribute("commandfor", value)
}

/// Whether a `details` element or a dialog is open.
pub fn open(value: Bool) -> Attribute(message) {
  boolean("open", value)
}

// LINKS

/// The address a link leads to.
pub fn href(value: String) -> Attribute(message) {
  attribute("href", value)
}

/// Where to open a link or show the answer to a form, such as `_blank`.
pub fn target(value: String) -> Attribute(message) {
  attribute("target", value)
}

/// Makes a link download its target, under this file name unless it is empty.
pub fn download(value: String) -> Attribute(message) {
  attribute("download", value)
}

/// Addresses to inform when a link is followed.
pub fn ping(values: List(String)) -> Attribute(message) {
  attribute("ping", string.join(values, " "))
}

/// How the target of a link relates to the page, such as `noopener` or
/// `stylesheet`.
pub fn rel(value: String) -> Attribute(message) {
  attribute("rel", value)
}

/// The language of the target of a link.
pub fn hreflang(value: String) -> Attribute(message) {
  attribute("hreflang", value)
}

/// How much of the address of this page is told to the target.
pub fn referrerpolicy(value: String) -> Attribute(message) {
  attribute("referrerpolicy", value)
}

// LINKED RESOURCES

/// What kind of thing is preloaded, such as `font` or `script`.
pub fn as_(value: String) -> Attribute(message) {
  attribute("as", value)
}

/// Whether the page is not drawn before the resource has arrived.
pub fn blocking(value: Bool) -> Attribute(message) {
  case value {
    True -> attribute("blocking", "render")
    False -> Off("blocking")
  }
}

/// The hash that the resource must have.
pub fn integrity(value: String) -> Attribute(message) {
  attribute("integrity", value)
}

// IMAGES AND MEDIA

/// What to show or say in place of an image.
pub fn alt(value: String) -> Attribute(message) {
  attribute("alt", value)
}

/// The address of an image, media file, script or page.
pub fn src(value: String) -> Attribute(message) {
  attribute("src", value)
}

/// Alternative images with the widths or densities they are for.
pub fn srcset(value: String) -> Attribute(message) {
  attribute("srcset", value)
}

/// How wide an image is shown under which conditions.
pub fn sizes(value: String) -> Attribute(message) {
  attribute("sizes", value)
}

/// Whether credentials go along with the request: `anonymous` or `use-
/// credentials`.
pub fn crossorigin(value: String) -> Attribute(message) {
  attribute("crossorigin", value)
}

/// The name of the `map` with the clickable regions of an image, after a `#`.
pub fn usemap(value: String) -> Attribute(message) {
  attribute("usemap", value)
}

/// Whether the place of a click on an image is sent to the server.
pub fn ismap(value: Bool) -> Attribute(message) {
  boolean("ismap", value)
}

/// The width in pixels.
pub fn width(value: Int) -> Attribute(message) {
  attribute("width", int.to_string(value))
}

/// The height in pixels.
pub fn height(value: Int) -> Attribute(message) {
  attribute("height", int.to_string(value))
}

/// When to decode an image: `sync`, `async` or `auto`.
pub fn decoding(value: String) -> Attribute(message) {
  attribute("decoding", value)
}

/// When to load an image or a frame: `eager` or `lazy`.
pub fn loading(value: String) -> Attribute(message) {
  attribute("loading", value)
}

/// How urgent the resource is: `high`, `low` or `auto`.
pub fn fetchpriority(value: String) -> Attribute(message) {
  attribute("fetchpriority", value)
}

/// Whether media start playing as soon as they can.
pub fn autoplay(value: Bool) -> Attribute(message) {
  boolean("autoplay", value)
}

/// Whether the browser shows controls for media.
pub fn controls(value: Bool) -> Attribute(message) {
  boolean("controls", value)
}

/// Whether media start again when they have ended.
pub fn loop(value: Bool) -> Attribute(message) {
  boolean("loop", value)
}

/// Whether the sound of media is off.
pub fn muted(value: Bool) -> Attribute(message) {
  boolean("muted", value)
}

/// Whether a video plays where it is rather than on the full screen.
pub fn playsinline(value: Bool) -> Attribute(message) {
  boolean("playsinline", value)
}

/// The address of an image to show until a video plays.
pub fn poster(value: String) -> Attribute(message) {
  attribute("poster", value)
}

/// How much of media to load ahead: `none`, `metadata` or `auto`.
pub fn preload(value: String) -> Attribute(message) {
  attribute("preload", value)
}

// FORMS

/// The encoding in which a form is submitted.
pub fn accept_charset(value: String) -> Attribute(message) {
  attribute("accept-charset", value)
}

/// The address a form is submitted to.
pub fn action(value: String) -> Attribute(message) {
  attribute("action", value)
}

/// The format in which a form is submitted.
pub fn enctype(value: String) -> Attribute(message) {
  attribute("enctype", value)
}

/// The way a form is submitted: `get`, `post` or `dialog`.
pub fn method(value: String) -> Attribute(message) {
  attribute("method", value)
}

/// Whether a form is submitted without being checked.
pub fn novalidate(value: Bool) -> Attribute(message) {
  boolean("novalidate", value)
}

// INPUTS

/// The kinds of files that can be chosen: extensions or media types.
pub fn accept(values: List(String)) -> Attribute(message) {
  attribute("accept", string.join(values, ","))
}

/// Whether a colour can be transparent.
pub fn alpha(value: Bool) -> Attribute(message) {
  boolean("alpha", value)
}

/// What kind of value the browser may fill in, or `off`.
pub fn autocomplete(value: String) -> Attribute(message) {
  attribute("autocomplete", value)
}

/// Whether a checkbox or radio button is checked. Rendering keeps it so,
/// whatever the user does: see `default_checked` for the state to start with.
pub fn checked(value: Bool) -> Attribute(message) {
  boolean("checked", value)
}

/// Whether a checkbox or radio button is checked to start with and after a
/// reset.
pub fn default_checked(value: Bool) -> Attribute(message) {
  boolean("virtual:defaultChecked", value)
}

/// The colour space of the colour that is chosen.
pub fn colorspace(value: String) -> Attribute(message) {
  attribute("colorspace", value)
}

/// The width of a `textarea` in characters.
pub fn cols(value: Int) -> Attribute(message) {
  attribute("cols", int.to_string(value))
}

/// The name under which a form submits the direction of the text.
pub fn dirname(value: String) -> Attribute(message) {
  attribute("dirname", value)
}

/// Whether a control cannot be used and is left out when its form is submitted.
pub fn disabled(value: Bool) -> Attribute(message) {
  boolean("disabled", value)
}

/// The identifier of the control that a label or output belongs to.
pub fn for(value: String) -> Attribute(message) {
  attribute("for", value)
}

/// The identifier of the form that a control belongs to.
pub fn form(value: String) -> Attribute(message) {
  attribute("form", value)
}

/// The address a button submits its form to.
pub fn formaction(value: String) -> Attribute(message) {
  attribute("formaction", value)
}

/// The format in which a button submits its form.
pub fn formenctype(value: String) -> Attribute(message) {
  attribute("formenctype", value)
}

/// The way a button submits its form.
pub fn formmethod(value: String) -> Attribute(message) {
  attribute("formmethod", value)
}

/// Whether a button submits its form without checking it.
pub fn formnovalidate(value: Bool) -> Attribute(message) {
  boolean("formnovalidate", value)
}

/// Where to show the answer when a button submits its form.
pub fn formtarget(value: String) -> Attribute(message) {
  attribute("formtarget", value)
}

/// The identifier of the `datalist` with suggestions.
pub fn list(value: String) -> Attribute(message) {
  attribute("list", value)
}

/// The greatest value.
pub fn max(value: String) -> Attribute(message) {
  attribute("max", value)
}

/// The greatest length of the text, in UTF-16 code units.
pub fn maxlength(value: Int) -> Attribute(message) {
  attribute("maxlength", int.to_string(value))
}

/// The least value.
pub fn min(value: String) -> Attribute(message) {
  attribute("min", value)
}

/// The least length of the text, in UTF-16 code units.
pub fn minlength(value: Int) -> Attribute(message) {
  attribute("minlength", int.to_string(value))
}

/// Whether more than one value can be chosen.
pub fn multiple(value: Bool) -> Attribute(message) {
  boolean("multiple", value)
}

/// The name under which a value is submitted.
pub fn name(value: String) -> Attribute(message) {
  attribute("name", value)
}

/// The regular expression that the whole value must match.
pub fn pattern(value: String) -> Attribute(message) {
  attribute("pattern", value)
}

/// What an empty input shows.
pub fn placeholder(value: String) -> Attribute(message) {
  attribute("placeholder", value)
}

/// The identifier of the popover that a button controls.
pub fn popovertarget(value: String) -> Attribute(message) {
  attribute("popovertarget", value)
}

/// What a button does to its popover: `show`, `hide` or `toggle`.
pub fn popovertargetaction(value: String) -> Attribute(message) {
  attribute("popovertargetaction", value)
}

/// Whether the value can be read but not changed.
pub fn readonly(value: Bool) -> Attribute(message) {
  boolean("readonly", value)
}

/// Whether there has to be a value.
pub fn required(value: Bool) -> Attribute(message) {
  boolean("required", value)
}

/// The height of a `textarea` in lines.
pub fn rows(value: Int) -> Attribute(message) {
  attribute("rows", int.to_string(value))
}

/// Whether an option is selected. Rendering keeps it so, whatever the user
/// does: see `default_selected` for the state to start with.
pub fn selected(value: Bool) -> Attribute(message) {
  boolean("selected", value)
}

/// Whether an option is selected to start with and after a reset.
pub fn default_selected(value: Bool) -> Attribute(message) {
  boolean("virtual:defaultSelected", value)
}

/// The width of an input in characters, or how many options a `select` shows.
pub fn size(value: String) -> Attribute(message) {
  attribute("size", value)
}

/// The distance between allowed values, or `any`.
pub fn step(value: String) -> Attribute(message) {
  attribute("step", value)
}

/// The kind of an input, button, script or style sheet.
pub fn type_(value: String) -> Attribute(message) {
  attribute("type", value)
}

/// The current value of a control. Rendering keeps it so, whatever the user
/// does: see `default_value` for the value to start with.
pub fn value(value: String) -> Attribute(message) {
  attribute("value", value)
}

/// The value of a control to start with and after a reset.
pub fn default_value(value: String) -> Attribute(message) {
  attribute("virtual:defaultValue", value)
}

// METADATA

/// The name of the header that a `meta` element stands for.
pub fn http_equiv(value: String) -> Attribute(message) {
  attribute("http-equiv", value)
}

/// The value of a `meta` element.
pub fn content(value: String) -> Attribute(message) {
  attribute("content", value)
}

/// The encoding of the document, `utf-8`.
pub fn charset(value: String) -> Attribute(message) {
  attribute("charset", value)
}

/// The media query under which a resource applies.
pub fn media(value: String) -> Attribute(message) {
  attribute("media", value)
}

// TEMPLATES

/// Makes a `template` the shadow root of its parent: `open` or `closed`.
pub fn shadowrootmode(value: String) -> Attribute(message) {
  attribute("shadowrootmode", value)
}

/// Whether a declared shadow root passes focus on to its first control.
pub fn shadowrootdelegatesfocus(value: Bool) -> Attribute(message) {
  boolean("shadowrootdelegatesfocus", value)
}

/// Whether a declared shadow root is cloned along with its host.
pub fn shadowrootclonable(value: Bool) -> Attribute(message) {
  boolean("shadowrootclonable", value)
}

/// Whether a declared shadow root can be turned into HTML.
pub fn shadowrootserializable(value: Bool) -> Attribute(message) {
  boolean("shadowrootserializable", value)
}

// TABLES

/// A short form of the content of a heading cell.
pub fn abbr(value: String) -> Attribute(message) {
  attribute("abbr", value)
}

/// How many columns a cell spans.
pub fn colspan(value: Int) -> Attribute(message) {
  attribute("colspan", int.to_string(value))
}

/// The identifiers of the heading cells of a cell.
pub fn headers(values: List(String)) -> Attribute(message) {
  attribute("headers", string.join(values, " "))
}

/// How many rows a cell spans.
pub fn rowspan(value: Int) -> Attribute(message) {
  attribute("rowspan", int.to_string(value))
}

/// How many columns a `col` or `colgroup` spans.
pub fn span(value: Int) -> Attribute(message) {
  attribute("span", int.to_string(value))
}

/// What a heading cell is the heading of: `row`, `col`, `rowgroup` or
/// `colgroup`.
pub fn scope(value: String) -> Attribute(message) {
  attribute("scope", value)
}

// TIMES

/// A time in a form for machines.
pub fn datetime(value: String) -> Attribute(message) {
  attribute("datetime", value)
}

// ARIA

/// The identifier of the child that acts as if it had the focus.
pub fn aria_activedescendant(value: String) -> Attribute(message) {
  aria("activedescendant", value)
}

/// Whether a change is announced with the whole region around it.
pub fn aria_atomic(value: Bool) -> Attribute(message) {
  aria("atomic", true_or_false(value))
}

/// What kind of completion an input offers: `inline`, `list`, `both` or `none`.
pub fn aria_autocomplete(value: String) -> Attribute(message) {
  aria("autocomplete", value)
}

/// The name of the element in braille.
pub fn aria_braillelabel(value: String) -> Attribute(message) {
  aria("braillelabel", value)
}

/// What the element is, in braille.
pub fn aria_brailleroledescription(value: String) -> Attribute(message) {
  aria("brailleroledescription", value)
}

/// Whether the element is being changed, so that announcements should wait.
pub fn aria_busy(value: Bool) -> Attribute(message) {
  aria("busy", true_or_false(value))
}

/// The state of a checkbox-like element: `true`, `false` or `mixed`.
pub fn aria_checked(value: String) -> Attribute(message) {
  aria("checked", value)
}

/// How many columns there are, also those not on the page.
pub fn aria_colcount(value: Int) -> Attribute(message) {
  aria("colcount", int.to_string(value))
}

/// The number of the column among all columns.
pub fn aria_colindex(value: Int) -> Attribute(message) {
  aria("colindex", int.to_string(value))
}

/// The number of the column, in words.
pub fn aria_colindextext(value: String) -> Attribute(message) {
  aria("colindextext", value)
}

/// How many columns a cell spans.
pub fn aria_colspan(value: Int) -> Attribute(message) {
  aria("colspan", int.to_string(value))
}

/// The identifiers of the elements that this one controls.
pub fn aria_controls(value: String) -> Attribute(message) {
  aria("controls", value)
}

/// Marks the current one of a set, such as `page` or `step`.
pub fn aria_current(value: String) -> Attribute(message) {
  aria("current", value)
}

/// The identifiers of the elements that describe this one.
pub fn aria_describedby(value: String) -> Attribute(message) {
  aria("describedby", value)
}

/// A description of the element.
pub fn aria_description(value: String) -> Attribute(message) {
  aria("description", value)
}

/// The identifiers of the elements that give details of this one.
pub fn aria_details(value: String) -> Attribute(message) {
  aria("details", value)
}

/// Whether the element is shown but cannot be used.
pub fn aria_disabled(value: Bool) -> Attribute(message) {
  aria("disabled", true_or_false(value))
}

/// The identifier of the element with the error message for this one.
pub fn aria_errormessage(value: String) -> Attribute(message) {
  aria("errormessage", value)
}

/// Whether what the element controls is opened up.
pub fn aria_expanded(value: Bool) -> Attribute(message) {
  aria("expanded", true_or_false(value))
}

/// The identifiers of the elements to be read next.
pub fn aria_flowto(value: String) -> Attribute(message) {
  aria("flowto", value)
}

/// What kind of popup the element opens, such as `menu` or `dialog`.
pub fn aria_haspopup(value: String) -> Attribute(message) {
  aria("haspopup", value)
}

/// Whether the element is hidden from assistive tools.
pub fn aria_hidden(value: Bool) -> Attribute(message) {
  aria("hidden", true_or_false(value))
}

/// Whether and how the value is wrong: `true`, `false`, `grammar` or
/// `spelling`.
pub fn aria_invalid(value: String) -> Attribute(message) {
  aria("invalid", value)
}

/// The keys that activate the element.
pub fn aria_keyshortcuts(value: String) -> Attribute(message) {
  aria("keyshortcuts", value)
}

/// The name of the element.
pub fn aria_label(value: String) -> Attribute(message) {
  aria("label", value)
}

/// The identifiers of the elements that name this one.
pub fn aria_labelledby(value: String) -> Attribute(message) {
  aria("labelledby", value)
}

/// The level of the element in a hierarchy.
pub fn aria_level(value: Int) -> Attribute(message) {
  aria("level", int.to_string(value))
}

/// How soon changes are announced: `off`, `polite` or `assertive`.
pub fn aria_live(value: String) -> Attribute(message) {
  aria("live", value)
}

/// Whether nothing but this element can be used while it is shown.
pub fn aria_modal(value: Bool) -> Attribute(message) {
  aria("modal", true_or_false(value))
}

/// Whether the text can have several lines.
pub fn aria_multiline(value: Bool) -> Attribute(message) {
  aria("multiline", true_or_false(value))
}

/// Whether more than one item can be selected.
pub fn aria_multiselectable(value: Bool) -> Attribute(message) {
  aria("multiselectable", true_or_false(value))
}

/// `horizontal` or `vertical`.
pub fn aria_orientation(value: String) -> Attribute(message) {
  aria("orientation", value)
}

/// The identifiers of elements that count as children without being inside.
pub fn aria_owns(value: String) -> Attribute(message) {
  aria("owns", value)
}

/// A hint for an empty input.
pub fn aria_placeholder(value: String) -> Attribute(message) {
  aria("placeholder", value)
}

/// The number of the item in its set.
pub fn aria_posinset(value: Int) -> Attribute(message) {
  aria("posinset", int.to_string(value))
}

/// The state of a toggle button: `true`, `false` or `mixed`.
pub fn aria_pressed(value: String) -> Attribute(message) {
  aria("pressed", value)
}

/// Whether the value can be read but not changed.
pub fn aria_readonly(value: Bool) -> Attribute(message) {
  aria("readonly", true_or_false(value))
}

/// Which changes are announced, such as `additions text`.
pub fn aria_relevant(value: String) -> Attribute(message) {
  aria("relevant", value)
}

/// Whether there has to be a value.
pub fn aria_required(value: Bool) -> Attribute(message) {
  aria("required", true_or_false(value))
}

/// What the element is, in words for people.
pub fn aria_roledescription(value: String) -> Attribute(message) {
  aria("roledescription", value)
}

/// How many rows there are, also those not on the page.
pub fn aria_rowcount(value: Int) -> Attribute(message) {
  aria("rowcount", int.to_string(value))
}

/// The number of the row among all rows.
pub fn aria_rowindex(value: Int) -> Attribute(message) {
  aria("rowindex", int.to_string(value))
}

/// The number of the row, in words.
pub fn aria_rowindextext(value: String) -> Attribute(message) {
  aria("rowindextext", value)
}

/// How many rows a cell spans.
pub fn aria_rowspan(value: Int) -> Attribute(message) {
  aria("rowspan", int.to_string(value))
}

/// Whether the item is selected.
pub fn aria_selected(value: Bool) -> Attribute(message) {
  aria("selected", true_or_false(value))
}

/// How many items the set has, also those not on the page.
pub fn aria_setsize(value: Int) -> Attribute(message) {
  aria("setsize", int.to_string(value))
}

/// How the column is sorted: `ascending`, `descending`, `none` or `other`.
pub fn aria_sort(value: String) -> Attribute(message) {
  aria("sort", value)
}

/// The greatest value.
pub fn aria_valuemax(value: String) -> Attribute(message) {
  aria("valuemax", value)
}

/// The least value.
pub fn aria_valuemin(value: String) -> Attribute(message) {
  aria("valuemin", value)
}

/// The current value.
pub fn aria_valuenow(value: String) -> Attribute(message) {
  aria("valuenow", value)
}

/// The current value, in words.
pub fn aria_valuetext(value: String) -> Attribute(message) {
  aria("valuetext", value)
}
