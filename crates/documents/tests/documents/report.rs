//! Annexes 1–4 and §63: the quarterly reports as paper.

use crate::file::look;
use crate::paper::{holds, lacks, pages_of, squeeze};
use documents::{
    Language, NoteSection, ReportPaper, ReportRow, ReportSection, Signer, SmallTable, TableHead, report_pdf,
    report_svg_pages, sample,
};
use lopdf::Document as Pdf;

const KK: Language = Language::Kk;

fn pages(paper: &ReportPaper) -> Vec<String> {
    pages_of(&report_pdf(paper, KK).expect("the report is set"))
}

fn every() -> impl Iterator<Item = (ReportPaper, Language)> {
    Language::ALL.into_iter().flat_map(|l| {
        [sample::report(l), sample::report_draft(sample::report(l)), sample::report_electronic(l)]
            .map(|paper| (paper, l))
    })
}

/// Only sections 2.3 and 2.4.
fn complaints() -> ReportPaper {
    let mut paper = sample::report(KK);
    paper.tables.drain(..2);
    paper
}

/// The pages that hold rows.
fn form(pages: &[String]) -> &[String] {
    let note = pages.iter().position(|page| page.contains(&squeeze("1-мқ нысаны бойынша есепке"))).expect("the note");
    &pages[..note]
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (paper, language) in every() {
        let frozen = serde_json::to_string(&paper).expect("written");
        let thawed: ReportPaper = serde_json::from_str(&frozen).expect("read");
        assert_eq!(thawed, paper);
        let first = report_pdf(&paper, language).expect("set");
        assert!(first == report_pdf(&thawed, language).expect("set again"), "{} differs", paper.name);
    }
}

#[test]
fn a_head_is_named_in_json() {
    let json = serde_json::to_value(sample::report(KK)).expect("written");
    assert_eq!(json["tables"][0]["head"]["kind"], "months");
    assert_eq!(json["tables"][1]["head"]["kind"], "months_by_person");
    let json = serde_json::to_value(sample::report_electronic(KK)).expect("written");
    assert_eq!(json["tables"][0]["head"]["kind"], "results");
}

#[test]
fn nothing_of_a_report_is_lost() {
    for (paper, language) in every() {
        let text = pages_of(&report_pdf(&paper, language).expect("set")).concat();
        look(&text, "", &serde_json::to_value(&paper).expect("written"), "report");
    }
}

#[test]
fn annex_1_has_every_row_with_its_figures() {
    let paper = sample::report(KK);
    let text = pages(&paper).concat();
    let rows: Vec<&ReportRow> = paper.tables.iter().flat_map(|t| &t.sections).flat_map(|s| &s.rows).collect();
    let mut from = 0;
    // In the order of the annex, number, label and cells side by side; the head of a page may come between rows only.
    for row in &rows {
        let expected = squeeze(&format!("{}{}{}", row.number, row.label, row.cells.concat()));
        let at = text[from..].find(&expected);
        from += at.unwrap_or_else(|| panic!("row {} {} is not in its place", row.number, row.label)) + expected.len();
    }
    let numbers: Vec<&str> =
        rows.iter().map(|row| row.number.trim_end_matches('.')).filter(|n| !n.is_empty()).collect();
    let counts = [2, 4, 10, 0, 0, 0, 6, 3, 2, 1, 0, 4, 2, 4, 4, 3, 7, 3, 0, 0, 0, 0];
    let expected: Vec<String> = (1..)
        .zip(counts)
        .flat_map(|(n, parts)| std::iter::once(n.to_string()).chain((1..=parts).map(move |part| format!("{n}.{part}"))))
        .collect();
    assert_eq!(numbers, expected);
}

#[test]
fn zero_and_no_data_stay_apart() {
    let mut paper = sample::report(KK);
    paper.tables.truncate(1);
    paper.tables[0].sections.truncate(1);
    let rows = &mut paper.tables[0].sections[0].rows;
    rows.truncate(4);
    rows[0].cells = ["0", "-", "", "7"].map(Into::into).into();
    rows[1].cells = vec!["-".into(); 4];
    rows[2].cells = vec![String::new(); 4];
    rows[3].cells = vec!["1\u{2009}234\u{2009}567".into()]; // the others are missing
    let text = pages(&paper).concat();
    let label = |n: usize| paper.tables[0].sections[0].rows[n].label.clone();
    // The last two rows may stand on the next page, with the signatures.
    for (n, cells, next) in [(0, "0-7", "1.1."), (1, "----", ""), (2, "", "2."), (3, "1234567", "")] {
        holds(&text, &[&format!("{}{cells}{next}", label(n))]);
    }
}

#[test]
fn every_page_of_the_form_has_the_head_of_its_table() {
    for lines in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55] {
        let mut paper = complaints();
        let rows = &mut paper.tables[0].sections[1].rows;
        let one = rows[1].clone();
        rows.extend(std::iter::repeat_n(one, lines));
        let pages = pages(&paper);
        for page in form(&pages) {
            holds(page, &["Атқарылып жатқан шаралар", "Айлардың атауы", "Ақпан (мамыр, тамыз, қараша)", "БАРЛЫҒЫ"]);
        }
    }
}

#[test]
fn section_titles_stay_with_their_rows() {
    for lines in 0..12 {
        let mut paper = sample::report(KK);
        paper.tables.truncate(1);
        let rows = &mut paper.tables[0].sections[0].rows;
        let one = rows[1].clone();
        rows.extend(std::iter::repeat_n(one, lines));
        let pages = pages(&paper);
        let text = squeeze("2. Мемлекеттік қызмет көрсету сапасы мониторингінің нәтижелері туралы ақпарат");
        let row = squeeze("10.Мемлекеттік көрсетілетін қызметтер тізіліміндегі");
        assert!(pages.iter().any(|page| page.contains(&text) && page.contains(&row)), "with {lines} lines more");
    }
}

#[test]
fn annexes_3_and_4_have_reasons_beside_their_figures() {
    let paper = sample::report_electronic(KK);
    let pages = pages(&paper);
    let TableHead::Results { labels } = &paper.tables[0].head else { panic!("form 4 has results") };
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    pages.iter().for_each(|page| holds(page, &labels));
    holds(
        &pages.concat(),
        &[
            "1 Электрондық түрде көрсетілген мемлекеттік қызметтер 483 718 9 812 17",
            "1.5 Қарағанды облысының әкімдігі",
            "9 632 75 құжаттар топтамасы толық емес 2 жауапты қызметкердің ауысуы",
        ],
    );
}

#[test]
fn both_signers_stand_together_and_never_alone() {
    for lines in 0..14 {
        let mut paper = complaints();
        let rows = &mut paper.tables[0].sections[1].rows;
        let one = rows[1].clone();
        rows.splice(1..1, std::iter::repeat_n(one, lines));
        let pages = pages(&paper);
        holds(
            form(&pages).last().expect("a page"),
            &[
                "22. Мемлекеттік көрсетілетін қызметтер бойынша біліктілікті арттыру",
                "Органның атауы:",
                "Өтеғұлов Нұрлан Іңкәрұлы",
                "ЭЦҚ орнына жүйеде қол қойылды 08.10.2026 16:40",
                "Жүнісов Ерғазы Мұратұлы",
                "ЭЦҚ орнына жүйеде қол қойылды 09.10.2026 11:05",
                "(бар болған жағдайда)",
                "М.О.",
            ],
        );
    }
}

#[test]
fn drafts_demonstrations_and_versions_say_so_on_every_page() {
    for (draft, language) in [("ЖОБА", Language::Kk), ("ПРОЕКТ", Language::Ru)] {
        let mut paper = sample::report(language);
        let signed = pages_of(&report_pdf(&paper, language).expect("set"));
        for (page, n) in signed.iter().zip(1..) {
            lacks(page, draft);
            let marks: Vec<&str> = paper.marks.iter().map(|mark| mark.value.as_str()).collect();
            holds(page, &marks);
            holds(page, &["ДЕМО", &format!("{n}/{}", signed.len())]);
        }
        paper.demo = None;
        lacks(&pages_of(&report_pdf(&paper, language).expect("set")).concat(), "ДЕМО");
        let drafts = pages_of(&report_pdf(&sample::report_draft(paper), language).expect("set"));
        drafts.iter().for_each(|page| holds(page, &[draft]));
        lacks(&drafts.concat(), &sample::report(language).executor.mark);
    }
}

/// Whether the metadata of the file say so.
fn claims(paper: &ReportPaper, claim: &str) -> bool {
    let file = Pdf::load_mem(&report_pdf(paper, KK).expect("set")).expect("read");
    let metadata = file.catalog().and_then(|catalog| catalog.get(b"Metadata")?.as_reference()).expect("metadata");
    let stream = file.get_object(metadata).and_then(|object| object.as_stream()).expect("a stream");
    String::from_utf8(stream.get_plain_content().expect("plain")).expect("UTF-8").contains(claim)
}

#[test]
fn a_dated_report_is_archival_and_every_report_accessible() {
    let paper = sample::report(KK);
    for claim in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", &paper.name] {
        assert!(claims(&paper, claim), "{claim}");
    }
    let draft = sample::report_draft(paper);
    assert!(claims(&draft, "<pdfuaid:part>1<") && !claims(&draft, "<pdfaid:part>"));
}

#[test]
fn an_empty_report_is_still_a_page() {
    let nobody = Signer {
        label: String::new(),
        name: String::new(),
        position: String::new(),
        mark: String::new(),
        caption: String::new(),
        signature_caption: String::new(),
    };
    let mut paper = ReportPaper {
        name: String::new(),
        annex: String::new(),
        form_mark: String::new(),
        head: Vec::new(),
        data_title: String::new(),
        tables: Vec::new(),
        foot: Vec::new(),
        executor: nobody.clone(),
        head_person: nobody,
        date: String::new(),
        seal: String::new(),
        note: None,
        evidence: None,
        marks: Vec::new(),
        draft: None,
        demo: None,
    };
    assert_eq!(pages(&paper).len(), 1);
    // Tables without rows, a note whose parts are out of order.
    let full = sample::report(KK);
    paper.tables = full.tables;
    paper.tables[0].sections.clear();
    paper.tables[2].sections[1].rows.clear();
    paper.tables[1].sections[0].rows.clear();
    let mut note = full.note.expect("a note");
    note.title.clear();
    note.sections.reverse();
    note.sections.push(NoteSection {
        heading: String::new(),
        depth: 2,
        text: "\n\n бірінші\nекінші \n \n\nүшінші\n".into(),
        table: Some(SmallTable { header: Vec::new(), rows: vec![vec!["бір".into(), "2".into()], Vec::new()] }),
    });
    paper.note = Some(note);
    paper.evidence = full.evidence.map(|evidence| documents::Evidence { rows: Vec::new(), ..evidence });
    holds(&pages(&paper).concat(), &["бірінші екінші үшінші", "бір 2"]);
    assert_eq!(report_svg_pages(&paper, KK).expect("drawn").len(), pages(&paper).len());
}

#[test]
fn long_texts_break_and_stay_whole() {
    let mut paper = sample::report_electronic(KK);
    let rows = &mut paper.tables[0].sections[0].rows;
    rows[2].cells[2] = "Себебі: құжаттар толық емес. ".repeat(400) + "Соңғы себеп.";
    rows[5].cells[4] = "Мерзім бұзылған, ".repeat(300) + "соңғы дәлел";
    rows[3].label = "Электрондықүкіметинфрақұрылымынұйымдастырушылармен".repeat(3);
    let label = rows[3].label.clone();
    holds(&pages(&paper).concat(), &["Соңғы себеп.", "соңғы дәлел", &label, "Жүнісов Ерғазы Мұратұлы", "1.5"]);
}

#[test]
fn four_hundred_lines_are_set_whole() {
    let mut paper = sample::report(KK);
    let ReportSection { rows, .. } = &mut paper.tables[1].sections[0];
    let line = rows.iter().find(|row| row.line).expect("a line").clone();
    rows.extend((1..=400).map(|n| ReportRow { label: format!("{n}-жол. {}", line.label), ..line.clone() }));
    let text = pages(&paper).concat();
    (1..=400).for_each(|n| holds(&text, &[&format!("{n}-жол.")]));
}
