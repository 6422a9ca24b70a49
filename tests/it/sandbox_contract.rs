//! The table of methods against the published Bot API contract.

use std::path::Path;

use nastavnik::sandbox::methods::METHODS;
use serde_json::Value;

#[test]
fn methods_and_parameters_are_those_of_the_bot_api() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bot-api/api.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("\n*** SKIPPED: no Bot API contract at ../shared/bot-api/api.json ***\n");
        return;
    };
    let contract: Value = serde_json::from_str(&text).unwrap();
    let mut faults = Vec::new();
    for method in METHODS {
        let Some(official) = contract["methods"].get(method.name) else {
            faults.push(format!("{} is not in the contract", method.name));
            continue;
        };
        let fields: Vec<&Value> = official["fields"].as_array().into_iter().flatten().collect();
        for param in method.params {
            let Some(field) = fields.iter().find(|field| field["name"] == param.name) else {
                faults.push(format!("{} has no parameter {}", method.name, param.name));
                continue;
            };
            let types: Vec<&str> =
                field["types"].as_array().unwrap().iter().map(|kind| kind.as_str().unwrap()).collect();
            if types.join("|") != param.kind.contract() || field["required"] != param.required {
                faults.push(format!("{}.{}: {types:?}, required: {}", method.name, param.name, field["required"]));
            }
        }
        for field in fields.iter().filter(|field| field["required"] == true) {
            if !method.params.iter().any(|param| field["name"] == param.name) {
                faults.push(format!("{} lacks its required parameter {}", method.name, field["name"]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
