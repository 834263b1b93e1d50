//! Types and functions of an interface, as a reader of Gleam would write them.

use serde_json::Value;

/// `fn(List(a), with: fn(a) -> gleam/option.Option(b)) -> Int`
pub(crate) fn function(function: &Value) -> String {
    let result = type_(&function["return"]);
    format!("fn{} -> {result}", parameters(&function["parameters"]))
}

/// `Ok(a)`
pub(crate) fn constructor(constructor: &Value) -> String {
    let name = constructor["name"].as_str().unwrap_or_default();
    match constructor["parameters"].as_array() {
        Some(fields) if !fields.is_empty() => {
            format!("{name}{}", parameters(&constructor["parameters"]))
        }
        _ => name.to_string(),
    }
}

fn parameters(parameters: &Value) -> String {
    let parameter = |parameter: &Value| {
        let ty = type_(&parameter["type"]);
        match parameter["label"].as_str() {
            Some(label) => format!("{label}: {ty}"),
            None => ty,
        }
    };
    in_parentheses(parameters, parameter)
}

fn type_(ty: &Value) -> String {
    match ty["kind"].as_str() {
        Some("named") => {
            let name = ty["name"].as_str().unwrap_or_default();
            let module = ty["module"].as_str().unwrap_or_default();
            let path = if module == "gleam" {
                name.to_string()
            } else {
                format!("{module}.{name}")
            };
            let none = ty["parameters"].as_array().is_none_or(Vec::is_empty);
            let arguments = if none {
                String::new()
            } else {
                in_parentheses(&ty["parameters"], type_)
            };
            format!("{path}{arguments}")
        }
        Some("fn") => {
            let parameters = in_parentheses(&ty["parameters"], type_);
            format!("fn{parameters} -> {}", type_(&ty["return"]))
        }
        Some("tuple") => format!("#{}", in_parentheses(&ty["elements"], type_)),
        _ => {
            let id = ty["id"].as_u64().unwrap_or_default();
            let letter = char::from(b'a' + u8::try_from(id % 26).unwrap_or_default());
            let round = id / 26;
            if round == 0 {
                letter.to_string()
            } else {
                format!("{letter}{round}")
            }
        }
    }
}

fn in_parentheses(items: &Value, print: impl Fn(&Value) -> String) -> String {
    let items: Vec<String> = items.as_array().into_iter().flatten().map(print).collect();
    format!("({})", items.join(", "))
}
