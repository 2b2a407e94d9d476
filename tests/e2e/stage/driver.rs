//! The one chromedriver of this run.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

/// Where the driver listens; starts it when nobody has yet.
pub fn address() -> String {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    format!("http://127.0.0.1:{}", DRIVER.get_or_init(Driver::start).port)
}

/// The browser that it drives, if one is named.
pub fn browser() -> Option<String> {
    env::var("UTLOVAT_CHROMIUM").ok()
}

/// A shell starts the driver and waits on a pipe whose other end is ours. However this program
/// ends, the pipe closes with it, and the shell ends the driver: statics are never dropped.
const GUARD: &str = r#""$0" --port=0 & driver=$!; read -r _; kill "$driver""#;

struct Driver {
    port: u16,
    /// Open as long as we live.
    _guard: Child,
    /// So that the driver can go on to write.
    _says: BufReader<ChildStdout>,
}

impl Driver {
    fn start() -> Driver {
        let program = env::var("UTLOVAT_CHROMEDRIVER").unwrap_or("chromedriver".to_owned());
        let mut guard = Command::new("sh")
            .args(["-c", GUARD, &program])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver's shell does not start");
        let mut says = BufReader::new(guard.stdout.take().expect("its output is a pipe"));
        let mut line = String::new();
        let port = loop {
            line.clear();
            let read = says.read_line(&mut line).expect("the driver says text");
            assert_ne!(read, 0, "{program} does not start; name it in UTLOVAT_CHROMEDRIVER");
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                break port.trim().trim_end_matches('.').parse().expect("a port");
            }
        };
        Driver { port, _guard: guard, _says: says }
    }
}
