//! §13: the grounds of an inspection (Code art. 144(3)), and an appeal that is one of them. An anonymous appeal never is
//! (art. 144(4)).

/// The grounds; words are locale keys `inspection-ground-…`.
pub const GROUNDS: [&str; 10] = [
    // Compliance with a prescription on gross violations.
    "1",
    // Compliance with a prescription on significant or insignificant violations: not told, or not remedied.
    "1-1", // Appeals on violations whose persistence leads to harm to life or health.
    "2",   // Appeals on harm already caused.
    "3",   // Appeals of persons whose rights were violated.
    "4",   // Instruction of a prosecutor.
    "5",   // Appeals of state bodies.
    "6",   // Counter-check of a third party.
    "7",   // Repeated check after the subject disagreed.
    "8",   // Instruction of a criminal prosecution body.
    "9",
];

/// Those that an appeal is.
pub const OF_APPEALS: [&str; 4] = ["2", "3", "4", "6"];

/// Whether an appeal is this ground.
pub fn appeal(ground: &str) -> bool {
    OF_APPEALS.contains(&ground)
}

/// Whether the subject is told nothing beforehand (art. 147(1)).
pub fn without_notice(ground: &str) -> bool {
    matches!(ground, "3" | "4" | "9")
}

/// Whether it is compliance with a prescription.
pub fn prescription(ground: &str) -> bool {
    matches!(ground, "1" | "1-1")
}

/// Whether the same question may be checked again for the same period (art. 151).
pub fn may_repeat(ground: &str) -> bool {
    matches!(ground, "1" | "1-1" | "3" | "4" | "8" | "9")
}
