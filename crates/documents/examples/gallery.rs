//! Every sample document in both languages as PDF, and one of each kind as a draft: `cargo run -p documents --example gallery -- OUTDIR`.

use documents::{Document, Language, pdf, sample};
use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("usage: gallery OUTDIR")?);
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        for document in sample::all(language) {
            write(&folder, "", &document, language)?;
            write(&folder, ".draft", &sample::draft(document), language)?;
        }
    }
    Ok(())
}

fn write(folder: &std::path::Path, mark: &str, document: &Document, language: Language) -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    let bytes = pdf(document, language)?;
    let name = format!("{}{mark}.{}.pdf", document.kind(), language.code());
    println!("{name:32} {:>6} kB {:>6.1} ms", bytes.len() / 1024, began.elapsed().as_secs_f64() * 1000.0);
    Ok(fs::write(folder.join(name), bytes)?)
}
