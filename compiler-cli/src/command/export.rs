//! `tindra export`

use std::process::ExitCode;

use crate::args::Export;
use crate::command::{escript, publish, shipment};
use crate::failure::Failure;

/// Makes what people outside of the project use.
pub(crate) fn export(command: &Export) -> Result<ExitCode, Failure> {
    match command {
        Export::Escript(packages) => escript::export(packages),
        Export::ErlangShipment(packages) => shipment::export(packages),
        Export::HexTarball(packages) => publish::export(packages),
    }
}
