//! What tests share: Markdown pages as test data, and files in memory.

mod memory;
mod page;

pub use memory::Memory;
pub use page::{Case, Fence, Page, difference, pages_below};
