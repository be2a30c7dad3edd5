//! Times and what is said of them.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Times of like things, in order of length.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// Measures one thing over and over.
    pub fn measure<T>(runs: usize, mut what: impl FnMut() -> T) -> Self {
        let once = |_| {
            let begun = Instant::now();
            black_box(what());
            begun.elapsed()
        };
        Self::of((0..runs).map(once).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time that so many of a thousand do not exceed.
    pub fn at(&self, of_thousand: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        let place = (self.0.len() * of_thousand / 1000).min(last);
        self.0.get(place).copied().unwrap_or_default()
    }

    pub fn median(&self) -> Duration {
        self.at(500)
    }

    pub fn best(&self) -> Duration {
        self.at(0)
    }
}

pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

pub fn us(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// Random numbers that are the same in every run (xorshift64*).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        usize::try_from(high).unwrap_or_default() % n.max(1)
    }
}
