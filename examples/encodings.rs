//! How well encodings are detected: `cargo run --release --example encodings -- FOLDER`.
//!
//! FOLDER holds UTF-8 texts, a paragraph a line, in files named by language
//! (`uk.txt`, `zh-Hant.txt`; `tools/declaration.py` makes such a folder). Pieces
//! of them are encoded, decoded without a hint, and compared. The table that is
//! printed has the share of pieces that came back exactly, by encoding and by
//! length in characters. With `--misses`, the wrong ones are listed as well.

use std::collections::HashMap;
use std::path::Path;

use encoding_rs::Encoding;
use unicode_normalization::UnicodeNormalization;

/// Encodings, and the languages that were written in them.
const ENCODINGS: &[(&str, &str)] = &[
    ("windows-1251", "ru uk bg be sr mk"),
    ("koi8-r", "ru bg"),
    ("koi8-u", "uk ru be"),
    ("iso-8859-5", "ru uk bg be sr mk"),
    ("ibm866", "ru bg"),
    ("x-mac-cyrillic", "ru uk bg be sr mk"),
    ("windows-1253", "el"),
    ("iso-8859-7", "el"),
    ("windows-1250", "pl cs sk hu sl hr ro sq"),
    ("iso-8859-2", "pl cs sk hu sl hr ro sq"),
    ("iso-8859-16", "ro pl hu"),
    ("windows-1252", "en de fr es pt it nl sv da nb fi is ca gl eu ga"),
    ("iso-8859-15", "de fr es fi et"),
    ("macintosh", "de fr es pt it sv da"),
    ("windows-1254", "tr"),
    ("iso-8859-3", "mt eo"),
    ("iso-8859-4", "lt lv et"),
    ("iso-8859-10", "is fo sv"),
    ("iso-8859-13", "lt lv et"),
    ("iso-8859-14", "cy ga"),
    ("windows-1257", "lt lv et"),
    ("windows-1258", "vi"),
    ("windows-1255", "he"),
    ("iso-8859-8-i", "he"),
    ("windows-1256", "ar fa"),
    ("iso-8859-6", "ar"),
    ("windows-874", "th"),
    ("gb18030", "zh-Hans"),
    ("big5", "zh-Hant"),
    ("euc-kr", "ko"),
    ("euc-jp", "ja"),
    ("shift_jis", "ja"),
    ("iso-2022-jp", "ja"),
    ("utf-16le", "en ru uk el de pl ar he th zh-Hans zh-Hant ja ko"),
    ("utf-16be", "en ru uk el de pl ar he th zh-Hans zh-Hant ja ko"),
];

const LENGTHS: [usize; 4] = [60, 120, 300, 1000];

/// As many pieces of a text in one encoding and length are looked at.
const PIECES: usize = 60;

/// Characters that older encodings lack, and what was written instead.
const INSTEAD: &[(char, &str)] = &[
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
    ('’', "'"),
    ('‘', "'"),
    ('–', "-"),
    ('—', "-"),
    ('…', "..."),
    ('\u{a0}', " "),
    ('ș', "ş"),
    ('ț', "ţ"),
    ('Ș', "Ş"),
    ('Ț', "Ţ"),
    ('ی', "ي"),
    ('ک', "ك"),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let Some(folder) = arguments.iter().find(|argument| !argument.starts_with("--")) else {
        eprintln!("usage: encodings FOLDER [--misses], where FOLDER holds texts such as uk.txt");
        std::process::exit(2);
    };
    println!("| encoding | languages | 60 | 120 | 300 | 1000 |\n|---|---|---|---|---|---|");
    let mut texts = HashMap::new();
    let mut all = [(0, 0); 4];
    for (label, languages) in ENCODINGS {
        let mut counts = [(0, 0); 4];
        let mut measured = Vec::new();
        for language in languages.split(' ') {
            let text = texts.entry(language).or_insert_with(|| read(Path::new(folder), language));
            measured.extend((!text.is_empty()).then_some(language));
            count(label, language, text, &mut counts, misses);
        }
        print_row(label, &measured.join(" "), &counts);
        for (all, count) in all.iter_mut().zip(counts) {
            *all = (all.0 + count.0, all.1 + count.1);
        }
    }
    print_row("all", "", &all);
}

fn read(folder: &Path, language: &str) -> Vec<char> {
    let text = std::fs::read_to_string(folder.join(format!("{language}.txt"))).unwrap_or_default();
    text.nfc().collect()
}

fn print_row(label: &str, languages: &str, counts: &[(usize, usize); 4]) {
    let shares = counts.map(|(good, total)| match total {
        0 => "–".to_owned(),
        _ => format!("{:.3}", good as f64 / total as f64),
    });
    println!("| {label} | {languages} | {} |", shares.join(" | "));
}

/// Counts the pieces that come back, and all of them, for each length.
fn count(label: &str, language: &str, text: &[char], counts: &mut [(usize, usize); 4], misses: bool) {
    for (length, count) in LENGTHS.into_iter().zip(counts) {
        let step = (text.len() / PIECES).max(length);
        for piece in text.chunks(step).filter_map(|chunk| chunk.get(..length)) {
            let piece: String = piece.iter().collect();
            let Some(bytes) = encoded(label, &piece) else { continue };
            let decoded = chysto::decode(&bytes);
            let good = without_replaced(decoded.text()) == without_replaced(&piece);
            count.0 += usize::from(good);
            count.1 += 1;
            if misses && !good {
                println!("{label} {language} {length}: {} for {piece}", decoded.encoding());
            }
        }
    }
}

/// The text with everything that may be [`INSTEAD`] of something else made alike.
fn without_replaced(text: &str) -> String {
    text.nfc().map(instead).collect()
}

fn instead(c: char) -> String {
    INSTEAD.iter().find(|(from, _)| *from == c).map_or_else(|| c.to_string(), |(_, to)| (*to).to_owned())
}

/// The piece in an encoding; none where letters are missing or all is ASCII.
fn encoded(label: &str, piece: &str) -> Option<Vec<u8>> {
    let bytes: Option<Vec<Vec<u8>>> = match label {
        "utf-16le" => return Some(piece.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        "utf-16be" => return Some(piece.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        // Shifts between character sets: it is no encoding of single characters.
        "iso-2022-jp" => return whole(label, piece).filter(|bytes| bytes.contains(&0x1B)),
        _ => piece.chars().map(|c| character(label, c)).collect(),
    };
    bytes.map(|bytes| bytes.concat()).filter(|bytes| !bytes.is_ascii())
}

/// A character, or what stood for it: another one, or a letter with a mark behind it.
fn character(label: &str, c: char) -> Option<Vec<u8>> {
    whole(label, c.encode_utf8(&mut [0; 4])).or_else(|| whole(label, &instead(c))).or_else(|| {
        let parts: Vec<char> = c.nfd().collect();
        let (mark, letter) = parts.split_last()?;
        // Vietnamese keeps the letter's own mark on it, and the tone apart.
        let tone_first = [parts[0], *parts.last()?].iter().collect::<String>().nfc().collect::<String>();
        whole(label, &(letter.iter().collect::<String>().nfc().collect::<String>() + &mark.to_string()))
            .or_else(|| whole(label, &(tone_first + &parts.get(1)?.to_string())))
    })
}

fn whole(label: &str, text: &str) -> Option<Vec<u8>> {
    let (bytes, _, lossy) = Encoding::for_label(label.as_bytes())?.encode(text);
    (!lossy).then(|| bytes.into_owned())
}
