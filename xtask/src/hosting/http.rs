//! The plainest of clients: one request, all that is answered.

use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// What a server said.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names in lower case, and values.
    headers: Vec<(String, String)>,
    /// Everything after them, as it came.
    pub body: Vec<u8>,
}

impl Answer {
    /// All values of a header, joined by commas as HTTP allows; nothing where it is not there.
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(there, _)| there == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Whether one of the words of a header that is a list is this one.
    pub fn lists(&self, name: &str, word: &str) -> bool {
        self.header(name).split(',').any(|one| one.trim().eq_ignore_ascii_case(word))
    }
}

/// Asks for a path. `more` are whole lines of the head.
pub fn ask(port: u16, path: &str, more: &[&str]) -> Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("nobody answers on port {port}"))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let lines: String = more.iter().map(|line| format!("{line}\r\n")).collect();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: localhost:{port}\r\nconnection: close\r\n{lines}\r\n"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).with_context(|| format!("{path} is not answered whole"))?;
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .context("an answer has no end of its head")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned()))
        .collect();
    let mut body = bytes.split_off(end + 4);
    if headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked") {
        body = joined(&body).with_context(|| format!("{path} came in broken chunks"))?;
    }
    Ok(Answer { status: status.context("an answer has no status")?, headers, body })
}

/// The body of an answer that came in chunks.
fn joined(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut body = vec![];
    loop {
        let end = chunks.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&chunks[..end]).ok()?.split(';').next()?;
        let size = usize::from_str_radix(size.trim(), 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend(chunks.get(end + 2..end + 2 + size)?);
        chunks = chunks.get(end + 4 + size..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_what_breaks_off_is_found() {
        assert_eq!(joined(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").unwrap(), b"abcde");
        assert_eq!(joined(b"3\r\nab"), None);
    }
}
