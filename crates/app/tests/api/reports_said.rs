//! What is said to a report: the note, comments, remarks.

use super::*;

both! {
    async fn the_note_is_written_by_its_headings(api: &Api) {
        api.in_january();
        let token = api.district().await;
        api.kept(CASE, &token, &events()).await;
        let blank = api.note(CASE, &token).await;
        assert_eq!((&blank["case"], &blank["shown"], &blank["fills"]), (&json!(CASE), &Value::Null, &json!(true)));
        let of = |note: &Value, key: &str| note["headings"].as_array().unwrap().iter().find(|h| h["key"] == key).unwrap().clone();
        let (part, point) = (of(&blank, "1"), of(&blank, "1-1"));
        assert_eq!((&part["depth"], &part["text"], &part["proposed"]), (&json!(1), &json!(false), &Value::Null));
        assert_eq!((&point["depth"], &point["text"], &point["kk"], &point["ru"]), (&json!(2), &json!(true), &Value::Null, &Value::Null));
        assert!(point["heading"].as_str().is_some_and(|h| !h.starts_with("form-")));
        assert!(point["proposed"]["kk"].as_str().unwrap().contains("9") && point["proposed"]["kk"] != point["proposed"]["ru"]);
        let edits = api.report(CASE, &token).await["edits"].as_i64().unwrap();
        let texts = json!({"texts": [{"key": "1-1", "kk": " Бірінші \r\n жол ", "ru": "Первая"}, {"key": "1-2", "kk": "Екінші"}]});
        let written = api.said(CASE, "note", &token, &texts).await;
        assert_eq!(written.status, StatusCode::OK, "{}", written.body);
        let point = of(&written.body, "1-1");
        assert_eq!((&point["kk"], &point["ru"]), (&json!("Бірінші \n жол"), &json!("Первая")));
        // The same once more changes nothing; a language left out stays, an empty text goes.
        api.said(CASE, "note", &token, &texts).await;
        api.said(CASE, "note", &token, &json!({"texts": []})).await;
        assert_eq!(api.report(CASE, &token).await["edits"], edits + 1);
        api.said(CASE, "note", &token, &json!({"texts": [{"key": "1-1", "ru": ""}]})).await;
        let point = of(&api.note(CASE, &token).await, "1-1");
        assert_eq!((&point["kk"], &point["ru"]), (&json!("Бірінші \n жол"), &Value::Null));
        // Nothing is kept by halves.
        let wrong = json!({"texts": [
            {"key": "1-3", "kk": "Үшінші"}, {"key": "9-9", "kk": "x"}, {"key": "1", "kk": "x"}, {"key": "1-3", "ru": "x"},
            {"key": "1-4", "ru": "x".repeat(20_001)},
        ]});
        let got = api.said(CASE, "note", &token, &wrong).await;
        assert_eq!((got.status, &got.body["code"], &got.body["paragraph"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("wrong-answers"), &json!(61)));
        assert_eq!(faults(&got.body), [
            ("texts.1.key", "unknown-heading"), ("texts.2.key", "no-text"), ("texts.3.key", "twice"), ("texts.4.ru", "too-long"),
        ]);
        assert_eq!(of(&api.note(CASE, &token).await, "1-3")["kk"], Value::Null);
        let got = api.said(CASE, "note", &token, &json!({"texts": [{"key": "1-1", "en": "x"}]})).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::BAD_REQUEST, &json!("not-json")));
        // Its signatory reads it; others do not see it before it is submitted.
        let (head, above) = (api.writer(SIGNS).await, api.writer(FILLS_ABOVE).await);
        let read = api.note(CASE, &head).await;
        assert_eq!((&read["fills"], &of(&read, "1-2")["kk"], &of(&read, "1-2")["proposed"]), (&json!(false), &json!("Екінші"), &Value::Null));
        assert_eq!(api.said(CASE, "note", &head, &texts).await.status, StatusCode::FORBIDDEN);
        assert_eq!(api.get(&format!("/api/v1/reports/{CASE}/note"), &above).await.status, StatusCode::NOT_FOUND);
        assert_eq!(api.said(CASE, "note", &above, &texts).await.status, StatusCode::NOT_FOUND);
        api.dashes(CASE, &token).await;
        api.submitted(CASE, FILLS, SIGNS).await;
        let closed = api.said(CASE, "note", &token, &texts).await;
        assert_eq!((closed.status, &closed.body["code"]), (StatusCode::FORBIDDEN, &json!("closed")));
        let frozen = api.note(CASE, &above).await;
        assert_eq!((&frozen["shown"], &frozen["fills"]), (&json!(1), &json!(false)));
        assert!(of(&frozen, "1-1")["kk"].as_str().unwrap().contains("9"));
        let none = api.get(&format!("/api/v1/reports/{CASE}/note?version=2"), &token).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    }

    async fn what_is_said_to_warnings_and_cells(api: &Api) {
        api.in_january();
        let token = api.district().await;
        // Fewer objects than events: a warning.
        api.kept(CASE, &token, &json!({"cells": [cell("1.1", "", "m1", json!(5)), cell("2.1", "", "m1", json!(2))]})).await;
        let found = api.dashes(CASE, &token).await["findings"].clone();
        let warning = found.as_array().unwrap().iter().find(|f| f["kind"] == "warning").unwrap_or_else(|| panic!("{found}"));
        let place = |text: &str| {
            json!({"check": warning["check"], "row": warning["row"], "line": warning["line"], "column": warning["column"], "text": text})
        };
        let comment = |findings: &Value| {
            findings.as_array().unwrap().iter().find(|f| f["key"] == warning["key"]).unwrap()["comment"].clone()
        };
        assert_eq!(comment(&found), Value::Null);
        let said = api.said(CASE, "comments", &token, &json!({"key": warning["key"], "text": " Өткен тоқсаннан "})).await;
        assert_eq!((said.status, comment(&said.body["findings"])), (StatusCode::OK, json!("Өткен тоқсаннан")), "{}", said.body);
        let again = api.said(CASE, "comments", &token, &place("Басқаша")).await.body;
        assert_eq!((comment(&again["findings"]), &again["key"]), (json!("Басқаша"), &warning["key"]));
        assert_eq!(again["edits"].as_i64(), said.body["edits"].as_i64().map(|n| n + 1), "whoever signs has not read it");
        let back = api.said(CASE, "comments", &token, &place("")).await.body;
        assert_eq!(comment(&back["findings"]), Value::Null);
        // A cell, too, takes a comment, if it is there.
        let at = |check: &str, row: &str, column: &str| json!({"check": check, "row": row, "column": column, "text": "Иә"});
        let cell_said = api.said(CASE, "comments", &token, &at("cell", "1.1", "m1")).await;
        assert_eq!((cell_said.status, &cell_said.body["key"]), (StatusCode::OK, &json!("cell/1.1//m1")), "{}", cell_said.body);
        for (sent, fault) in [
            (at("cell", "99", "m1"), ("row", "unknown-row")),
            (at("cell", "1.1", "total"), ("column", "unknown-column")),
            (json!({"key": "cell/1.1/x/m1", "text": "Иә"}), ("key", "no-lines")),
            (at("violations", "1.1", "m1"), ("key", "unknown-warning")),
            (json!({"text": "Иә"}), ("key", "unknown-warning")),
            (place(&"x".repeat(2001)), ("text", "too-long")),
        ] {
            let got = api.said(CASE, "comments", &token, &sent).await;
            assert_eq!((got.status, faults(&got.body)), (StatusCode::UNPROCESSABLE_ENTITY, vec![fault]), "{sent}");
        }
        let head = api.writer(SIGNS).await;
        assert_eq!(api.said(CASE, "comments", &head, &place("Иә")).await.status, StatusCode::FORBIDDEN);
        // A warning without a word stops the signature.
        api.proposed(CASE, FILLS).await;
        let sign = json!({"answers": {"phone": "8"}, "password": PASSWORD});
        let refused = api.step(CASE, "sign-report", &token, &sign).await;
        assert_eq!((refused.status, &refused.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("warnings-without-comment")));
        api.said(CASE, "comments", &token, &place("Өткен тоқсаннан")).await;
        api.submitted(CASE, FILLS, SIGNS).await;
        assert_eq!(api.said(CASE, "comments", &token, &place("x")).await.body["code"], "closed");
        let above = api.writer(FILLS_ABOVE).await;
        assert_eq!(comment(&api.report(CASE, &above).await["findings"]), "Өткен тоқсаннан");
    }

    async fn the_receiver_remarks_what_comes_back_with_the_return(api: &Api) {
        api.in_january();
        let token = api.district().await;
        api.kept(CASE, &token, &events()).await;
        api.dashes(CASE, &token).await;
        let remark = json!({"row": "1.1", "column": "m1", "text": " Растайтын материал жоқ "});
        let above = api.writer(FILLS_ABOVE).await;
        assert_eq!(api.said(CASE, "remarks", &above, &remark).await.status, StatusCode::NOT_FOUND, "it is not submitted");
        api.submitted(CASE, FILLS, SIGNS).await;
        assert_eq!(api.said(CASE, "remarks", &token, &remark).await.status, StatusCode::FORBIDDEN, "its own body");
        assert_eq!(api.said(CASE, "remarks", &api.writer(UNIT_HEAD).await, &remark).await.status, StatusCode::NOT_FOUND);
        let seen = api.report(CASE, &above).await;
        assert_eq!((&seen["may_remark"], &seen["remarks"]), (&json!(true), &json!([])));
        let kept = api.said(CASE, "remarks", &above, &remark).await;
        let shown = json!({"row": "1.1", "line": "", "column": "m1", "text": "Растайтын материал жоқ"});
        assert_eq!((kept.status, &kept.body), (StatusCode::OK, &json!({"version": 1, "remarks": [shown]})), "{}", kept.body);
        let both = api.said(CASE, "remarks", &above, &json!({"text": "Тұтас есепке"})).await.body;
        assert_eq!(count(&both["remarks"]), 2);
        for (sent, fault) in [
            (json!({"row": "99", "column": "m1", "text": "x"}), ("row", "unknown-row")),
            (json!({"column": "m1", "text": "x"}), ("row", "unknown-row")),
            (json!({"row": "1.1", "text": "x"}), ("column", "unknown-column")),
            (json!({"row": "1.1", "line": "x", "column": "m1", "text": "x"}), ("line", "no-lines")),
            (json!({"row": row("12.1"), "line": "x", "column": "m1n", "text": "x"}), ("line", "unknown-line")),
            (json!({"row": "1", "column": "q", "text": "x".repeat(2001)}), ("text", "too-long")),
        ] {
            let got = api.said(CASE, "remarks", &above, &sent).await;
            assert_eq!((got.status, faults(&got.body)), (StatusCode::UNPROCESSABLE_ENTITY, vec![fault]), "{sent}");
        }
        let left = api.said(CASE, "remarks", &above, &json!({"text": ""})).await.body;
        assert_eq!(left["remarks"], json!([shown]));
        let own = api.report(CASE, &token).await;
        assert_eq!((&own["may_remark"], &own["remarks"]), (&json!(false), &json!([])), "it has not been sent");
        api.taken(CASE, "return-report", FILLS_ABOVE, json!({"answers": {"reason": "Қараңыз"}})).await;
        let own = api.report(CASE, &token).await;
        assert_eq!((&own["remarks"], &own["fills"]), (&json!([shown]), &json!(true)));
        let late = api.said(CASE, "remarks", &above, &remark).await;
        assert_eq!((late.status, &late.body["code"]), (StatusCode::FORBIDDEN, &json!("closed")));
    }
}
