//! The register of public services: what each is called and which body is responsible for it.

use std::collections::HashMap;

use law::bodies::BodyTree;
use store::services::Service;

use super::{Fault, SERVICE_COLUMNS, cells::Cells, sheet};

/// Reads a file of services whose owners are in the registry.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub fn read_services(name: &str, bytes: &[u8], existing: &BodyTree) -> Result<Vec<Service>, Vec<Fault>> {
    let (lines, mut faults) = sheet::lines(name, bytes, &SERVICE_COLUMNS)?;
    let (mut services, mut codes) = (Vec::new(), HashMap::new());
    for line in &lines {
        let mut cells = Cells::new(&SERVICE_COLUMNS, line, &mut faults);
        let service = service(&mut cells, existing);
        if let Some(first) = codes.insert(service.code.clone(), line.number).filter(|_| !service.code.is_empty()) {
            cells.fault("code", "code-twice", format!("{} ({first})", service.code));
        }
        services.push(service);
    }
    faults.sort_by_key(|fault| (fault.line, SERVICE_COLUMNS.iter().position(|c| *c == fault.column)));
    if faults.is_empty() { Ok(services) } else { Err(faults) }
}

fn service(cells: &mut Cells, existing: &BodyTree) -> Service {
    let owner = cells.needed("owner");
    if !owner.is_empty() && existing.get(&owner).is_none() {
        cells.fault("owner", "unknown-owner", owner.clone());
    }
    let permits_category = match cells.text("permits_category").as_str() {
        "" => None,
        "1" => Some(1),
        "2" => Some(2),
        other => {
            cells.fault("permits_category", "not-a-category", other);
            None
        }
    };
    Service { code: cells.code(), name: cells.name(), owner, permits_category }
}
