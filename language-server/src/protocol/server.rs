//! The server as the protocol library wants it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use camino::Utf8Path;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types as lsp;
use tower_lsp::{Client, LanguageServer, LspService, Server};

use super::{from_lsp, to_lsp};
use crate::Setup;
use crate::diagnostics::Diagnostic;
use crate::event::Event;
use crate::position::Range;
use crate::session::{self, Publish};

/// Runs the session on its own thread and the protocol on this one.
pub(crate) fn serve(setup: Setup) -> bool {
    let Ok(runtime) = Builder::new_current_thread().enable_all().build() else {
        return false;
    };
    let (events, received) = channel();
    let goodbye = Arc::new(AtomicBool::new(false));
    runtime.block_on(async {
        let handle = Handle::current();
        let (service, socket) = LspService::new(|client| {
            let editor = Editor {
                client: client.clone(),
                handle,
            };
            thread::spawn(move || session::run(setup, &received, &editor));
            Backend {
                events,
                goodbye: goodbye.clone(),
                watches: AtomicBool::new(false),
                client,
            }
        });
        Server::new(tokio::io::stdin(), tokio::io::stdout(), socket)
            .serve(service)
            .await;
    });
    // Reading standard input blocks a thread of the runtime that cannot be stopped.
    runtime.shutdown_background();
    goodbye.load(Ordering::Relaxed)
}

struct Backend {
    events: Sender<Event>,
    /// Whether the editor has said that it will leave.
    goodbye: Arc<AtomicBool>,
    /// Whether the editor can tell of changes on disk when it is asked to.
    watches: AtomicBool,
    client: Client,
}

impl Backend {
    /// The session ends only after this sender is gone.
    fn send(&self, event: Event) {
        let _ = self.events.send(event);
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        let watches = params
            .capabilities
            .workspace
            .and_then(|it| it.did_change_watched_files);
        let watches = watches
            .and_then(|it| it.dynamic_registration)
            .unwrap_or(false);
        self.watches.store(watches, Ordering::Relaxed);
        let sync = lsp::TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(lsp::TextDocumentSyncKind::INCREMENTAL),
            save: Some(lsp::TextDocumentSyncSaveOptions::Supported(true)),
            ..lsp::TextDocumentSyncOptions::default()
        };
        Ok(lsp::InitializeResult {
            server_info: Some(lsp::ServerInfo {
                name: "tindra".to_string(),
                version: Some(env!("CARGO_PKG_VERSION").to_string()),
            }),
            capabilities: lsp::ServerCapabilities {
                text_document_sync: Some(lsp::TextDocumentSyncCapability::Options(sync)),
                hover_provider: Some(lsp::HoverProviderCapability::Simple(true)),
                definition_provider: Some(lsp::OneOf::Left(true)),
                document_symbol_provider: Some(lsp::OneOf::Left(true)),
                document_formatting_provider: Some(lsp::OneOf::Left(true)),
                document_range_formatting_provider: Some(lsp::OneOf::Left(true)),
                ..lsp::ServerCapabilities::default()
            },
            ..lsp::InitializeResult::default()
        })
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        if self.watches.load(Ordering::Relaxed) {
            // An editor that refuses still tells when it saves.
            let _ = self.client.register_capability(vec![to_lsp::watch()]).await;
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.goodbye.store(true, Ordering::Relaxed);
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        if let Some(path) = from_lsp::path(&params.text_document.uri) {
            self.send(Event::Open {
                path,
                text: params.text_document.text,
            });
        }
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        if let Some(path) = from_lsp::path(&params.text_document.uri) {
            let edits = params
                .content_changes
                .into_iter()
                .map(from_lsp::edit)
                .collect();
            self.send(Event::Edit { path, edits });
        }
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        if let Some(path) = from_lsp::path(&params.text_document.uri) {
            self.send(Event::Close { path });
        }
    }

    async fn did_save(&self, _: lsp::DidSaveTextDocumentParams) {
        self.send(Event::DiskChanged);
    }

    async fn did_change_watched_files(&self, _: lsp::DidChangeWatchedFilesParams) {
        self.send(Event::DiskChanged);
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        let Some(at) = from_lsp::at(&params.text_document_position_params) else {
            return Ok(None);
        };
        let (reply, answer) = oneshot::channel();
        self.send(Event::Hover { at, reply });
        Ok(answer.await.ok().flatten().map(to_lsp::hover))
    }

    async fn goto_definition(
        &self,
        params: lsp::GotoDefinitionParams,
    ) -> Result<Option<lsp::GotoDefinitionResponse>> {
        let Some(at) = from_lsp::at(&params.text_document_position_params) else {
            return Ok(None);
        };
        let (reply, answer) = oneshot::channel();
        self.send(Event::Definition { at, reply });
        Ok(answer.await.ok().flatten().as_ref().and_then(to_lsp::place))
    }

    async fn document_symbol(
        &self,
        params: lsp::DocumentSymbolParams,
    ) -> Result<Option<lsp::DocumentSymbolResponse>> {
        let Some(path) = from_lsp::path(&params.text_document.uri) else {
            return Ok(None);
        };
        let (reply, answer) = oneshot::channel();
        self.send(Event::Symbols { path, reply });
        let symbols = answer.await.unwrap_or_default();
        let symbols = symbols.into_iter().map(to_lsp::symbol).collect();
        Ok(Some(lsp::DocumentSymbolResponse::Nested(symbols)))
    }

    async fn formatting(
        &self,
        params: lsp::DocumentFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        Ok(self.format(&params.text_document.uri, None).await)
    }

    async fn range_formatting(
        &self,
        params: lsp::DocumentRangeFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        let range = from_lsp::range(params.range);
        Ok(self.format(&params.text_document.uri, Some(range)).await)
    }
}

impl Backend {
    async fn format(&self, uri: &lsp::Uri, range: Option<Range>) -> Option<Vec<lsp::TextEdit>> {
        let path = from_lsp::path(uri)?;
        let (reply, answer) = oneshot::channel();
        self.send(Event::Format { path, range, reply });
        let edits = answer.await.unwrap_or_default();
        Some(edits.into_iter().filter_map(to_lsp::text_edit).collect())
    }
}

/// The way from the session to the editor.
struct Editor {
    client: Client,
    handle: Handle,
}

impl Publish for Editor {
    fn diagnostics(&self, path: &Utf8Path, diagnostics: Vec<Diagnostic>) {
        let Some(uri) = to_lsp::uri(path) else { return };
        let diagnostics = diagnostics.iter().map(to_lsp::diagnostic).collect();
        self.handle
            .block_on(self.client.publish_diagnostics(uri, diagnostics, None));
    }

    fn show_error(&self, text: &str) {
        self.handle
            .block_on(self.client.show_message(lsp::MessageType::ERROR, text));
    }
}
