//! What the Rules prescribe stands on the paper, in both languages; and the file itself is sound.

mod act;
mod external;
mod file;
mod follow;
mod items;
mod order;
mod paper;
mod report;
