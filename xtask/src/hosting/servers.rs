//! The servers that the site is tried on: programs of this machine, each as a process of our own,
//! with a configuration of our own and on a free port. What the system serves is left alone.

use crate::folder::{files, read, remove, write};
use crate::host::{Host, file_for};
use crate::tools::{self, find, is_root};
use anyhow::{Context, Result, bail, ensure};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that sends files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// nginx.
    Nginx,
    /// Apache's httpd.
    Apache,
    /// Caddy, where it is there.
    Caddy,
    /// `python3 -m http.server`.
    Python,
}

impl Program {
    /// Every one that the step `hosting` tries.
    pub const ALL: [Program; 4] =
        [Program::Nginx, Program::Apache, Program::Caddy, Program::Python];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Program::Nginx => "nginx",
            Program::Apache => "Apache",
            Program::Caddy => "Caddy",
            Program::Python => "python's http.server",
        }
    }

    /// The host whose file it reads.
    pub fn host(self) -> Host {
        match self {
            Program::Nginx => Host::Nginx,
            Program::Apache => Host::Apache,
            Program::Caddy => Host::Caddy,
            Program::Python => Host::Plain,
        }
    }

    /// The package of Debian; that of Apache is the one without a service.
    fn package(self) -> &'static str {
        match self {
            Program::Nginx => "nginx-light",
            Program::Apache => "apache2-bin",
            Program::Caddy => "caddy",
            Program::Python => "python3",
        }
    }

    /// Where it lies on this machine.
    pub fn found(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Program::Nginx => &["nginx"],
            Program::Apache => &["apache2", "httpd"],
            Program::Caddy => &["caddy"],
            Program::Python => &["python3", "python"],
        };
        // Servers lie where only an administrator's PATH looks.
        let places = ["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from);
        let there = |name: &&str| {
            let beside = places.iter().map(|place| place.join(name)).find(|file| file.is_file());
            find(name).or(beside)
        };
        names.iter().find_map(there)
    }

    /// Where it lies; installed when it is missing and we may.
    pub fn installed(self) -> Result<PathBuf> {
        if let Some(program) = self.found() {
            return Ok(program);
        }
        tools::apt_install(&[self.package()])?;
        self.found().with_context(|| {
            format!(
                "the site is tried on {}, which is not there; install it with `apt-get install {}` \
                 on Debian, or leave the step `hosting` out",
                self.name(),
                self.package()
            )
        })
    }

    /// Starts it for two folders, each at the root of a port of its own. In each, the site lies
    /// below the path that it was built for.
    pub fn start(self, place: &Path, sites: [&Served; 2]) -> Result<Running> {
        let program = self.installed()?;
        // A port that was free may be taken before the server takes it.
        let mut last = None;
        for _ in 0..5 {
            let ports = [free_port()?, free_port()?];
            match self.once(&program, place, sites, ports) {
                Ok(running) => return Ok(running),
                Err(error) => last = Some(error),
            }
        }
        Err(last.context("it was not even tried")?)
    }

    fn once(
        self,
        program: &Path,
        place: &Path,
        sites: [&Served; 2],
        ports: [u16; 2],
    ) -> Result<Running> {
        let place = place.join(format!("{self:?}").to_lowercase());
        let log = place.join("error.log");
        write(&log, b"")?;
        let mut commands = vec![];
        match self {
            Program::Nginx => {
                let config = place.join("nginx.conf");
                write(&config, nginx(&place, sites, ports)?.as_bytes())?;
                let mut command = Command::new(program);
                command.arg("-p").arg(&place).arg("-e").arg(&log).arg("-c").arg(&config);
                commands.push(command);
            }
            Program::Apache => {
                let config = place.join("apache.conf");
                write(&config, apache(&place, sites, ports)?.as_bytes())?;
                let mut command = Command::new(program);
                // One process, which ends with us.
                command.arg("-X").arg("-d").arg(&place).arg("-f").arg(&config);
                command.arg("-E").arg(&log);
                commands.push(command);
            }
            Program::Caddy => {
                let config = place.join("Caddyfile");
                write(&config, caddy(sites, ports)?.as_bytes())?;
                let mut command = Command::new(program);
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&config);
                // What it keeps for itself.
                command
                    .env("HOME", &place)
                    .env("XDG_DATA_HOME", &place)
                    .env("XDG_CONFIG_HOME", &place);
                commands.push(command);
            }
            Program::Python => {
                for (site, port) in sites.into_iter().zip(ports) {
                    let mut command = Command::new(program);
                    command.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]);
                    command.arg(&site.root).arg(port.to_string());
                    commands.push(command);
                }
            }
        }
        let mut running = Running { children: vec![], ports };
        for command in &mut commands {
            let said = std::fs::OpenOptions::new().append(true).open(&log)?;
            let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).spawn();
            running
                .children
                .push(child.with_context(|| format!("{} does not start", self.name()))?);
        }
        running.wait().with_context(|| {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            format!("{} does not serve: {}", self.name(), said.trim())
        })?;
        Ok(running)
    }
}

/// A folder that stands at the root of a server, and the site in it.
#[derive(Debug, Clone)]
pub struct Served {
    /// What the server sends at `/`.
    pub root: PathBuf,
    /// The site, below it or the same.
    pub site: PathBuf,
}

/// Servers that end when this is dropped.
pub struct Running {
    children: Vec<Child>,
    /// Where each folder is served, on this machine.
    pub ports: [u16; 2],
}

impl Running {
    /// Waits until all ports answer.
    fn wait(&mut self) -> Result<()> {
        let start = Instant::now();
        for port in self.ports {
            while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
                for child in &mut self.children {
                    if let Some(status) = child.try_wait()? {
                        bail!("it ended with {status}");
                    }
                }
                ensure!(start.elapsed() < Duration::from_secs(60), "port {port} answers nobody");
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        for child in &mut self.children {
            ensure!(child.try_wait()?.is_none(), "another program answers on its port");
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A copy of a built site below a path, for a host: as `--host` writes it, without what the host
/// itself compresses. Files are the same on the disk wherever it allows that.
pub fn place(site: &Path, root: &Path, base: &str, host: Host, base_url: &str) -> Result<Served> {
    let below = root.join(base.trim_matches('/'));
    for file in files(site)? {
        let (from, to) = (site.join(&file), below.join(&file));
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder)?;
        }
        if std::fs::hard_link(&from, &to).is_err() {
            std::fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
        }
    }
    crate::host::prepare(&below, host, base_url)?;
    Ok(Served { root: root.to_path_buf(), site: below })
}

/// A folder for the copies which a server that drops its rights can read, too: below `target`, or,
/// where the checkout is closed to others, among the system's temporary files.
pub fn open_place(root: &Path, name: &str) -> Result<PathBuf> {
    let inside = root.join("target").join(name);
    let place = if is_root() && !open_to_all(root) {
        std::env::temp_dir().join(format!("utlovat-{name}"))
    } else {
        inside
    };
    remove(&place)?;
    std::fs::create_dir_all(&place)
        .with_context(|| format!("cannot create {}", place.display()))?;
    Ok(place)
}

#[cfg(unix)]
fn open_to_all(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let open = |folder: &Path| {
        std::fs::metadata(folder).is_ok_and(|about| about.permissions().mode() & 0o5 == 0o5)
    };
    folder.ancestors().all(open)
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> bool {
    true
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    Ok(listener.local_addr()?.port())
}

/// Whether Debian's module for brotli is there.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Whether this nginx sends what brotli has compressed.
pub fn nginx_reads_brotli() -> bool {
    Path::new(BROTLI).is_file()
}

/// A server as an administrator would have it: ours is included, the rest is theirs.
fn nginx(place: &Path, sites: [&Served; 2], ports: [u16; 2]) -> Result<String> {
    let mut out = String::new();
    if nginx_reads_brotli() {
        out.push_str(&format!("load_module {BROTLI};\n"));
    }
    // In one process it keeps the rights that it has, and ends with us.
    out.push_str("daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\n");
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        out.push_str(&format!("  {kind}_temp_path {kind};\n"));
    }
    out.push_str("  access_log off;\n  gzip on;\n");
    for (number, (site, port)) in sites.into_iter().zip(ports).enumerate() {
        let file = file_for(&site.site, Host::Nginx).context("nginx reads a file")?;
        let text = String::from_utf8(read(&file)?)?;
        let text = if nginx_reads_brotli() {
            text.replace("# brotli_static on;", "brotli_static on;")
        } else {
            text
        };
        let included = place.join(format!("site-{number}.conf"));
        write(&included, text.as_bytes())?;
        out.push_str(&of_container(&site.root, &included, port)?);
    }
    out.push_str("}\n");
    Ok(out)
}

/// The server of the container, at another place on another port.
fn of_container(root: &Path, included: &Path, port: u16) -> Result<String> {
    let theirs = "/usr/share/nginx/html";
    let mut out = include_str!("../../../hosting/server.conf").to_owned();
    for (from, to) in [
        ("listen 8080;".to_owned(), format!("listen 127.0.0.1:{port};")),
        (format!("root {theirs};"), format!("root {root:?};")),
        (format!("include {theirs}/.host/nginx.conf;"), format!("include {included:?};")),
    ] {
        ensure!(out.contains(&from), "hosting/server.conf has no line `{from}`");
        out = out.replace(&from, &to);
    }
    Ok(out)
}

/// As it is written, but without certificates and on ports of this machine.
fn caddy(sites: [&Served; 2], ports: [u16; 2]) -> Result<String> {
    let mut out = "{\n\tadmin off\n\tauto_https off\n}\n".to_owned();
    for (site, port) in sites.into_iter().zip(ports) {
        let file = file_for(&site.site, Host::Caddy).context("Caddy reads a file")?;
        let text = String::from_utf8(read(&file)?)?;
        let address = text.lines().find(|line| !line.starts_with('#') && line.ends_with(" {"));
        let address = address.context("the Caddyfile names no site")?;
        let here = format!("http://localhost:{port} {{\n\tbind 127.0.0.1");
        let text = text.replacen(address, &here, 1);
        let folder = "{$UTLOVAT_ROOT:/var/www/utlovat}";
        ensure!(text.contains(folder), "the Caddyfile does not say where the site lies");
        out.push_str(&text.replace(folder, &format!("{:?}", site.site)));
    }
    Ok(out)
}

/// Where distributions keep Apache's modules.
const MODULES: [&str; 4] = [
    "/usr/lib/apache2/modules",
    "/usr/lib64/httpd/modules",
    "/usr/lib/httpd/modules",
    "/usr/libexec/apache2",
];

/// The usual modules: those that list folders, choose languages and compress are there too, so
/// that ours is proven against them.
fn apache(place: &Path, sites: [&Served; 2], ports: [u16; 2]) -> Result<String> {
    let modules = MODULES.iter().map(Path::new).find(|folder| folder.is_dir());
    let modules = modules
        .with_context(|| format!("the modules of Apache are in none of {}", MODULES.join(", ")))?;
    let mut out = format!(
        "ServerRoot {place:?}\nServerName localhost\nPidFile httpd.pid\nErrorLog error.log\n"
    );
    for name in [
        "mpm_event",
        "unixd",
        "authz_core",
        "mime",
        "dir",
        "autoindex",
        "negotiation",
        "filter",
        "deflate",
        "headers",
        "rewrite",
    ] {
        let file = modules.join(format!("mod_{name}.so"));
        // Some are compiled in elsewhere.
        if file.is_file() {
            out.push_str(&format!("LoadModule {name}_module {file:?}\n"));
        }
    }
    if is_root() {
        let user = if cfg!(target_os = "macos") { "_www" } else { "nobody" };
        out.push_str(&format!("User {user}\nGroup \"#65534\"\n"));
    }
    if Path::new("/etc/mime.types").is_file() {
        out.push_str("TypesConfig /etc/mime.types\n");
    }
    out.push_str(
        "AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json\n\
         <Directory />\n  AllowOverride None\n  Require all denied\n</Directory>\n\
         <FilesMatch \"^\\.ht\">\n  Require all denied\n</FilesMatch>\n",
    );
    for (site, port) in sites.into_iter().zip(ports) {
        out.push_str(&format!(
            "Listen 127.0.0.1:{port}\n<VirtualHost 127.0.0.1:{port}>\n  DocumentRoot {root:?}\n\
             \x20 <Directory {root:?}>\n    Options Indexes FollowSymLinks\n    AllowOverride All\n\
             \x20   Require all granted\n  </Directory>\n</VirtualHost>\n",
            root = site.root
        ));
    }
    Ok(out)
}
