//! The score over time as a line: drawn as SVG, with the table beside it.

use jiff::civil::Date;
use law::ch2_external::p11_risk::{CriteriaSet, Score};

use super::score::points;
use crate::words::Speaker;

/// The drawing, in units of its view box.
pub struct Chart {
    pub width: u32,
    pub height: u32,
    pub line: String,
    pub dots: Vec<Dot>,
    /// Marks of the axis of points.
    pub scale: Vec<Mark>,
    /// Where a year begins.
    pub years: Vec<Mark>,
    /// Where the high degree begins.
    pub threshold: Option<Mark>,
    pub left: u32,
    pub right: u32,
    pub bottom: u32,
}

pub struct Dot {
    pub x: u32,
    pub y: u32,
    pub high: bool,
}

pub struct Mark {
    pub at: u32,
    /// Where its label stands: of a year its middle.
    pub label_at: u32,
    pub label: String,
}

/// A line of the table beside it.
pub struct Row {
    pub date: String,
    pub href: String,
    pub total: String,
    pub high: bool,
}

pub fn rows(words: &Speaker, code: &str, scores: &[Score]) -> Vec<Row> {
    let row = |score: &Score| Row {
        date: words.date(score.on),
        href: format!("/subjects/{code}/score?on={}", score.on),
        total: points(words, score.total.into()),
        high: score.high,
    };
    scores.iter().rev().map(row).collect()
}

const WIDTH: u32 = 360;
const HEIGHT: u32 = 196;
const LEFT: u32 = 30;
const RIGHT: u32 = 350;
const TOP: u32 = 12;
const BOTTOM: u32 = 168;

/// The line through at least two scores.
pub fn draw(set: &CriteriaSet, scores: &[Score]) -> Option<Chart> {
    let (first, last) = (scores.first()?.on, scores.last()?.on);
    let span = u32::try_from((last - first).get_days()).ok().filter(|days| *days > 0)?;
    let most = set.most.max(1).saturating_mul(100);
    let x = |day: Date| {
        let days = u32::try_from((day - first).get_days()).unwrap_or(0);
        LEFT + (RIGHT - LEFT) * days.min(span) / span
    };
    let y = |total: u32| {
        let up = u64::from(BOTTOM - TOP) * u64::from(total.min(most)) / u64::from(most);
        BOTTOM - u32::try_from(up).unwrap_or(0)
    };
    let dots: Vec<Dot> = scores.iter().map(|s| Dot { x: x(s.on), y: y(s.total), high: s.high }).collect();
    let begins = |year: i16| Date::new(year, 1, 1).unwrap_or(first).max(first);
    let ends = |year: i16| Date::new(year, 12, 31).unwrap_or(last).min(last);
    let year = |year: i16| Mark {
        at: x(begins(year)),
        label_at: x(begins(year)).midpoint(x(ends(year))),
        label: year.to_string(),
    };
    let mark = |points: u32| {
        let at = y(points.saturating_mul(100));
        Mark { at, label_at: at + 4, label: points.to_string() }
    };
    let wide = |mark: &Mark, year: i16| x(ends(year)).saturating_sub(mark.at) > 26;
    let years = (first.year()..=last.year()).map(|n| (n, year(n)));
    Some(Chart {
        width: WIDTH,
        height: HEIGHT,
        line: dots.iter().map(|d| format!("{},{}", d.x, d.y)).collect::<Vec<_>>().join(" "),
        scale: (0..=4).map(|n| mark(set.most * n / 4)).collect(),
        years: years.filter(|(n, mark)| wide(mark, *n)).map(|(_, mark)| mark).collect(),
        threshold: (set.threshold <= set.most).then(|| mark(set.threshold)),
        dots,
        left: LEFT,
        right: RIGHT,
        bottom: BOTTOM,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use law::ch2_external::p11_risk::sample;

    use super::*;

    fn score(on: Date, total: u32) -> Score {
        Score { set: "sample".into(), on, total, high: total >= 6100, gross: false, parts: Vec::new() }
    }

    #[test]
    fn a_line_needs_two_days_and_stays_inside_its_frame() {
        let set = sample();
        assert!(draw(&set, &[score(date(2026, 1, 1), 100)]).is_none());
        let scores = [score(date(2023, 12, 31), 0), score(date(2025, 6, 30), 20_000), score(date(2026, 11, 22), 6100)];
        let chart = draw(&set, &scores).unwrap();
        assert!(chart.dots.iter().all(|d| (LEFT..=RIGHT).contains(&d.x) && (TOP..=BOTTOM).contains(&d.y)));
        assert_eq!((chart.dots[0].x, chart.dots[0].y), (LEFT, BOTTOM));
        assert_eq!(chart.threshold.unwrap().at, chart.dots[2].y);
        assert_eq!(chart.years.len(), 3);
    }
}
