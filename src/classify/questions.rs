//! The questions that the model asks about every block, with their answers in
//! words; [`super::features`] answers them.

// The tool that trains the model sees these.
#![cfg_attr(not(feature = "training"), allow(unreachable_pub))]

use crate::role::Role;

/// A question, and what a bin of its answers means in words.
pub struct Question {
    /// What is asked.
    pub name: &'static str,
    /// The answers, by bin.
    pub answers: Answers,
}

/// The answers to a question.
pub enum Answers {
    /// One for each text.
    Words(&'static [&'static str]),
    /// None, or the role of the rule that fits: twice its number for a likely one, and one more for a sure one.
    Rule,
}

impl Answers {
    /// How many there are.
    pub const fn count(&self) -> usize {
        match self {
            Self::Words(words) => words.len(),
            Self::Rule => 1 + 2 * Role::ALL.len(),
        }
    }
}

const fn ask(name: &'static str, answers: &'static [&'static str]) -> Question {
    Question { name, answers: Answers::Words(answers) }
}

/// The number of questions.
pub const COUNT: usize = QUESTIONS.len();

/// The number of all answers to all questions.
pub const ANSWERS: usize = FIRST_ANSWERS[COUNT - 1] + QUESTIONS[COUNT - 1].answers.count();

/// Where the answers of each question start among all answers.
pub const FIRST_ANSWERS: [usize; COUNT] = {
    let mut first = [0; COUNT];
    let mut question = 1;
    while question < COUNT {
        first[question] = first[question - 1] + QUESTIONS[question - 1].answers.count();
        question += 1;
    }
    first
};

/// The question that has the answer of number `answer`, and that answer.
pub(crate) fn words(answer: usize) -> (&'static str, String) {
    let question = FIRST_ANSWERS.partition_point(|first| *first <= answer) - 1;
    let bin = answer - FIRST_ANSWERS[question];
    let words = match &QUESTIONS[question].answers {
        Answers::Words(words) => words[bin].to_owned(),
        Answers::Rule => match bin.checked_sub(1) {
            None => "none".to_owned(),
            Some(rule) => Role::ALL[rule / 2].to_string(),
        },
    };
    (QUESTIONS[question].name, words)
}

const FROM_THE_EDGE: &[&str] = &[
    "the first",
    "the second",
    "the third",
    "the 4th or 5th",
    "the 6th to 8th",
    "the 9th to 13th",
    "the 14th to 21st",
    "the 22nd to 34th",
    "the 35th to 55th",
    "the 56th to 89th",
    "the 90th to 144th",
    "beyond the 144th",
];

const SHARED: &[&str] = &["no content words", "none", "few", "a tenth", "a fifth", "a third", "most"];

/// The questions, in the order of the bins.
pub const QUESTIONS: &[Question] = &[
    ask(
        "length in words",
        &[
            "none",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6 or 7",
            "8 or 9",
            "10 to 12",
            "13 to 16",
            "17 to 21",
            "22 to 30",
            "31 to 45",
            "46 to 70",
            "71 to 110",
            "over 110",
        ],
    ),
    ask(
        "end",
        &[
            "nothing",
            "a full stop",
            "an ellipsis",
            "a question or a call",
            "a colon",
            "a comma",
            "an arrow",
            "no punctuation",
        ],
    ),
    ask(
        "start",
        &["nothing", "a small letter", "a capital", "a digit", "a quotation mark", "a letter without case", "a sign"],
    ),
    ask("list marker", &["none", "a bullet", "a dash", "a number", "a quantity"]),
    ask("full stops inside", &["none", "one", "two", "three", "four or more"]),
    ask("capitals", &["no words", "one word", "none", "the first word's", "few", "some", "many", "nearly all"]),
    ask("words in capitals", &["none", "some", "most"]),
    ask("numbers among the words", &["none", "few", "some", "many", "half", "nearly all"]),
    ask("bars and arrows", &["none", "one", "two or three", "four or more"]),
    ask("commas", &["none", "rare", "as in running text", "many", "very many", "nearly everywhere"]),
    ask("length of words", &["no words", "very short", "short", "middling", "long", "very long", "extremely long"]),
    ask("address", &["none", "one"]),
    ask("colon", &["none", "inside", "at the end"]),
    ask("brackets and quotes", &["neither", "brackets", "quotes", "both"]),
    Question { name: "rule", answers: Answers::Rule },
    ask("opens", &["nothing", "a value", "a list", "the rest of the page"]),
    ask("function words", &["none", "very few", "few", "some", "as in running text", "many"]),
    ask("language", &["cannot be told", "another than the page's", "the page's"]),
    ask(
        "repetition",
        &[
            "none",
            "stands again right below",
            "stands again below",
            "stands right above",
            "stands above",
            "stands above and below",
        ],
    ),
    ask(
        "content words of running text",
        &["no content words", "none", "few", "some", "a third", "half", "most", "all"],
    ),
    ask(
        "first line",
        &[
            "no content words",
            "it is the first",
            "the first begins with it",
            "the same",
            "nearly the same",
            "much in common",
            "something in common",
            "nothing in common",
        ],
    ),
    ask("place from the top", FROM_THE_EDGE),
    ask("place from the end", FROM_THE_EDGE),
    ask(
        "blocks of the page",
        &["one", "2 to 5", "6 to 14", "15 to 39", "40 to 89", "90 to 179", "180 to 349", "350 or more"],
    ),
    ask(
        "running text of the page",
        &["hardly any", "little", "a fourth", "near half", "more than half", "most", "nearly all"],
    ),
    ask("line before", &["none", "of another make", "alike", "alike and as long"]),
    ask("lines that begin alike", &["no content words", "none", "one", "some", "many"]),
    ask("date and time", &["neither", "a year", "a time of day", "both"]),
    ask("signs", &["none", "of rights", "of money or percent", "both"]),
    ask(
        "longest stretch of running text",
        &["above it", "below it", "between two", "in it, short", "in it, running text"],
    ),
    ask(
        "running text above",
        &["none", "a few percent", "a fifth", "two fifths", "three fifths", "four fifths", "nearly all", "all"],
    ),
    ask(
        "last character",
        &[
            "none",
            "a small letter",
            "a capital",
            "a digit",
            "a letter without case",
            "punctuation",
            "a quote or bracket",
            "a sign",
        ],
    ),
    ask("words in common with the text above", SHARED),
    ask("words in common with the text below", SHARED),
    ask("words of the first line in it", &["no first line", "none", "few", "a third", "half", "most"]),
    ask("lines with dates above", &["none", "one", "two", "some", "many"]),
    ask("glued words", &["none", "some"]),
    ask(
        "place by the headline",
        &[
            "there is none",
            "far above it",
            "close above it",
            "it is the headline",
            "right below it",
            "2 or 3 below it",
            "4 to 8 below it",
            "9 to 20 below it",
            "far below it",
        ],
    ),
    ask("running text around", &["none", "very little", "little", "some", "much", "nearly all"]),
    ask(
        "group of running text",
        &["outside of any", "in a tiny one", "in a small one", "in a middling one", "in a large one", "in the largest"],
    ),
];
