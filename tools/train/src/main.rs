//! Trains the model that tells the article from the artifacts, and fits the points of titles and headings.
//!
//! ```text
//! cargo run --release --manifest-path tools/train/Cargo.toml -- model CORPUS.jsonl.gz …
//! cargo run --release --manifest-path tools/train/Cargo.toml -- points CORPUS.jsonl.gz … --references REFERENCES.jsonl
//! ```

mod ablation;
mod chance;
mod corpus;
mod examples;
mod fit;
mod labels;
mod measure;
mod model;
mod network;
mod points;
mod seeds;
mod table;
mod tokens;

use clap::Parser;

#[derive(Parser)]
enum Command {
    /// Train the model of pages.
    Model(model::Arguments),
    /// Fit the points by which a title and headings are found.
    Points(points::Arguments),
}

fn main() -> std::io::Result<()> {
    match Command::parse() {
        Command::Model(arguments) => model::run(&arguments),
        Command::Points(arguments) => points::run(&arguments),
    }
}
