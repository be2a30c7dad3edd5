//! §13–18: drafting, revising and signing the appointment act.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    LEADER, OFFICERS, inspection,
    invalidity::Breach,
    p13_grounds::GROUNDS,
    p14_jurisdiction,
    p17_appointment::{Appointment, Specialist},
    p17_basis, p18_duration,
    p22_checklist::REQUIREMENTS,
};
use crate::{
    bodies::BodyId,
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Procedure, Reach, Refusal, Role,
        actor::Person,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
};

/// How large the subject is (art. 148); words are locale keys `size-…`.
pub const SIZES: [&str; 2] = ["other", "micro"];
/// When the act is registered (art. 146, 144(8)); words are locale keys `registration-…`.
pub const REGISTRATIONS: [&str; 3] = ["before", "urgent", "remote"];

#[derive(Deserialize)]
struct Input {
    ground: Option<String>,
    basis: Option<String>,
    reference: Option<String>,
    reference_on: Option<Date>,
    facts: Option<String>,
    subject: BodyId,
    objects: Option<String>,
    branch: Option<String>,
    size: String,
    matter: String,
    acts: Option<String>,
    requirements: Vec<String>,
    period_from: Option<Date>,
    period_to: Option<Date>,
    start: Date,
    end: Date,
    officers: Vec<String>,
    specialists: Vec<Specialist>,
    instruction: Option<String>,
    instruction_on: Option<Date>,
    registration: Option<String>,
    impartial: bool,
}

fn visit(view: &View) -> bool {
    view.case.procedure == Procedure::Visit
}

/// The officers of the acting body with these ids.
pub fn officers(view: &View, ids: &[String]) -> Result<Vec<Person>, Refusal> {
    ids.iter()
        .map(|id| {
            let of = |(role, person): &&(Role, Person)| *role == Role::Inspector && &person.user == id;
            let found = view.people.iter().find(of).map(|(_, person)| person.clone());
            found.ok_or_else(|| Refusal::new(21, "not-an-officer").at("officers"))
        })
        .collect()
}

impl Input {
    fn appointment(self, view: &View) -> Result<Appointment, Refusal> {
        if !self.impartial {
            return Err(Refusal::new(3, "not-impartial").at("impartial"));
        }
        let instructed = self.instruction.is_some() && self.instruction_on.is_some();
        p14_jurisdiction::check(view.bodies, &view.case.body, &self.subject, instructed)
            .map_err(|refusal| refusal.breach(Breach::Competence))?;
        if let Some(body) = view.bodies.get(&self.subject).filter(|b| !b.exists_on(self.start)) {
            return Err(Refusal::new(1, "body-not-there").text("body", &body.id).at("subject"));
        }
        let today = view.today;
        for (field, on) in [("reference_on", self.reference_on), ("instruction_on", self.instruction_on)] {
            if on.is_some_and(|on| on > today) {
                return Err(Refusal::new(13, "in-the-future").date("today", today).at(field));
            }
        }
        if let (Some(from), Some(to)) = (self.period_from, self.period_to) {
            if to < from {
                return Err(Refusal::new(17, "period-turned").at("period_to"));
            }
            if to > self.start {
                return Err(Refusal::new(17, "period-after-start").date("start", self.start).at("period_to"));
            }
        }
        let appointment = Appointment {
            ground: self.ground,
            basis: self.basis,
            reference: self.reference,
            reference_on: self.reference_on,
            facts: self.facts,
            subject: self.subject,
            objects: self.objects,
            branch: self.branch,
            size: self.size,
            matter: self.matter,
            acts: self.acts,
            requirements: self.requirements,
            period_from: self.period_from.filter(|_| !visit(view)),
            period_to: self.period_to.filter(|_| !visit(view)),
            start: self.start,
            end: self.end,
            officers: officers(view, &self.officers)?,
            specialists: self.specialists,
            instruction: self.instruction,
            instruction_on: self.instruction_on,
            registration: self.registration.unwrap_or_else(|| "before".into()),
        };
        p18_duration::check(view, &appointment)?;
        if visit(view) {
            p17_basis::check_visit(view, &appointment)?
        } else {
            p17_basis::check(view, &appointment)?
        }
        Ok(appointment)
    }
}

fn fields(view: &View) -> Vec<Field> {
    let start = p18_duration::earliest_start(view, "before");
    let specialist = vec![Field::text("name"), Field::text("position"), Field::text("organisation")];
    // Who drafts it is usually one of them.
    let drafts = Some(view.actor).filter(|a| a.role == Role::Inspector);
    let own: Vec<&str> = drafts.map(|a| a.user.as_str()).into_iter().collect();
    let mut fields = Vec::new();
    if !visit(view) {
        fields.push(Field::choice("ground", "inspection-ground", &GROUNDS));
    }
    let basis = Field::new("basis", FieldKind::Pick(p17_basis::offered(view)));
    fields.push(if visit(view) { basis } else { basis.optional() });
    if !visit(view) {
        fields.extend([
            Field::text("reference").optional(),
            Field::new("reference_on", FieldKind::Date).optional(),
            Field::lines("facts").optional(),
        ]);
    }
    fields.extend([
        Field::new("subject", FieldKind::Body(Reach::External)),
        Field::lines("objects").optional(),
        Field::text("branch").optional(),
        Field::choice("size", "size", &SIZES).with("other"),
        Field::lines("matter"),
        Field::lines("acts").optional(),
        Field::new("requirements", FieldKind::Choices { prefix: "checklist", values: REQUIREMENTS.to_vec() })
            .optional(),
    ]);
    if !visit(view) {
        fields.extend([
            Field::date("period_from", view.today.first_of_year()).optional(),
            Field::date("period_to", view.today).optional(),
        ]);
    }
    fields.extend([
        Field::date("start", start),
        Field::date("end", p18_duration::longest(view, "other", start)),
        Field::new("officers", FieldKind::People(Role::Inspector)).optional().with(own),
        Field::new("specialists", FieldKind::Rows { fields: specialist, min: 0 }).optional(),
        Field::text("instruction").optional(),
        Field::new("instruction_on", FieldKind::Date).optional(),
    ]);
    if !visit(view) {
        fields.push(Field::choice("registration", "registration", &REGISTRATIONS).with("before"));
    }
    fields.push(Field::flag("impartial"));
    let given = match &inspection(view).appointment {
        Some(draft) => {
            let mut given = serde_json::to_value(draft).unwrap_or_default();
            given["officers"] = draft.officers.iter().map(|p| p.user.clone()).collect::<Vec<_>>().into();
            given["impartial"] = true.into();
            given
        }
        None => p17_basis::prefilled(view).unwrap_or(Value::Null),
    };
    for field in &mut fields {
        if let Some(value) = given.get(field.name).filter(|v| !v.is_null()) {
            field.default = value.clone();
        }
    }
    fields
}

fn draft(view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
    let appointment = answers.read::<Input>().appointment(view)?;
    Ok(vec![Draft { on: view.today, what: FactKind::InspectionDrafted(Box::new(appointment)) }])
}

fn samples(view: &View) -> Vec<Answers> {
    let start = p18_duration::earliest_start(view, "before");
    let territory = view.bodies.get(&view.case.body).map(|b| b.territory.clone()).unwrap_or_default();
    let mine = |id: &str| p14_jurisdiction::check(view.bodies, &view.case.body, id, false).is_ok();
    let near = view.bodies.iter().filter(|b| b.territory == territory && mine(&b.id)).map(|b| &b.id);
    let subject = near.min_by_key(|id| (id.as_str() != "health", id.as_str())).cloned();
    let named: Vec<_> =
        view.people.iter().filter(|(role, _)| *role == Role::Inspector).map(|(_, p)| p.user.clone()).take(2).collect();
    let common = json!({
        "subject": subject, "size": "other", "objects": "Ақмола облысы, Көкшетау қаласы",
        "matter": "Мемлекеттік қызметтерді көрсету мерзімдерінің сақталуы",
        "acts": "«Мемлекеттік көрсетілетін қызметтер туралы» Қазақстан Республикасының Заңы",
        "requirements": ["1", "4", "7"],
        "start": start, "end": p18_duration::longest(view, "other", start),
        "officers": named, "impartial": true,
    });
    let more = |with: Value| {
        let mut all = common.clone();
        for (name, value) in with.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        Answers::of(all)
    };
    if visit(view) {
        let entry = p17_basis::offered(view).into_iter().next().map(|(id, _)| id);
        let of = p17_basis::subject_of(view, entry.as_deref());
        return vec![more(json!({"basis": entry, "subject": of.or(common["subject"].as_str().map(str::to_owned))}))];
    }
    let period = json!({"period_from": view.today.first_of_year(), "period_to": view.today, "registration": "before"});
    let with = |given: Value| {
        let mut all = period.clone();
        for (name, value) in given.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        more(all)
    };
    let paper = json!({"ground": "6", "reference": "№ 12", "facts": "Құжаттар негізсіз талап етілген"});
    let now = p18_duration::earliest_start(view, "urgent");
    let urgent = json!({"ground": "9", "reference": "№ 5", "facts": "Қылмыстық іс бойынша нұсқау",
        "registration": "urgent", "start": now, "end": p18_duration::longest(view, "other", now)});
    let mut out = vec![with(paper), with(urgent)];
    if let Some(prefilled) = p17_basis::prefilled(view) {
        out.insert(0, with(prefilled));
    }
    out
}

/// An officer drafts the appointment act: this opens the case.
pub struct DraftAppointment;

impl Step for DraftAppointment {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-appointment", 17, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if view.case.facts.is_empty() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        draft(view, answers)
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        samples(view)
    }
}

/// The draft is changed before it is signed.
pub struct ReviseAppointment;

impl Step for ReviseAppointment {
    fn def(&self) -> &'static Def {
        const { &Def::new("revise-appointment", 17, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.appointment.is_some() && inspection.appointed.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        draft(view, answers)
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        samples(view).into_iter().take(1).collect()
    }
}

/// Leadership signs the act: it is complete by what the draft was asked, and its dates are still possible.
pub struct SignAppointment;

impl Step for SignAppointment {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-appointment", 17, LEADER).issuing(DocumentKind::AppointmentAct).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let (Some(appointment), None) = (&inspection.appointment, inspection.appointed) else {
            return Offer::Never;
        };
        let missing = p17_basis::missing(appointment);
        if !missing.is_empty() {
            let items = missing.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
            return Offer::NotYet(Refusal::new(17, "appointment-incomplete").text("items", items));
        }
        match p18_duration::check(view, appointment) {
            Ok(()) => Offer::Ready,
            Err(refusal) => Offer::NotYet(refusal),
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        let appointment = inspection(view).appointment.as_ref().expect("a draft was offered for signature");
        // What other cases have told since the draft counts too.
        let basis = if visit(view) { p17_basis::check_visit } else { p17_basis::check };
        basis(view, appointment).map_err(|refusal| Refusal { field: None, ..refusal })?;
        Ok(vec![Draft { on: view.today, what: FactKind::InspectionAppointed }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
