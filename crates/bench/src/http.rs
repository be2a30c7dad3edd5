//! As much of HTTP/1.1 as a measurement over loopback needs: one connection kept alive, one request at a time.

use std::io::{Error, ErrorKind, Result};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

/// A browser with one connection and one cookie jar.
pub struct Client {
    stream: BufReader<TcpStream>,
    cookies: Vec<(String, String)>,
}

pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Client {
    pub async fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), cookies: Vec::new() })
    }

    /// A page as a browser asks for it, compressed.
    pub async fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, "accept-encoding: gzip\r\n", "").await
    }

    /// A page to be read.
    pub async fn get_plain(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, "", "").await
    }

    pub async fn post(&mut self, path: &str, form: &str) -> Result<Answer> {
        let headers = format!(
            "content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nsec-fetch-site: same-origin\r\n",
            form.len()
        );
        self.send("POST", path, &headers, form).await
    }

    /// The same as the script of a page does, which wants data.
    pub async fn post_for_data(&mut self, path: &str, form: &str) -> Result<Answer> {
        let headers = format!(
            "content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nsec-fetch-site: same-origin\r\n\
             accept: application/json\r\n",
            form.len()
        );
        self.send("POST", path, &headers, form).await
    }

    /// Signs in as a persona of the demo.
    pub async fn sign_in(&mut self, grant: &str) -> Result<()> {
        let page = self.get_plain("/sign-in").await?;
        let page = String::from_utf8_lossy(&page.body).into_owned();
        let token = page.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (token, _) = token.ok_or_else(|| Error::other("no token in the page"))?;
        let answer = self.post("/sign-in/persona", &format!("csrf={token}&grant={grant}&next=%2F")).await?;
        if answer.status == 303 { Ok(()) } else { Err(Error::other(format!("sign-in answers {}", answer.status))) }
    }

    async fn send(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<Answer> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = if cookies.is_empty() { String::new() } else { format!("cookie: {}\r\n", cookies.join("; ")) };
        let head = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{cookies}{headers}\r\n{body}");
        self.stream.get_mut().write_all(head.as_bytes()).await?;
        self.receive().await
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }

    async fn receive(&mut self) -> Result<Answer> {
        let status = self.line().await?;
        let status = status.split(' ').nth(1).and_then(|s| s.parse().ok());
        let status = status.ok_or(ErrorKind::InvalidData)?;
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name {
                "content-length" => length = value.parse().map_err(|_| ErrorKind::InvalidData)?,
                "transfer-encoding" => chunked = value == "chunked",
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        let mut body = Vec::new();
        if chunked {
            loop {
                let size = self.line().await?;
                let size = u64::from_str_radix(&size, 16).map_err(|_| ErrorKind::InvalidData)?;
                (&mut self.stream).take(size).read_to_end(&mut body).await?;
                self.line().await?;
                if size == 0 {
                    break;
                }
            }
        } else {
            (&mut self.stream).take(length).read_to_end(&mut body).await?;
        }
        Ok(Answer { status, body })
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        let Some((name, value)) = pair.split_once('=') else { return };
        self.cookies.retain(|(kept, _)| kept != name);
        self.cookies.push((name.to_owned(), value.to_owned()));
    }
}
