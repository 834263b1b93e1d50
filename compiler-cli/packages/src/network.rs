//! The only door to the network.

use std::io::Read;
use std::time::Duration;

use ureq::Agent;
use ureq::http;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// What is asked of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Headers, in order.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for none.
    pub body: Vec<u8>,
}

/// What it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// As much of the body as came.
    pub body: Vec<u8>,
    /// Why the body ended before it was whole.
    pub cut: Option<String>,
    /// The value of the header `x-hex-otp` or `www-authenticate`, by which a server asks for a second factor.
    pub challenge: Option<String>,
}

/// Sends requests.
pub trait Network: Sync {
    /// Sends a request once; in words why there was no answer at all.
    fn send(&self, request: &Request) -> Result<Response, String>;
}

impl Request {
    /// A request to read something.
    pub fn get(url: String) -> Self {
        Self {
            method: "GET",
            url,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }
}

/// No bodies larger than this are read.
const LIMIT: u64 = 512 << 20;

/// The real network: HTTP and HTTPS, through the proxies that the environment names.
pub struct Http {
    agent: Agent,
}

impl Http {
    /// `certificates`: authorities in PEM form that are trusted instead of the built-in ones.
    pub fn new(certificates: Option<&[u8]>) -> Self {
        let mut tls = TlsConfig::builder();
        if let Some(pem) = certificates {
            let found = ureq::tls::parse_pem(pem).filter_map(|item| match item {
                Ok(ureq::tls::PemItem::Certificate(certificate)) => Some(certificate),
                _ => None,
            });
            let found: Vec<Certificate<'static>> = found.collect();
            tls = tls.root_certs(RootCerts::from(found));
        }
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .tls_config(tls.build())
            .user_agent(concat!("tindra/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_mins(1)))
            .build();
        Self {
            agent: config.into(),
        }
    }
}

impl Network for Http {
    fn send(&self, request: &Request) -> Result<Response, String> {
        let mut builder = http::Request::builder()
            .method(request.method)
            .uri(&request.url);
        for (name, value) in &request.headers {
            builder = builder.header(*name, value);
        }
        let answer = if request.body.is_empty() && matches!(request.method, "GET" | "DELETE") {
            let message = builder.body(()).map_err(|error| error.to_string())?;
            self.agent.run(message)
        } else {
            let message = builder
                .body(&*request.body)
                .map_err(|error| error.to_string())?;
            self.agent.run(message)
        };
        let mut answer = answer.map_err(|error| error.to_string())?;
        let header = |name: &str| {
            let value = answer.headers().get(name)?;
            value.to_str().ok().map(str::to_string)
        };
        let challenge = header("x-hex-otp").or_else(|| header("www-authenticate"));
        let status = answer.status().as_u16();
        let (body, cut) = read_body(answer.body_mut().as_reader());
        Ok(Response {
            status,
            body,
            cut,
            challenge,
        })
    }
}

/// Reads what comes, and tells why it ended if that was too early.
fn read_body(reader: impl Read) -> (Vec<u8>, Option<String>) {
    let mut body = Vec::new();
    let cut = reader
        .take(LIMIT)
        .read_to_end(&mut body)
        .err()
        .map(|error| error.to_string());
    (body, cut)
}
