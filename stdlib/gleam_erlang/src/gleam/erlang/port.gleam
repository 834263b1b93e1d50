//// Ports: the ends of the pipes that lead from the virtual machine to programs,
//// sockets and drivers outside of it.

/// One open port.
pub type Port
