//! Every sample document in both languages as PDF, and one of each kind as a draft; the reports too: `cargo run -p documents --example gallery -- OUTDIR`.

use documents::{Language, pdf, report_pdf, sample};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("usage: gallery OUTDIR")?);
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        for document in sample::all(language) {
            write(&folder, document.kind(), language, || pdf(&document, language))?;
            let draft = sample::draft(document);
            write(&folder, &format!("{}.draft", draft.kind()), language, || pdf(&draft, language))?;
        }
        for (n, document) in sample::external(language).into_iter().enumerate() {
            let name = format!("external_{:02}_{}", n + 1, document.kind());
            write(&folder, &name, language, || pdf(&document, language))?;
            let draft = sample::draft(document);
            write(&folder, &format!("{name}.draft"), language, || pdf(&draft, language))?;
        }
        let report = sample::report(language);
        for (name, paper) in [
            ("report_1", report.clone()),
            ("report_1.draft", sample::report_draft(report)),
            ("report_4", sample::report_electronic(language)),
        ] {
            write(&folder, name, language, || report_pdf(&paper, language))?;
        }
    }
    Ok(())
}

fn write(
    folder: &Path,
    name: &str,
    language: Language,
    set: impl FnOnce() -> Result<Vec<u8>, documents::Error>,
) -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    let bytes = set()?;
    let name = format!("{name}.{}.pdf", language.code());
    println!("{name:32} {:>6} kB {:>6.1} ms", bytes.len() / 1024, began.elapsed().as_secs_f64() * 1000.0);
    Ok(fs::write(folder.join(name), bytes)?)
}
