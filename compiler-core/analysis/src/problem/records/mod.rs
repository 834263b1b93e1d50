//! Records: fields and updates.

mod not_a_record_constructor;
mod record_of_unknown_type;
mod unknown_field;
mod unsafe_update;
mod update_in_guard;
mod wrong_variant_update;

pub use not_a_record_constructor::NotARecordConstructor;
pub use record_of_unknown_type::RecordOfUnknownType;
pub use unknown_field::{FieldPlace, UnknownField};
pub use unsafe_update::{UnsafeUpdate, UpdateField};
pub use update_in_guard::UpdateInGuard;
pub use wrong_variant_update::WrongVariantUpdate;

use super::Problem;
use super::words::Kind;

/// Records: fields and updates.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordsProblem {
    /// See [`UpdateInGuard`].
    UpdateInGuard(UpdateInGuard),
    /// See [`UnknownField`].
    UnknownField(UnknownField),
    /// See [`RecordOfUnknownType`].
    RecordOfUnknownType(RecordOfUnknownType),
    /// See [`NotARecordConstructor`].
    NotARecordConstructor(NotARecordConstructor),
    /// See [`UnsafeUpdate`].
    UnsafeUpdate(UnsafeUpdate),
    /// See [`WrongVariantUpdate`].
    WrongVariantUpdate(WrongVariantUpdate),
}

impl RecordsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::UpdateInGuard(it) => it,
            Self::UnknownField(it) => it,
            Self::RecordOfUnknownType(it) => it,
            Self::NotARecordConstructor(it) => it,
            Self::UnsafeUpdate(it) => it,
            Self::WrongVariantUpdate(it) => it,
        }
    }
}

impl From<UnknownField> for Problem {
    fn from(it: UnknownField) -> Self {
        Self::Records(RecordsProblem::UnknownField(it))
    }
}

impl From<RecordOfUnknownType> for Problem {
    fn from(it: RecordOfUnknownType) -> Self {
        Self::Records(RecordsProblem::RecordOfUnknownType(it))
    }
}

impl From<NotARecordConstructor> for Problem {
    fn from(it: NotARecordConstructor) -> Self {
        Self::Records(RecordsProblem::NotARecordConstructor(it))
    }
}

impl From<UnsafeUpdate> for Problem {
    fn from(it: UnsafeUpdate) -> Self {
        Self::Records(RecordsProblem::UnsafeUpdate(it))
    }
}

impl From<WrongVariantUpdate> for Problem {
    fn from(it: WrongVariantUpdate) -> Self {
        Self::Records(RecordsProblem::WrongVariantUpdate(it))
    }
}

impl From<UpdateInGuard> for Problem {
    fn from(it: UpdateInGuard) -> Self {
        Self::Records(RecordsProblem::UpdateInGuard(it))
    }
}
