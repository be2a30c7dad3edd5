//! The running product: what every request, command and job shares.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, RwLock},
};

use jiff::Timestamp;
use law::edition::Law;
use store::{Db, StoreError};
use tokio::sync::OwnedMutexGuard;

use crate::{
    clock::Clock, config::Config, external::lateness::Lateness, limits::Limits, registry::Registry,
    reports::nation::Nation, words::Words,
};

/// Shared by all requests; cheap to clone.
pub type Shared = Arc<App>;

pub struct App {
    pub db: Db,
    pub config: Config,
    pub clock: Clock,
    pub limits: Limits,
    pub words: Arc<Words>,
    law: RwLock<Arc<Law>>,
    registry: RwLock<Arc<Registry>>,
    pub nation: Nation,
    pub lateness: Lateness,
    turns: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
    entropy: fn(&mut [u8]),
}

impl App {
    /// Starts on a database that has been migrated.
    pub async fn start(
        db: Db,
        config: Config,
        now: fn() -> Timestamp,
        entropy: fn(&mut [u8]),
    ) -> Result<Shared, StoreError> {
        let app = Self {
            db,
            limits: Limits::new(&config),
            config,
            clock: Clock::new(now),
            words: Words::load(),
            law: RwLock::default(),
            registry: RwLock::default(),
            nation: Nation::default(),
            lateness: Lateness::default(),
            turns: Mutex::default(),
            entropy,
        };
        if app.config.demo {
            app.catch_up().await?;
        }
        app.reload_law().await?;
        app.reload_registry().await?;
        Ok(Arc::new(app))
    }

    pub fn law(&self) -> Arc<Law> {
        Arc::clone(&self.law.read().expect("no panic while locked"))
    }

    pub fn registry(&self) -> Arc<Registry> {
        Arc::clone(&self.registry.read().expect("no panic while locked"))
    }

    /// Reads calendar and parameters again, after an edit.
    pub async fn reload_law(&self) -> Result<(), StoreError> {
        *self.law.write().expect("no panic while locked") = Arc::new(store::settings::law(&self.db).await?);
        Ok(())
    }

    /// Reads bodies and services again, after an edit.
    pub async fn reload_registry(&self) -> Result<(), StoreError> {
        let registry =
            Registry::new(store::bodies::all_bodies(&self.db).await?, store::services::all_services(&self.db).await?);
        *self.registry.write().expect("no panic while locked") = Arc::new(registry);
        Ok(())
    }

    /// A turn at something of which there is one: to issue a document of a body (who waits here for its number has not
    /// drawn it in vain), to try the password of an account. The database alone decides who gets which number; other
    /// servers are found out at the commit.
    pub async fn turn(&self, at: &str) -> OwnedMutexGuard<()> {
        let turn = Arc::clone(self.turns.lock().expect("no panic while locked").entry(at.to_owned()).or_default());
        turn.lock_owned().await
    }

    /// Moves the demo's clock to the day of the last fact, if that is ahead of today.
    async fn catch_up(&self) -> Result<(), StoreError> {
        if let Some(last) = store::journal::last_recorded(&self.db).await? {
            let ahead = crate::clock::local(last).date() - self.clock.today();
            self.clock.move_to(i64::from(ahead.get_days()).max(0));
        }
        Ok(())
    }

    /// A random word of the Crockford alphabet, without letters that are misread: 5 bits a character.
    pub fn random_word(&self, length: usize) -> String {
        const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut bytes = vec![0; length];
        (self.entropy)(&mut bytes);
        bytes.iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect()
    }
}
