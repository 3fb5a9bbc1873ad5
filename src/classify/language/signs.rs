//! Languages of scripts without letter pairs, by letters and words that only one
//! of them has.

use super::writing::Writing;
use crate::language::Language;

/// Letters that only one language of a script has, or none of its neighbours here.
const LETTERS: [(Writing, &str, &str); 8] = [
    (Writing::Arabic, "ar", "ةيكىأإؤ"),
    (Writing::Arabic, "fa", "پچژگکی"),
    (Writing::Arabic, "ur", "ٹڈڑےھںۓہ"),
    (Writing::Arabic, "ps", "ټډړږښګېۍځڅ"),
    (Writing::Arabic, "ckb", "ڕۆێڵەۊ"),
    (Writing::Arabic, "ug", "ۇۈۋېھڭ"),
    (Writing::Devanagari, "mr", "ळ"),
    (Writing::Hebrew, "yi", "װױײ"),
];

/// Words that do the same for Devanagari.
const WORDS: [(&str, &str); 3] = [
    ("hi", "है हैं और के में की को से का ने पर यह था थी थे वह नहीं भी एक लिए इस हो या तो"),
    ("mr", "आहे आहेत आणि च्या मध्ये होते होता नाही हे ते या व केले ही हा असे"),
    ("ne", "छ छन् र को मा गर्ने भएको हो लाई पनि गरेको छैन यो त्यो गर्न थियो"),
];

/// What a letter of its own counts for, in words.
const LETTER: u32 = 2;

/// The language of `text`, if anything in it tells.
pub(super) fn language(text: &str, writing: Writing) -> Option<Language> {
    match writing {
        Writing::Own(language) => Some(language),
        Writing::Hangul => Some(Language::known("ko")),
        Writing::Ideographs => ideographs(text),
        Writing::Hebrew => most(text, writing).or(Some(Language::known("he"))),
        Writing::Arabic | Writing::Devanagari => most(text, writing),
        Writing::Latin | Writing::Cyrillic | Writing::Greek => None,
    }
}

/// Running Japanese is half kana; Chinese quotes one now and then.
const KANA_SHARE: usize = 10;

fn ideographs(text: &str) -> Option<Language> {
    let kana = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30FA}')).count();
    let all = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{9FFF}')).count();
    Some(Language::known(if kana * KANA_SHARE >= all { "ja" } else { "zh" }))
}

/// The language that most letters and words speak for; none where two are even.
fn most(text: &str, writing: Writing) -> Option<Language> {
    let mut scores: Vec<(&'static str, u32)> = Vec::new();
    for (own, code, letters) in LETTERS {
        if own == writing {
            scores.push((code, LETTER * text.chars().filter(|c| letters.contains(*c)).count() as u32));
        }
    }
    if writing == Writing::Devanagari {
        scores.extend(WORDS.map(|(code, words)| (code, common(text, words))));
    }
    let score = |code: &str| scores.iter().filter(|(own, _)| *own == code).map(|(_, score)| score).sum::<u32>();
    let best = scores.iter().map(|(code, _)| *code).max_by_key(|code| score(code))?;
    let is_even = scores.iter().any(|(code, _)| *code != best && score(code) == score(best));
    (score(best) > 0 && !is_even).then(|| Language::known(best))
}

fn common(text: &str, words: &str) -> u32 {
    text.split_whitespace().filter(|word| words.split(' ').any(|known| known == *word)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_tell() {
        let cases = [
            ("أعلنت الوزارة أن الجسر سيفتح يوم الأحد", Some("ar")),
            ("پل تازه روز یکشنبه باز می‌شود", Some("fa")),
            ("نیا پل اتوار کو کھولا جائے گا، یہ بہت بڑا ہے", Some("ur")),
            ("नया पुल रविवार को खुलेगा और यह बहुत लंबा है", Some("hi")),
            ("नवीन पूल रविवारी उघडणार आहे आणि तो मोठा आहे", Some("mr")),
            ("新しい橋は日曜日に開通します", Some("ja")),
            ("新桥将于星期日通车", Some("zh")),
            ("سلام", None),
        ];
        for (text, code) in cases {
            let writing = Writing::of(text).map(|(writing, _)| writing).expect("letters");
            assert_eq!(language(text, writing), code.map(Language::known), "{text}");
        }
    }
}
