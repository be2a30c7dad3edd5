//! The command line as somebody at a terminal meets it: the binary itself, its output, its exit codes.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sapa::{
    Outside,
    app::{App, Shared},
    config::Config,
    door, import,
    words::{Lang, Words},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

#[path = "cli/deadlines.rs"]
mod deadlines;
#[path = "cli/people.rs"]
mod people;
#[path = "cli/proof.rs"]
mod proof;
#[path = "cli/registry.rs"]
mod registry;
#[path = "cli/report.rs"]
mod report;

/// What a command said.
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// The output of a command that has succeeded.
    #[track_caller]
    fn fine(self) -> String {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self.out
    }
}

/// The binary without the settings of whoever runs the tests.
fn sapa(args: &[&str]) -> Said {
    given(args, &[], "")
}

fn given(args: &[&str], env: &[(&str, &str)], input: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sapa"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SAPA_")) {
        command.env_remove(name);
    }
    command.args(args).envs(env.iter().copied()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary is there");
    // A command that reads nothing may be gone already.
    let _ = child.stdin.take().expect("it was piped").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    Said {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder of this run of this test alone, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).expect("the target folder can be written");
        self.path(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A demo database in a folder of its own.
struct Demo {
    folder: Folder,
    database: String,
}

impl Demo {
    /// With bodies, services and people.
    fn bare(test: &str) -> Self {
        Self::seeded(test, &["--bare"])
    }

    /// With cases, too.
    fn full(test: &str) -> Self {
        Self::seeded(test, &[])
    }

    fn seeded(test: &str, how: &[&str]) -> Self {
        let folder = Folder::new(test);
        let database = folder.path("demo.sqlite");
        sapa(&[&["demo", "--database", &database, "--seed-only"], how].concat()).fine();
        Self { folder, database }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        self.folder.write(name, bytes)
    }

    /// A command on this database.
    fn sapa(&self, args: &[&str]) -> Said {
        sapa(&[args, &["--db", &self.database]].concat())
    }
}

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
