//! Tests of paragraphs whose own files would become too long with them.

mod awaited;
mod p40;
mod p41;
mod p56;
