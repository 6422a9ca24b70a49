//! Headless Chromium on a leash: the `DevTools` protocol over its pipe, just enough to be a person at a page.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// Long, because builds may share the machine; a page that works needs a second.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Browser {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    last_id: u64,
    session: Option<String>,
    /// Errors that the page reported.
    pub(crate) complaints: Vec<String>,
    _profile: TempDir,
}

/// The browser of this machine; without one, fails where one is required and says so loudly elsewhere.
pub(crate) fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let candidates = std::env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let found = candidates.into_iter().find(|candidate| candidate.is_file());
    if found.is_none() {
        let is_required = std::env::var_os("NASTAVNIK_REQUIRE_BROWSER").is_some();
        assert!(!is_required, "NASTAVNIK_REQUIRE_BROWSER is set, but none of {NAMES:?} is installed");
        eprintln!("\n*** SKIPPED: the page was not tried in a browser, none of {NAMES:?} is installed ***\n");
    }
    found
}

impl Browser {
    /// Opens a window of this size at `url`.
    pub(crate) async fn open(program: &Path, url: &str, width: u32, height: u32) -> Self {
        let profile = tempfile::tempdir().unwrap();
        // Chromium speaks on descriptors 3 and 4; the shell lays its standard ones there.
        let script = r#"exec "$0" "$@" 3<&0 4>&1 1>&2 </dev/null"#;
        let data = profile.path().join("profile");
        let mut child = Command::new("sh")
            .args([OsStr::new("-c"), OsStr::new(script), program.as_os_str()])
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
            ])
            .arg(format!("--user-data-dir={}", data.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let (last_id, session, complaints) = (0, None, Vec::new());
        let mut browser = Self { child, input, output, last_id, session, complaints, _profile: profile };
        let target = browser.send("Target.createTarget", json!({ "url": "about:blank" })).await;
        let order = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.send("Target.attachToTarget", order).await;
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            browser.send(domain, json!({})).await;
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
        browser.send("Emulation.setDeviceMetricsOverride", size).await;
        browser.send("Page.navigate", json!({ "url": url })).await;
        browser
    }

    async fn send(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let mut order = json!({ "id": self.last_id, "method": method, "params": params });
        if let Some(session) = &self.session {
            order["sessionId"] = session.clone().into();
        }
        let mut bytes = order.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes).await.unwrap();
        loop {
            let mut said = Vec::new();
            let reading = tokio::time::timeout(PATIENCE, self.output.read_until(0, &mut said));
            reading.await.expect("the browser is silent").unwrap();
            let mut said: Value = serde_json::from_slice(said.strip_suffix(b"\0").unwrap()).unwrap();
            if said["id"] == self.last_id {
                assert!(said["error"].is_null(), "{method}: {said}");
                return said["result"].take();
            }
            let is_error = said["method"] == "Runtime.exceptionThrown" || said["params"]["entry"]["level"] == "error";
            if is_error {
                self.complaints.push(said["params"].to_string());
            }
        }
    }

    /// The value of a JavaScript expression.
    pub(crate) async fn eval(&mut self, expression: &str) -> Value {
        let order = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.send("Runtime.evaluate", order).await;
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer}");
        answer["result"]["value"].take()
    }

    /// Waits until a JavaScript condition holds.
    pub(crate) async fn until(&mut self, condition: &str) {
        let began = Instant::now();
        while self.eval(&format!("Boolean({condition})")).await != true {
            if began.elapsed() > PATIENCE {
                let text = self.eval("document.body.innerText").await;
                panic!("never true: {condition}\ncomplaints: {:?}\n{text}", self.complaints);
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Clicks in the middle of the element that an expression gives, as a mouse would.
    pub(crate) async fn click(&mut self, element: &str) {
        let script = format!(
            "(() => {{ const e = {element}; e.scrollIntoView({{ block: 'nearest', inline: 'nearest' }}); \
             const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        );
        let place = self.eval(&script).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.send("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Chooses a file in a file field, as its dialog would.
    pub(crate) async fn choose_file(&mut self, selector: &str, path: &Path) {
        let document = self.send("DOM.getDocument", json!({})).await;
        let query = json!({ "nodeId": document["root"]["nodeId"], "selector": selector });
        let field = self.send("DOM.querySelector", query).await;
        let order = json!({ "nodeId": field["nodeId"], "files": [path] });
        self.send("DOM.setFileInputFiles", order).await;
    }

    /// Types into whatever has the focus.
    pub(crate) async fn write(&mut self, text: &str) {
        self.send("Input.insertText", json!({ "text": text })).await;
    }

    /// Presses one key: `Tab`, `Enter`, `Escape`, `ArrowRight`.
    pub(crate) async fn key(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "ArrowRight" => (39, ""),
            _ => panic!("no such key here: {key}"),
        };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.send("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Tabs on until the focused element satisfies a condition on `e`; the keyboard's way to get anywhere.
    pub(crate) async fn tab_to(&mut self, condition: &str) {
        for _ in 0..80 {
            let check = format!("(e => Boolean({condition}))(document.activeElement)");
            if self.eval(&check).await == true {
                return;
            }
            self.key("Tab").await;
        }
        panic!("the Tab key never reached: {condition}");
    }

    pub(crate) async fn close(mut self) {
        assert!(self.complaints.is_empty(), "{:?}", self.complaints);
        self.child.kill().await.unwrap();
    }
}
