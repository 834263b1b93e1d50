//! What changes the registry: publishing and what comes after it.

use serde_json::{Value, json};

use crate::network::{Network, Request, Response};
use crate::problem::Problem;
use crate::registry::Settings;

/// Somebody who may change packages.
pub struct Account<'a> {
    /// The network.
    pub network: &'a dyn Network,
    /// The registry.
    pub settings: &'a Settings,
    /// The key that stands for the person.
    pub key: &'a str,
    /// Asks the person for a one-time password; absent if there is nobody to ask.
    pub one_time_password: &'a dyn Fn() -> Option<String>,
}

/// How much an owner of a package may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// All but changing who owns it.
    Maintainer,
    /// All.
    Full,
}

impl Account<'_> {
    /// Publishes an archive.
    pub fn publish(&self, archive: Vec<u8>, replace: bool) -> Result<(), Problem> {
        let path = format!("publish?replace={replace}");
        self.send("publish the package", "POST", &path, Body::Tar(archive))
    }

    /// Publishes documentation: a compressed archive.
    pub fn publish_docs(&self, package: &str, version: &str, docs: Vec<u8>) -> Result<(), Problem> {
        let path = format!("packages/{package}/releases/{version}/docs");
        self.send("publish the documentation", "POST", &path, Body::Tar(docs))
    }

    /// Removes documentation.
    pub fn remove_docs(&self, package: &str, version: &str) -> Result<(), Problem> {
        let path = format!("packages/{package}/releases/{version}/docs");
        self.send("remove the documentation", "DELETE", &path, Body::None)
    }

    /// Marks a release as one that nobody should use any more.
    pub fn retire(
        &self,
        package: &str,
        version: &str,
        reason: &str,
        message: Option<&str>,
    ) -> Result<(), Problem> {
        let path = format!("packages/{package}/releases/{version}/retire");
        let body = json!({ "reason": reason, "message": message });
        self.send("retire the release", "POST", &path, Body::Json(body))
    }

    /// Takes that back.
    pub fn unretire(&self, package: &str, version: &str) -> Result<(), Problem> {
        let path = format!("packages/{package}/releases/{version}/retire");
        self.send("un-retire the release", "DELETE", &path, Body::None)
    }

    /// Removes a release.
    pub fn revert(&self, package: &str, version: &str) -> Result<(), Problem> {
        let path = format!("packages/{package}/releases/{version}");
        self.send("revert the release", "DELETE", &path, Body::None)
    }

    /// Makes somebody an owner of a package.
    pub fn add_owner(&self, package: &str, user: &str, level: Level) -> Result<(), Problem> {
        let level = match level {
            Level::Maintainer => "maintainer",
            Level::Full => "full",
        };
        self.owner(package, user, &json!({ "level": level, "transfer": false }))
    }

    /// Makes somebody the only owner of a package.
    pub fn transfer(&self, package: &str, user: &str) -> Result<(), Problem> {
        self.owner(package, user, &json!({ "level": "full", "transfer": true }))
    }

    fn owner(&self, package: &str, user: &str, body: &Value) -> Result<(), Problem> {
        let path = format!("packages/{package}/owners/{}", encoded(user));
        let body = Body::Json(body.clone());
        self.send("change the owners", "PUT", &path, body)
    }

    /// Sends a change, and again with a one-time password if the server wants one. It is never
    /// repeated otherwise: it may have happened.
    fn send(
        &self,
        action: &str,
        method: &'static str,
        path: &str,
        body: Body,
    ) -> Result<(), Problem> {
        let (kind, body) = match body {
            Body::None => (None, Vec::new()),
            Body::Tar(bytes) => (Some("application/x-tar"), bytes),
            Body::Json(value) => (Some("application/json"), value.to_string().into_bytes()),
        };
        let mut headers = vec![
            ("authorization", self.key.to_string()),
            ("accept", "application/json".to_string()),
        ];
        headers.extend(kind.map(|kind| ("content-type", kind.to_string())));
        let mut request = Request {
            method,
            url: format!("{}/{path}", self.settings.api),
            headers,
            body,
        };
        let mut response = self.once(&request)?;
        let wants_password = |response: &Response| {
            let challenge = response.challenge.as_deref().unwrap_or_default();
            response.status == 401 && (challenge.contains("totp") || challenge.contains("required"))
        };
        if wants_password(&response)
            && let Some(password) = (self.one_time_password)()
        {
            request.headers.push(("x-hex-otp", password));
            response = self.once(&request)?;
        }
        match response.status {
            200..300 => Ok(()),
            status => Err(Problem::Refused {
                action: action.to_string(),
                status,
                reason: reason(&response.body),
            }),
        }
    }

    fn once(&self, request: &Request) -> Result<Response, Problem> {
        let answer = self.network.send(request);
        answer.map_err(|reason| Problem::Network {
            url: request.url.clone(),
            reason,
        })
    }
}

enum Body {
    None,
    Tar(Vec<u8>),
    Json(Value),
}

/// What the server says is wrong, as lines.
fn reason(body: &[u8]) -> String {
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return String::from_utf8_lossy(body).trim().to_string();
    };
    let mut lines = Vec::new();
    lines.extend(value["message"].as_str().map(str::to_string));
    let mut waiting: Vec<(String, &Value)> = vec![(String::new(), &value["errors"])];
    while let Some((name, value)) = waiting.pop() {
        match value {
            Value::Object(fields) => {
                let fields = fields.iter().rev();
                waiting.extend(fields.map(|(name, value)| (name.clone(), value)));
            }
            Value::String(text) => lines.push(format!("{name}: {text}")),
            _ => {}
        }
    }
    lines.join("\n")
}

/// Text as a part of an address.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
