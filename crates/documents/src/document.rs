//! One list of all documents: what each is called, and where its letterhead is.

use crate::{
    Act, ActionPlan, AdditionalAct, AnnualPlan, AppealAnswer, AppealNotice, AppointmentAct, Conclusion, ControlNotice,
    DeskOutcome, ForwardingLetter, HalfYearList, Head, Letter, MoreTimeDecision, Notice, ObstructionProtocol, Order,
    OrderChange, OrderExtension, Prescription, Referral, RefusalProtocol, ReportRequest, ResultsAct,
};
use serde::{Deserialize, Serialize};

macro_rules! documents {
    ($($name:ident $kind:literal),+ $(,)?) => {
        /// A document of control, complete with its letterhead. As JSON it carries `kind`: `"act"`, `"order_change"` …
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Document {
            $(#[serde(rename = $kind)] $name($name)),+
        }

        impl Document {
            /// The name of the template and the `kind` in JSON.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$name(_) => $kind),+ }
            }

            pub fn head(&self) -> &Head {
                match self { $(Self::$name(document) => &document.head),+ }
            }

            /// For marks that come after drawing up: number, code, draft.
            pub fn head_mut(&mut self) -> &mut Head {
                match self { $(Self::$name(document) => &mut document.head),+ }
            }
        }
    };
}

documents! {
    AnnualPlan "annual_plan",
    Order "order",
    OrderChange "order_change",
    OrderExtension "order_extension",
    Notice "notice",
    Act "act",
    Letter "letter",
    ActionPlan "action_plan",
    HalfYearList "half_year_list",
    DeskOutcome "desk_outcome",
    AppointmentAct "appointment_act",
    AdditionalAct "additional_act",
    ControlNotice "control_notice",
    ObstructionProtocol "obstruction_protocol",
    ResultsAct "results_act",
    RefusalProtocol "refusal_protocol",
    Prescription "prescription",
    Conclusion "conclusion",
    MoreTimeDecision "more_time_decision",
    ReportRequest "report_request",
    Referral "referral",
    ForwardingLetter "forwarding_letter",
    AppealAnswer "appeal_answer",
    AppealNotice "appeal_notice",
}
