//! `sapa serve`.

use std::{net::SocketAddr, process::ExitCode};

use store::Db;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use super::Outcome;
use crate::{
    Outside,
    app::{App, Shared},
    config::Config,
    jobs, web,
};

/// Migrates, listens, and stops gracefully: requests under way are answered, jobs finish.
pub async fn run(config: Config, outside: Outside) -> Outcome {
    log(&config);
    let app = start(config, outside).await?;
    listen(app).await
}

/// The product on its database, migrated.
pub async fn start(config: Config, outside: Outside) -> Result<Shared, Box<dyn std::error::Error>> {
    let db = Db::open(&config.database_url, config.database_connections).await?;
    db.migrate().await?;
    Ok(App::start(db, config, outside.now, outside.entropy).await?)
}

pub async fn listen(app: Shared) -> Outcome {
    let listener = tokio::net::TcpListener::bind(app.config.listen).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    let (stop, stopped) = watch::channel(false);
    let jobs = tokio::spawn(jobs::keep_running(app.clone(), stopped));
    let service = web::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await?;
    let _ = stop.send(true);
    jobs.await?;
    app.db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Logs without personal data: routes, not addresses; ids, not names.
pub fn log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = if config.log_json { logs.json().try_init() } else { logs.try_init() };
}

async fn asked_to_stop() {
    let mut terminate =
        tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).expect("signals can be heard");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
