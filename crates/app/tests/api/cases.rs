//! Cases, steps, files, lists, the description.

use super::*;

both! {
    async fn without_a_token_nothing_is_said(api: &Api) {
        for (token, language) in [("", "ru"), ("sapa_wrong", "en;q=0.1, ru")] {
            let got = api.send(Method::GET, "/api/v1/me", token, &[("accept-language", language)], Body::empty()).await;
            assert_eq!(got.status, StatusCode::UNAUTHORIZED);
            assert!(got.headers["www-authenticate"].to_str().unwrap().starts_with("Bearer"));
            assert_eq!(got.headers["content-language"], "ru");
            assert_eq!(got.body["code"], "no-token");
            assert!(got.body["detail"].as_str().unwrap().contains("Создайте"));
        }
        let token = api.token(OBSERVER, TokenScope::Read).await;
        let me = api.get("/api/v1/me?lang=en", &token).await;
        assert_eq!((me.status, &me.body["body"]["id"], &me.body["token"]["scope"]), (StatusCode::OK, &json!("min-justice"), &json!("read")));
        let row = store::tokens::of_user(&api.app.db, "justice.observer").await.unwrap().remove(0);
        assert!(row.last_used.is_some());
        store::tokens::revoke(&api.app.db, "justice.observer", &row.id, &Edit { by: json!({}), at: now() }).await.unwrap();
        assert_eq!(api.get("/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED);
        // A role that has ended takes its tokens along; so does the term of a token.
        let token = api.token(LEADER, TokenScope::Read).await;
        store::grants::end(&api.app.db, LEADER, date(2026, 3, 1), &Edit { by: json!({}), at: now() }).await.unwrap();
        assert_eq!(api.get("/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED);
        let token = api.token(UNIT_HEAD, TokenScope::Read).await;
        api.app.clock.move_to(61);
        assert_eq!(api.get("/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED);
    }

    async fn a_token_to_read_writes_nothing(api: &Api) {
        let token = api.token(UNIT_HEAD, TokenScope::Read).await;
        let got = api.post("/api/v1/procedures/control-event/cases", &token, &[], &json!({"answers": order()})).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::FORBIDDEN, &json!("read-only")));
        let case = api.opened(&api.writer(UNIT_HEAD).await).await;
        for path in ["steps/revise-order", "files?name=a.png"] {
            let got = api.post(&format!("/api/v1/cases/{case}/{path}"), &token, &[], &json!({})).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(api.get(&format!("/api/v1/cases/{case}/journal"), &token).await.body["items"].as_array().unwrap().len(), 1);
    }

    async fn the_cases_of_others_are_not_there(api: &Api) {
        let case = api.opened(&api.writer(UNIT_HEAD).await).await;
        let other = api.writer(OTHER).await;
        for path in ["", "/journal", "/duties", "/documents", "/files", "/steps/revise-order", "/files/x"] {
            assert_eq!(api.get(&format!("/api/v1/cases/{case}{path}"), &other).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in ["steps/revise-order", "steps/draft-order", "files?name=a.png"] {
            let got = api.post(&format!("/api/v1/cases/{case}/{path}"), &other, &[], &json!({"answers": order()})).await;
            assert_eq!(got.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(api.get("/api/v1/cases", &other).await.body["total"], 0);
        // Nor can it be opened once more.
        let again = json!({"id": case, "answers": order()});
        let got = api.post("/api/v1/procedures/control-event/cases", &other, &[], &again).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::CONFLICT, &json!("case-exists")));
    }

    async fn what_the_rules_forbid_is_a_problem_with_its_paragraph(api: &Api) {
        let token = api.writer(UNIT_HEAD).await;
        let mut answers = order();
        answers["end"] = "2026-06-30".into();
        let path = "/api/v1/procedures/control-event/cases";
        let got = api.post(path, &token, &[("accept-language", "en-GB")], &json!({"answers": answers})).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((&got.body["paragraph"], &got.body["code"], &got.body["field"]), (&json!(43), &json!("too-long"), &json!("end")));
        let latest = got.body["values"]["latest"].as_str().unwrap();
        let said = format!("{}.{}.{}", &latest[8..], &latest[5..7], &latest[..4]);
        assert!(got.body["detail"].as_str().unwrap().contains(&said), "{}", got.body);
        let kazakh = api.post(path, &token, &[], &json!({"answers": answers})).await;
        assert_eq!((&kazakh.headers["content-language"], &kazakh.body["code"]), (&"kk".parse().unwrap(), &json!("too-long")));
        assert_ne!(kazakh.body["detail"], got.body["detail"]);
        // The code has an address, and what is no code has none.
        assert_eq!(api.get(got.body["type"].as_str().unwrap(), "").await.status, StatusCode::OK);
        assert_eq!(api.get("/api/v1/problems/nonsense", "").await.status, StatusCode::NOT_FOUND);
        // A step that is not come to yet, offered with its reason and refused with the same.
        let case = api.opened(&token).await;
        let full = api.get(&format!("/api/v1/cases/{case}"), &token).await.body;
        let sign = full["steps"].as_array().unwrap().iter().find(|s| s["step"]["id"] == "sign-order").unwrap().clone();
        assert_eq!((&sign["ready"], &sign["refusal"]["code"]), (&json!(false), &json!("not-yours")));
        let got = api.post(&format!("/api/v1/cases/{case}/steps/sign-order"), &token, &[], &json!({"password": PASSWORD})).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("not-yours")));
        assert_eq!(got.body["detail"], sign["refusal"]["detail"]);
        let got = api.post(&format!("/api/v1/cases/{case}/steps/close-event"), &token, &[], &json!({})).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("not-now")));
        assert_eq!(api.post(&format!("/api/v1/cases/{case}/steps/nonsense"), &token, &[], &json!({})).await.status, StatusCode::NOT_FOUND);
    }

    async fn wrong_answers_name_their_fields(api: &Api) {
        let token = api.writer(UNIT_HEAD).await;
        let mut answers = order();
        answers.as_object_mut().unwrap().remove("matter");
        answers["start"] = "2026-02-30".into();
        answers["mattr"] = "x".into();
        let path = "/api/v1/procedures/control-event/cases?lang=en";
        let got = api.post(path, &token, &[], &json!({"answers": answers})).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("wrong-answers")));
        let errors = got.body["errors"].as_array().unwrap();
        let mut found: Vec<(&str, &str)> = errors.iter().map(|e| (e["field"].as_str().unwrap(), e["code"].as_str().unwrap())).collect();
        found.sort_unstable();
        assert_eq!(found, [("matter", "required"), ("mattr", "unknown"), ("start", "not-a-date")]);
        for (body, code) in [("{", "not-json"), ("[]", "not-json"), (r#"{"answer": {}}"#, "not-json"), (r#"{"id": "A"}"#, "wrong-id")] {
            let got = api.send(Method::POST, path, &token, &[], body).await;
            assert_eq!((got.status, got.body["code"].as_str().unwrap()), (StatusCode::BAD_REQUEST, code), "{body}");
        }
        let got = api.post(path, &token, &[("idempotency-key", "  ")], &json!({"answers": order()})).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::BAD_REQUEST, &json!("wrong-key")));
        for path in ["cases?state=x", "cases?page=-1", "cases?procedure=x", "bodies?kind=x", "deadlines/45?from=x", "deadlines/45?year=2026", "deadlines/26?from=2026-01-05"] {
            assert_eq!(api.get(&format!("/api/v1/{path}"), &token).await.status, StatusCode::BAD_REQUEST, "{path}");
        }
        for path in ["nonsense", "cases/x/y/z/q", "calendar/x", "rules/66", "rules/0", "deadlines/x?from=2026-01-05", "bodies/x"] {
            assert_eq!(api.get(&format!("/api/v1/{path}"), &token).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(api.send(Method::DELETE, "/api/v1/cases", &token, &[], Body::empty()).await.status, StatusCode::METHOD_NOT_ALLOWED);
    }

    async fn who_acts_on_an_old_case_is_told_what_happened(api: &Api) {
        let token = api.writer(UNIT_HEAD).await;
        let case = api.opened(&token).await;
        let path = format!("/api/v1/cases/{case}/steps/revise-order");
        let form = api.get(&path, &token).await.body;
        assert_eq!((&form["ready"], &form["version"], &form["defaults"]["matter"]), (&json!(true), &json!(1), &order()["matter"]));
        assert!(form["fields"].as_array().unwrap().iter().any(|f| f["name"] == "executors" && f["choices"].as_array().unwrap().len() == 2));
        let sent = json!({"answers": form["defaults"], "version": 1});
        let got = api.post(&path, &token, &[], &sent).await;
        assert_eq!((got.status, &got.body["version"]), (StatusCode::OK, &json!(2)), "{}", got.body);
        let got = api.post(&path, &token, &[], &sent).await;
        assert_eq!((got.status, &got.body["code"], &got.body["version"]), (StatusCode::CONFLICT, &json!("stale"), &json!(2)));
        assert_eq!(got.body["since"].as_array().unwrap().iter().map(|f| f["seq"].clone()).collect::<Vec<_>>(), [json!(2)]);
    }

    async fn the_same_key_twice_is_one_request(api: &Api) {
        let token = api.writer(UNIT_HEAD).await;
        let path = "/api/v1/procedures/control-event/cases";
        let key = [("idempotency-key", "k-1")];
        let first = api.post(path, &token, &key, &json!({"answers": order()})).await;
        let second = api.post(path, &token, &key, &json!({"answers": order()})).await;
        assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::CREATED));
        assert_eq!(first.body["case"], second.body["case"]);
        assert_eq!(api.get("/api/v1/cases", &token).await.body["total"], 1);
        let case = first.body["case"].as_str().unwrap();
        let revise = format!("/api/v1/cases/{case}/steps/revise-order");
        for _ in 0..3 {
            // The same key for another step is another request.
            let got = api.post(&revise, &token, &key, &json!({"answers": order(), "version": 1})).await;
            assert_eq!((got.status, &got.body["version"]), (StatusCode::OK, &json!(2)), "{}", got.body);
        }
        // An id of one's own with a key can be sent again, too.
        let own = json!({"id": "own-case-1", "answers": order()});
        for _ in 0..2 {
            let got = api.post(path, &token, &[("idempotency-key", "k-2")], &own).await;
            assert_eq!((got.status, &got.body["case"]), (StatusCode::CREATED, &json!("own-case-1")), "{}", got.body);
        }
        assert_eq!(api.post(path, &token, &[], &own).await.status, StatusCode::CONFLICT);
    }

    async fn from_the_order_to_the_act(api: &Api) {
        let (unit_head, leader, executor) = (api.writer(UNIT_HEAD).await, api.writer(LEADER).await, api.writer(EXECUTOR).await);
        let case = api.opened(&unit_head).await;
        let step = |id: &str| format!("/api/v1/cases/{case}/steps/{id}");
        for (sent, code) in [(json!({}), "required"), (json!({"password": "wrong-password"}), "wrong-password")] {
            let got = api.post(&step("sign-order"), &leader, &[], &sent).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!((&got.body["errors"][0]["field"], &got.body["errors"][0]["code"]), (&json!("password"), &json!(code)));
        }
        let waiting = api.get("/api/v1/awaited", &leader).await.body["items"].clone();
        assert_eq!((&waiting[0]["step"]["id"], &waiting[0]["url"], &waiting[1]), (&json!("sign-order"), &json!(step("sign-order")), &Value::Null));
        for other in [&unit_head, &executor, &api.writer(OTHER).await] {
            assert_eq!(api.get("/api/v1/awaited", other).await.body["items"], json!([]), "the signature waits for the leader alone");
        }
        let signed = api.post(&step("sign-order"), &leader, &[], &json!({"password": PASSWORD, "version": 1})).await;
        assert_eq!(api.get("/api/v1/awaited", &leader).await.body["items"], json!([]), "signed, it waits no more");
        assert_eq!(signed.status, StatusCode::OK, "{}", signed.body);
        let document = &signed.body["documents"][0];
        assert_eq!((&document["kind"]["id"], &document["number"], &document["version"]), (&json!("order"), &json!(1), &json!(1)));
        let files = document["files"].as_array().unwrap();
        assert_eq!(files.iter().map(|f| f["language"].as_str().unwrap()).collect::<Vec<_>>(), ["kk", "ru"]);
        for file in files {
            let path = file["url"].as_str().unwrap();
            let pdf = api.get(path, &executor).await;
            assert!(pdf.bytes.starts_with(b"%PDF"));
            assert_eq!(file["sha256"], hex(&Sha256::digest(&pdf.bytes)));
            assert_eq!(api.get(path, &api.writer(OTHER).await).await.status, StatusCode::NOT_FOUND);
        }
        let duties = api.get(&format!("/api/v1/cases/{case}/duties"), &executor).await.body;
        let notice = duties["items"].as_array().unwrap().iter().find(|d| d["rule"] == "45").unwrap().clone();
        assert_eq!((&notice["due"], &notice["reckoning"]["due"], &notice["step"]), (&notice["due"], &notice["due"], &json!("send-notice")));
        assert!(api.get("/api/v1/duties", &executor).await.body["items"].as_array().unwrap().iter().any(|d| d["case"] == case.as_str()));
        for (id, day) in [("send-notice", 0), ("start-event", 9)] {
            api.app.clock.move_to(day);
            let defaults = api.get(&step(id), &executor).await.body["defaults"].clone();
            let mut answers = defaults;
            for (name, value) in [("contact", "+7 7172 00 00 00"), ("way", "hand"), ("to_name", "Мысалиева Ә. Б."), ("to_position", "Басшы"), ("by_name", "Нұсқабеков Ә. Д.")] {
                let asked = api.get(&step(id), &executor).await.body;
                if asked["fields"].as_array().unwrap().iter().any(|f| f["name"] == name) && answers.get(name).is_none_or(Value::is_null) {
                    answers[name] = value.into();
                }
            }
            let got = api.post(&step(id), &executor, &[], &json!({"answers": answers, "password": PASSWORD})).await;
            assert_eq!(got.status, StatusCode::OK, "{id}: {}", got.body);
        }
        let answers = json!({"place": "Көкшетау", "recommendations": [{"text": "Түзету", "term": "2026-05-01"}, {"text": "Түзету", "term": "x"}, {"txt": "?"}]});
        let got = api.post(&step("draft-act"), &executor, &[], &json!({"answers": answers})).await;
        let fields: Vec<&str> = got.body["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
        for field in ["recommendations.1.term", "recommendations.2.txt", "recommendations.2.text"] {
            assert!(fields.contains(&field), "{field}: {fields:?}");
        }
        // The journal proves itself.
        let journal = api.get(&format!("/api/v1/cases/{case}/journal"), &unit_head).await.body;
        let mut before = String::new();
        for fact in journal["items"].as_array().unwrap() {
            assert_eq!(fact["prev"], before.as_str());
            before = seal(fact["text"].as_str().unwrap());
            assert_eq!(fact["hash"], before.as_str());
        }
        assert_eq!(journal["items"].as_array().unwrap().len(), 4);
    }

    async fn files_are_kept_by_their_content(api: &Api) {
        let token = api.writer(UNIT_HEAD).await;
        let case = api.opened(&token).await;
        let path = format!("/api/v1/cases/{case}/files");
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        let digest = hex(&Sha256::digest(&png));
        let got = api.send(Method::POST, &format!("{path}?name=a.png"), &token, &[], png.clone()).await;
        assert_eq!((got.status, &got.body["digests"][0]), (StatusCode::CREATED, &json!(digest)));
        let mut form = b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"b.png\"\r\n\r\n".to_vec();
        form.extend(&png);
        form.extend(b"\r\n--b--\r\n");
        let multipart = [("content-type", "multipart/form-data; boundary=b")];
        let got = api.send(Method::POST, &path, &token, &multipart, form).await;
        assert_eq!((got.status, &got.body["digests"][0]), (StatusCode::CREATED, &json!(digest)));
        let files = api.get(&path, &token).await.body;
        assert_eq!(files["items"].as_array().unwrap().len(), 2);
        let one = api.get(files["items"][0]["url"].as_str().unwrap(), &token).await;
        assert_eq!((one.status, one.bytes), (StatusCode::OK, png));
        for (name, bytes, status) in [
            ("?name=a.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), StatusCode::BAD_REQUEST),
            ("?name=a.png", b"<script>".to_vec(), StatusCode::BAD_REQUEST),
            ("", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), StatusCode::BAD_REQUEST),
            ("?name=a.png", Vec::new(), StatusCode::BAD_REQUEST),
            ("?name=a.png", vec![0; 1024 * 1024 + 1], StatusCode::PAYLOAD_TOO_LARGE),
            ("?name=a.png", vec![0; 3 * 1024 * 1024], StatusCode::PAYLOAD_TOO_LARGE),
        ] {
            assert_eq!(api.send(Method::POST, &format!("{path}{name}"), &token, &[], bytes).await.status, status, "{name}");
        }
        let observer = api.writer(OBSERVER).await;
        assert_eq!(api.send(Method::POST, &format!("{path}?name=a.png"), &observer, &[], "x").await.status, StatusCode::FORBIDDEN);
    }

    async fn the_lists_answer(api: &Api) {
        let token = api.token(UNIT_HEAD, TokenScope::Read).await;
        let case = api.opened(&api.writer(UNIT_HEAD).await).await;
        let list = api.get("/api/v1/cases?procedure=control-event&q=%D0%B0%D2%9B%D0%BC%D0%BE%D0%BB%D0%B0&state=open&per_page=1&lang=ru", &token).await.body;
        assert_eq!((&list["total"], &list["items"][0]["id"], &list["per_page"]), (&json!(1), &json!(case), &json!(1)));
        assert_eq!(api.get("/api/v1/cases?state=closed", &token).await.body["total"], 0);
        let bodies = api.get("/api/v1/bodies?q=justice&kind=central&lang=en", &token).await.body;
        assert_eq!(bodies["items"][0]["id"], "min-justice");
        let body = api.get("/api/v1/bodies/min-justice-td-akmola", &token).await.body;
        assert!(body["above"].as_array().unwrap().iter().any(|b| b["id"] == "min-justice"));
        assert_eq!(api.get("/api/v1/services?q=00101001", &token).await.body["items"].as_array().unwrap().len(), 1);
        assert!(api.get("/api/v1/notifications", &token).await.body["items"].is_array());
        let year = api.get("/api/v1/calendar/2026?lang=en", &token).await.body;
        assert_eq!(year["days"].as_array().unwrap().len(), 365);
        assert_eq!((&year["days"][0]["working"], &year["days"][0]["label"]), (&json!(false), &json!("New Year")));
        let law = api.app.law();
        for (path, rule, start) in [("45?from=2026-03-26", "45", "2026-03-26"), ("60?quarter=2026-Q1", "60", "2026-Q1"), ("41?year=2027", "41", "2027"), ("18?from=2026-03-26&subject=micro", "18", "2026-03-26")] {
            use law::term::{SubjectKind, due};
            let subject = if path.contains("micro") { SubjectKind::Micro } else { SubjectKind::Other };
            let expected = due(&law, rule.parse().unwrap(), start.parse().unwrap(), subject).unwrap();
            assert_eq!(api.get(&format!("/api/v1/deadlines/{path}"), &token).await.body, serde_json::to_value(expected).unwrap(), "{path}");
        }
        assert_eq!(api.get("/api/v1/rules", &token).await.body["items"].as_array().unwrap().len(), 65);
        assert_eq!(api.get("/api/v1/rules/45", &token).await.body["deadlines"][0]["id"], "45");
        let procedures = api.get("/api/v1/procedures?lang=en", &token).await.body;
        for (shown, procedure) in procedures["items"].as_array().unwrap().iter().zip(Procedure::ALL) {
            assert_eq!(shown["steps"].as_array().unwrap().len(), procedure.steps().len());
        }
    }

    async fn every_described_path_is_a_route(api: &Api) {
        let described = api.get("/api/v1/openapi.json?lang=en", "").await;
        assert_eq!((described.status, &described.headers["content-type"]), (StatusCode::OK, &"application/json".parse().unwrap()));
        assert!(described.body["openapi"].as_str().unwrap().starts_with("3.1."));
        assert_eq!(described.body["components"]["securitySchemes"]["token"]["scheme"], "bearer");
        let paths = described.body["paths"].as_object().unwrap();
        for (path, methods) in paths {
            let place = path.replace("{lang}", "kk").replace("{problem}", "stale").replace(['{', '}'], "");
            for (method, operation) in methods.as_object().unwrap() {
                let got = api.send(method.to_uppercase().parse().unwrap(), &place, "", &[], "{}").await;
                let expected = if operation["security"] == json!([{}]) { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
                assert_eq!(got.status, expected, "{method} {path}");
            }
        }
        for procedure in Procedure::ALL {
            let (first, rest) = procedure.steps().split_first().unwrap();
            let opening = &paths[&format!("/api/v1/procedures/{}/cases", procedure.word())]["post"];
            assert!(opening["operationId"].as_str().unwrap().ends_with(first.id()));
            for step in rest {
                let operation = &paths[&format!("/api/v1/cases/{{case}}/steps/{}", step.id())]["post"];
                let content = &operation["requestBody"]["content"]["application/json"];
                assert_eq!(content["schema"]["$ref"], format!("#/components/schemas/step-{}", step.id()));
                assert!(content["example"]["answers"].is_object(), "{}", step.id());
            }
        }
        let order = &described.body["components"]["schemas"]["step-draft-order"]["properties"]["answers"];
        assert_eq!(order["properties"]["start"]["format"], "date");
        assert_eq!(order["properties"]["ground"]["enum"], json!(["plan", "appeal", "monitoring", "instruction"]));
        assert_eq!(order["properties"]["reference"]["maxLength"], 300);
        assert!(order["required"].as_array().unwrap().contains(&json!("object")));
        assert_eq!(order["additionalProperties"], false);
    }

    async fn the_page_is_there_in_three_languages(api: &Api) {
        for (lang, title) in [("kk", "Sapa API сипаттамасы"), ("ru", "Описание API Sapa"), ("en", "The Sapa API")] {
            let page = api.get(&format!("/api?lang={lang}"), "").await;
            let text = String::from_utf8(page.bytes).unwrap();
            assert_eq!(page.status, StatusCode::OK);
            assert!(text.contains(&format!("<html lang=\"{lang}\"")) && text.contains(title));
            assert!(text.contains("/api/v1/openapi.json"));
            for step in Procedure::ALL.into_iter().flat_map(Procedure::steps) {
                assert!(text.contains(&format!("id=\"step-{}\"", step.id())), "{}", step.id());
            }
            for key in [">api-", ">step-", ">field-", "=\"api-", ">para-"] {
                assert!(!text.contains(key), "{lang}: a word is missing: {key}");
            }
        }
    }
}
