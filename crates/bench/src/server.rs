//! The product as a process of its own on a free port of loopback.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tokio::time::sleep;

use crate::http::Client;

pub struct Server {
    process: Child,
    pub address: String,
    /// From the start of the process to the first page.
    pub first_page: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Starts `sapa serve` in demo mode without limits on requests, and waits for the page of signing in.
    pub async fn start(sapa: &str, database: &str) -> std::io::Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let begun = Instant::now();
        let process = Command::new(sapa)
            .arg("serve")
            .env("SAPA_DATABASE_URL", database)
            .env("SAPA_LISTEN", &address)
            .env("SAPA_DEMO", "true")
            .env("SAPA_SECURE_COOKIES", "false")
            .env("SAPA_REQUESTS_PER_SECOND", "1000000")
            .env("SAPA_SIGN_IN_PER_MINUTE", "1000000")
            .env("SAPA_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()?;
        let mut server = Self { process, address, first_page: Duration::ZERO };
        while begun.elapsed() < Duration::from_secs(60) {
            if let Ok(mut client) = Client::connect(&server.address).await {
                let page = client.get("/sign-in").await?;
                if page.status == 200 {
                    server.first_page = begun.elapsed();
                    return Ok(server);
                }
            }
            sleep(Duration::from_millis(1)).await;
        }
        Err(std::io::Error::other("the product does not start"))
    }

    /// Resident memory, MiB.
    pub fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|l| l.trim().strip_suffix(" kB")).and_then(|n| n.trim().parse::<f64>().ok());
        kilobytes.unwrap_or_default() / 1024.0
    }

    /// Processor time used so far, in ticks of the kernel.
    fn ticks(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        [11, 12].iter().filter_map(|at| fields.get(*at)?.parse::<u64>().ok()).sum()
    }

    /// Waits until the product has done what it does by itself after a start; gives how long that took, at most five minutes.
    pub async fn settle(&self) -> Duration {
        let begun = Instant::now();
        let mut quiet = 0;
        while quiet < 2 && begun.elapsed() < Duration::from_secs(300) {
            let before = self.ticks();
            sleep(Duration::from_secs(1)).await;
            quiet = if self.ticks() - before <= 3 { quiet + 1 } else { 0 };
        }
        begun.elapsed().saturating_sub(Duration::from_secs(2))
    }
}
