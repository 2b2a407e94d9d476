//! The drivers of this run, and the screen of a browser that needs one.
//!
//! One chromedriver serves every reader; the other two drivers have one session each.

use super::engine::Engine;
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// A running driver. It ends when nobody has it any more.
pub struct Driver {
    port: u16,
    _program: Guarded,
}

impl Driver {
    /// A driver with room for one more session.
    pub fn of(engine: Engine) -> Arc<Driver> {
        static SHARED: OnceLock<Arc<Driver>> = OnceLock::new();
        match engine {
            Engine::Chromium => Arc::clone(SHARED.get_or_init(|| Arc::new(chromedriver()))),
            Engine::Firefox => Arc::new(geckodriver()),
            Engine::WebKit => Arc::new(webkit_driver()),
        }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn chromedriver() -> Driver {
    let mut program = Guarded::start("UTLOVAT_CHROMEDRIVER", "chromedriver", &["--port=0"], &[]);
    let port = program.until_it_says("started successfully on port ");
    Driver { port, _program: program }
}

fn geckodriver() -> Driver {
    // Width, colours and paper are set with what only the browser's own code may do.
    let arguments = ["--port=0", "--allow-system-access"];
    let mut program = Guarded::start("UTLOVAT_GECKODRIVER", "geckodriver", &arguments, &[]);
    let port = program.until_it_says("Listening on 127.0.0.1:");
    Driver { port, _program: program }
}

fn webkit_driver() -> Driver {
    // It never says where it listens, so we choose.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let environment = [("DISPLAY", screen().into()), ("XDG_CONFIG_HOME", narrow_toolbar().into())];
    let argument = format!("--port={port}");
    let name = "WebKitWebDriver";
    let program = Guarded::start("UTLOVAT_WEBKITDRIVER", name, &[&argument], &environment);
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(start.elapsed() < Duration::from_secs(30), "{name} does not answer");
        std::thread::sleep(Duration::from_millis(10));
    }
    Driver { port, _program: program }
}

/// A screen in memory, since WebKitGTK has no headless mode.
fn screen() -> String {
    static SCREEN: OnceLock<(String, Guarded)> = OnceLock::new();
    let start = || {
        let arguments = ["-displayfd", "1", "-screen", "0", "2200x1400x24", "-nolisten", "tcp"];
        let mut program = Guarded::start("UTLOVAT_XVFB", "Xvfb", &arguments, &[]);
        let number: u16 = program.until_it_says("");
        (format!(":{number}"), program)
    };
    SCREEN.get_or_init(start).0.clone()
}

/// A folder with settings that let MiniBrowser's toolbar, and with it the window, be narrower than
/// a phone.
fn narrow_toolbar() -> PathBuf {
    const RULE: &str = "* { font-size: 1px; padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; }";
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("webkit");
    std::fs::create_dir_all(folder.join("gtk-3.0")).expect("a folder below target/");
    std::fs::write(folder.join("gtk-3.0/gtk.css"), RULE).expect("a file below target/");
    folder
}

/// A shell starts the program and waits on a pipe whose other end is ours. However this program
/// ends, the pipe closes with it, and the shell ends its whole group, browsers too: statics are
/// never dropped.
const GUARD: &str = r#""$0" "$@" </dev/null & read -r _; kill 0"#;

/// A program that does not outlive us.
struct Guarded {
    name: String,
    /// So that the program can go on to write.
    says: BufReader<ChildStdout>,
    /// Open as long as we live.
    _shell: Child,
}

impl Guarded {
    fn start(
        variable: &str,
        name: &str,
        arguments: &[&str],
        environment: &[(&str, OsString)],
    ) -> Guarded {
        let program = env::var(variable).unwrap_or(name.to_owned());
        let mut shell = Command::new("sh")
            .args(["-c", GUARD, &program])
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the shell starts");
        let says = BufReader::new(shell.stdout.take().expect("its output is a pipe"));
        Guarded { name: format!("{program} (named in {variable})"), says, _shell: shell }
    }

    /// The number after some words of what it says.
    fn until_it_says(&mut self, words: &str) -> u16 {
        let mut line = String::new();
        loop {
            line.clear();
            let read = self.says.read_line(&mut line).expect("it says text");
            assert_ne!(read, 0, "{} does not start", self.name);
            if let Some((_, number)) = line.split_once(words) {
                return number.trim().trim_end_matches('.').parse().expect("a number");
            }
        }
    }
}
