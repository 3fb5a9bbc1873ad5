//! Words as the corpus' scorer counts them, as numbers.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// Numbers for the words of one document.
#[derive(Default)]
pub struct Interner {
    numbers: FxHashMap<String, u32>,
}

impl Interner {
    /// The words of `text`: runs of letters and digits, ideographs and kana one by one.
    pub fn tokens(&mut self, text: &str) -> Vec<u32> {
        let mut tokens = Vec::new();
        let mut word = String::new();
        for c in text.nfkc().filter(|c| !is_invisible(*c)) {
            if is_ideograph(c) {
                self.push(&mut word, &mut tokens);
                word.push(c);
                self.push(&mut word, &mut tokens);
            } else if c.is_alphanumeric() || c == '_' {
                word.push(c);
            } else {
                self.push(&mut word, &mut tokens);
            }
        }
        self.push(&mut word, &mut tokens);
        tokens
    }

    fn push(&mut self, word: &mut String, tokens: &mut Vec<u32>) {
        if word.is_empty() {
            return;
        }
        let next = self.numbers.len() as u32;
        tokens.push(*self.numbers.entry(std::mem::take(word)).or_insert(next));
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}
