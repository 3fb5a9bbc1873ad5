//! A generator of scraped pages, as plausible as word lists allow.
//!
//! Pages are made from a string of bytes, each of which decides one thing. So a
//! test can make the bytes shorter and smaller until the page is a minimal one.

mod damage;
mod words;

use words::{LANGUAGES, Words};

/// Decisions, read off bytes; all are "the first" when the bytes are used up.
pub struct Choices<'b> {
    bytes: &'b [u8],
}

impl<'b> Choices<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    /// A number below `limit`, at most 256.
    pub fn below(&mut self, limit: usize) -> usize {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        usize::from(*first) % limit.max(1)
    }

    /// Whether something happens that happens once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    pub fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }
}

/// A page in one of the languages, perhaps with damaged letters and white space.
pub fn page(bytes: &[u8]) -> String {
    let mut choices = Choices::new(bytes);
    let words = &LANGUAGES[choices.below(LANGUAGES.len())];
    let lines = Page { words, choices: &mut choices, lines: Vec::new() }.written();
    damage::joined(lines, &mut choices)
}

/// An article without a fault: a title and `paragraphs` of `sentences` each.
pub fn article(bytes: &[u8], language: &str, paragraphs: usize, sentences: usize) -> String {
    let words = LANGUAGES.iter().find(|words| words.code == language).unwrap_or(&LANGUAGES[0]);
    let mut page = Page { words, choices: &mut Choices::new(bytes), lines: Vec::new() };
    let mut text = page.headline();
    for _ in 0..paragraphs {
        text.push_str("\n\n");
        text.push_str(&page.sentences(sentences));
    }
    text + "\n"
}

struct Page<'w, 'b, 'c> {
    words: &'w Words,
    choices: &'c mut Choices<'b>,
    lines: Vec<String>,
}

impl Page<'_, '_, '_> {
    fn written(mut self) -> Vec<String> {
        self.head();
        let parts = self.choices.below(7);
        for _ in 0..parts {
            self.part();
        }
        self.foot();
        self.lines
    }

    fn add(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    fn some(&mut self, from: &[&str], most: usize) {
        for _ in 0..self.choices.below(most + 1) {
            let line = self.choices.pick(from);
            self.add(line);
        }
    }

    fn head(&mut self) {
        self.some(self.words.menu, 6);
        if self.choices.once_in(3) {
            let crumbs = format!(
                "{} / {} › {}",
                self.choices.pick(self.words.menu),
                self.choices.pick(self.words.menu),
                self.headline()
            );
            self.add(crumbs);
        }
        let title = self.headline();
        match self.choices.below(4) {
            0 => self.add(title),
            1 => {
                let date = self.date();
                self.add(format!("date {date} {title}"));
            }
            2 => {
                self.add(title.clone());
                self.add(title);
            }
            _ => {}
        }
        for _ in 0..self.choices.below(4) {
            let line = self.fact();
            self.add(line);
        }
        self.some(self.words.share, 4);
    }

    /// A line that says something about the article.
    fn fact(&mut self) -> String {
        let (words, number) = (self.words, self.number());
        match self.choices.below(8) {
            0 => self.date(),
            1 => format!("{} {}", self.choices.pick(words.author_labels), self.choices.pick(words.names)),
            2 => self.choices.pick(words.counters).replace('#', &number),
            3 => format!("{} | {}", self.date(), self.choices.pick(words.counters).replace('#', &number)),
            4 => self.choices.pick(words.names).to_owned(),
            5 => format!(" • {}", self.choices.pick(words.counters).replace('#', &number)),
            6 => self.choices.pick(words.tags).to_owned(),
            _ => number,
        }
    }

    fn part(&mut self) {
        let words = self.words;
        match self.choices.below(10) {
            0..=3 => {
                let count = 1 + self.choices.below(4);
                let text = self.sentences(count);
                self.add(text);
            }
            4 => {
                let heading = self.choices.pick(words.headings);
                self.add(heading);
            }
            5 => self.list(),
            6 => self.caption(),
            7 => self.teasers(),
            8 => self.some(words.promo, 2),
            _ => {
                let quote = format!("{}{}{}", words.quotes.0, self.sentences(1), words.quotes.1);
                self.add(quote);
            }
        }
    }

    fn list(&mut self) {
        let bullet = self.choices.pick(&["• ", "- ", "– ", "* ", "1. ", "1) ", "· ", "●\u{a0}", ""]);
        for number in 0..self.choices.below(5) {
            let item = self.choices.pick(self.words.places);
            self.add(format!("{}{item};", bullet.replace('1', &(number + 1).to_string())));
        }
    }

    /// A caption, which pages often print twice, and the photo's credit.
    fn caption(&mut self) {
        let caption = self.sentence();
        self.add(caption.clone());
        if self.choices.once_in(2) {
            self.add(caption);
        }
        self.some(self.words.media, 1);
    }

    fn teasers(&mut self) {
        let label = self.choices.pick(self.words.teaser_labels);
        let headline = self.headline();
        if self.choices.once_in(2) {
            self.add(format!("{label} {headline}"));
            return;
        }
        self.add(label);
        for _ in 0..self.choices.below(4) {
            let line = match self.choices.below(4) {
                0 => self.headline(),
                1 => format!("{}{}", self.headline(), self.time()),
                2 => format!("{}{} {}", self.headline(), self.choices.pick(self.words.sources), self.date()),
                _ => format!("{} {}", self.time(), self.headline()),
            };
            self.add(line);
        }
    }

    fn foot(&mut self) {
        self.some(self.words.share, 3);
        for _ in 0..self.choices.below(4) {
            let (name, date, text) = (self.choices.pick(self.words.names), self.date(), self.sentences(1));
            self.lines.extend([name.to_owned(), date, text]);
            self.some(self.words.comments, 2);
        }
        self.some(self.words.legal, 3);
        self.some(self.words.menu, 3);
    }

    fn headline(&mut self) -> String {
        let words = self.words;
        let (who, does, place) =
            (self.choices.pick(words.subjects), self.choices.pick(words.predicates), self.choices.pick(words.places));
        if self.choices.once_in(2) { format!("{who} {does}") } else { format!("{who} {does} {place}") }
    }

    fn sentences(&mut self, count: usize) -> String {
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    fn sentence(&mut self) -> String {
        let words = self.words;
        let (who, does, place) =
            (self.choices.pick(words.subjects), self.choices.pick(words.predicates), self.choices.pick(words.places));
        let more = self.choices.pick(words.clauses);
        format!("{who} {does} {place}{more}{}", self.choices.pick(&[".", ".", ".", "!", "?", "…"]))
    }

    fn number(&mut self) -> String {
        let (thousands, rest) = (self.choices.below(40), self.choices.below(256));
        match self.choices.below(4) {
            0 => format!("{thousands}{rest:03}"),
            1 => format!("{thousands} {rest:03}"),
            2 => format!("{thousands},{rest:03}"),
            _ => format!("{thousands}.{rest:03}"),
        }
    }

    fn time(&mut self) -> String {
        format!("{:02}:{:02}", self.choices.below(25), self.choices.below(61))
    }

    fn date(&mut self) -> String {
        let (year, month, day) = (2019 + self.choices.below(7), 1 + self.choices.below(13), 1 + self.choices.below(32));
        match self.choices.below(6) {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{day:02}.{month:02}.{year}"),
            2 => format!("{day} {} {year}", self.choices.pick(self.words.months)),
            3 => format!("{day} {} {year}, {}", self.choices.pick(self.words.months), self.time()),
            4 => format!("{month:02}/{day:02}/{year} {}", self.time()),
            _ => format!("{year}-{month:02}-{day:02}T{}:00Z", self.time()),
        }
    }
}
