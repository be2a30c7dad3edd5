//! The villages below the districts of the demo registry: invented, and marked so.

use jiff::civil::date;
use law::bodies::{Body, BodyKind, bin_is_valid};
use store::{Edit, Words, bodies::BodyRow};

use super::super::stories::Result;
use crate::app::Shared;

/// Invented rural okrugs: Kazakh, Russian and English.
const NAMES: [(&str, &str, &str); 29] = [
    ("Ақбұлақ", "Акбулакский", "Akbulak"),
    ("Ақжар", "Акжарский", "Akzhar"),
    ("Аққайың", "Аккайынский", "Akkaiyn"),
    ("Ақтерек", "Актерекский", "Akterek"),
    ("Арайлы", "Арайлинский", "Araily"),
    ("Ащысай", "Ащысайский", "Ashchysai"),
    ("Байтерек", "Байтерекский", "Baiterek"),
    ("Бірлік", "Бирликский", "Birlik"),
    ("Достық", "Достыкский", "Dostyk"),
    ("Еңбек", "Енбекский", "Yenbek"),
    ("Жаңажол", "Жанажолский", "Zhanazhol"),
    ("Жаңаталап", "Жанаталапский", "Zhanatalap"),
    ("Жасыл", "Жасылский", "Zhasyl"),
    ("Жетіген", "Жетигенский", "Zhetigen"),
    ("Қайнар", "Кайнарский", "Kainar"),
    ("Қарасу", "Карасуский", "Karasu"),
    ("Қызылту", "Кызылтуский", "Kyzyltu"),
    ("Көкбұлақ", "Кокбулакский", "Kokbulak"),
    ("Көктал", "Коктальский", "Koktal"),
    ("Көктерек", "Коктерекский", "Kokterek"),
    ("Мойынты", "Мойынтинский", "Moiynty"),
    ("Наурыз", "Наурызский", "Nauryz"),
    ("Самал", "Самалский", "Samal"),
    ("Сарыжаз", "Сарыжазский", "Saryzhaz"),
    ("Талдысай", "Талдысайский", "Taldysai"),
    ("Тасбұлақ", "Тасбулакский", "Tasbulak"),
    ("Тасты", "Тастинский", "Tasty"),
    ("Шалқар", "Шалкарский", "Shalkar"),
    ("Шұғыла", "Шугылинский", "Shugyla"),
];

/// A number with a checksum that closes it.
fn bin(serial: usize) -> String {
    let base = format!("2101401{:04}", serial % 10_000);
    (0..10).map(|last| format!("{base}{last}")).find(|b| bin_is_valid(b)).unwrap_or(format!("{base}0"))
}

/// Adds akims of rural okrugs below every district that has none.
pub(super) async fn villages(app: &Shared) -> Result<()> {
    let registry = app.registry();
    let mut rows = Vec::new();
    let mut districts: Vec<&Body> = registry.tree.iter().filter(|b| b.kind == BodyKind::DistrictAkimat).collect();
    districts.sort_by(|a, b| a.id.cmp(&b.id));
    for district in districts {
        let of = |lang| registry.name(&district.id, lang);
        let (kk, ru, en) = (of(crate::words::Lang::Kk), of(crate::words::Lang::Ru), of(crate::words::Lang::En));
        for (n, (name_kk, name_ru, name_en)) in NAMES.iter().enumerate() {
            let id = format!("{}-okrug-{}", district.id, n + 1);
            let name = Words::new(
                format!("{name_kk} ауылдық округінің әкімі ({kk}, демо)"),
                format!("Аким {name_ru}ого сельского округа ({ru}, демо)").replace("ийого", "ого"),
                format!("Akim of {name_en} rural okrug ({en}, demo)"),
            );
            rows.push(BodyRow {
                body: Body {
                    id,
                    kind: BodyKind::RuralAkim,
                    parent: Some(district.id.clone()),
                    coordinated_by: None,
                    territory: district.territory.clone(),
                    valid_from: date(2021, 7, 19),
                    valid_to: None,
                },
                bin: bin(rows.len()),
                short: name.clone(),
                name,
                address_kk: String::new(),
                address_ru: String::new(),
            });
        }
    }
    let edit = Edit { by: serde_json::json!({"name": "демо"}), at: app.clock.now() };
    store::bodies::upsert(&app.db, &rows, &edit).await?;
    app.reload_registry().await?;
    Ok(())
}
