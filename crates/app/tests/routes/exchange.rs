//! Packages for legal statistics on pages: for those who look after them, their contents for readers of the case alone.

use law::{case::Role, ch2_external::exchange::PackageKind};
use sapa::words::Lang;
use store::packages::{Outcome, State};

use crate::support::{
    LEADER, Product, Visitor, both,
    packages::{AGENCY_ADMINISTRATOR, AGENCY_INSPECTOR, AGENCY_LEADER},
};

both! {
    async fn packages_are_for_who_looks_after_them(product: &Product) {
        let [id] = product.packages("case1", &[PackageKind::Appointment]).await.try_into().unwrap();
        let refused = Outcome::Refused { why: "422: <b>БСН</b> қате".into() };
        store::packages::record(product.db(), &id, &refused, crate::support::now()).await.unwrap();
        let (json, send) = (format!("/exchange/{id}.json"), format!("/exchange/{id}/send"));
        Visitor::anybody(product).await.get("/exchange").await.expect(303);
        for role in Role::ALL {
            let grant = product.person("min-digital", role).await;
            let stranger = Visitor::persona(product, &grant).await;
            for path in ["/exchange", &json] {
                stranger.get(path).await.expect(403);
            }
            stranger.post(&send, &[]).await.expect(403);
        }
        Visitor::persona(product, LEADER).await.get("/exchange").await.expect(403);
        // An officer who does not read the case finds nothing of it; another body's officer neither.
        for grant in [AGENCY_INSPECTOR, "td-akmola.inspector.inspector"] {
            let officer = Visitor::persona(product, grant).await;
            assert!(!officer.get("/exchange").await.expect(200).html().contains(&id));
            officer.get(&json).await.expect(404);
            officer.post(&send, &[]).await.expect(404);
        }
        let administrator = Visitor::persona(product, AGENCY_ADMINISTRATOR).await;
        let page = administrator.get("/exchange").await.expect(200).html();
        assert!(page.contains(&send) && !page.contains(&json) && !page.contains("/cases/case1"));
        administrator.get(&json).await.expect(404);
        assert_eq!(product.package(&id).await.state, State::Refused, "nobody has sent it again");
        let leader = Visitor::persona(product, AGENCY_LEADER).await;
        let home = leader.get("/external").await.expect(200).html();
        assert!(home.contains("href=\"/exchange\""));
        for lang in Lang::ALL {
            let page = leader.get(&format!("/exchange?lang={lang}")).await.expect(200);
            assert!(page.html().contains(&json) && page.html().contains("/cases/case1"));
            assert!(!page.html().contains("<b>БСН") && page.text().contains("БСН"));
        }
        let file = leader.get(&json).await.expect(200);
        assert_eq!(file.header("content-type"), "application/json");
        let package: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!((&package["id"], &package["kind"]), (&id.as_str().into(), &"appointment".into()));
        for (state, there) in [("refused", true), ("waiting", false), ("nonsense", true)] {
            let page = leader.get(&format!("/exchange?state={state}&case=case1")).await.expect(200).html();
            assert_eq!(page.contains(&json), there, "{state}");
        }
        assert!(!leader.get("/exchange?case=case2").await.expect(200).html().contains(&json));
        leader.post_bare(&send, &[]).await.expect(403);
        leader.post(&send, &[]).await.expect(303);
        assert_eq!(product.package(&id).await.state, State::Waiting);
    }

    async fn the_form_of_packages_is_public(product: &Product) {
        let answer = Visitor::anybody(product).await.get("/api/v1/exchange/schema").await.expect(200);
        let schema: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(schema, sapa::exchange::package::schema());
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        for required in ["id", "version", "created_at", "body", "case", "documents"] {
            assert!(schema["required"].as_array().unwrap().iter().any(|r| r == required), "{required}");
        }
    }
}
