//! The public API as one file, so that no change of it goes unnoticed.
//!
//! Needs a nightly toolchain and `cargo install cargo-public-api --locked`;
//! says so and passes where one is missing. To take over a change:
//! `UPDATE_PUBLIC_API=1 cargo test --test public_api`.

use std::path::PathBuf;
use std::process::{Command, Output};

#[test]
fn public_api_is_as_written_down() {
    let Some(current) = current() else { return };
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/public-api.txt");
    if std::env::var_os("UPDATE_PUBLIC_API").is_some() {
        std::fs::write(&path, &current).expect("tests/public-api.txt is written");
        return;
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let gone: Vec<&str> = written.lines().filter(|line| !current.lines().any(|other| other == *line)).collect();
    let new: Vec<&str> = current.lines().filter(|line| !written.lines().any(|other| other == *line)).collect();
    assert!(
        written == current,
        "the public API is not as tests/public-api.txt has it\ngone: {gone:#?}\nnew: {new:#?}\n\
         if that is meant: UPDATE_PUBLIC_API=1 cargo test --test public_api"
    );
}

/// The API, one item a line; none where a tool is missing.
fn current() -> Option<String> {
    if !succeeds(Command::new("rustup").args(["run", "nightly", "rustc", "--version"])) {
        println!("skipped: no nightly toolchain (rustup toolchain install nightly)");
        return None;
    }
    if !succeeds(Command::new("cargo").args(["public-api", "--version"])) {
        println!("skipped: no cargo-public-api (cargo install cargo-public-api --locked)");
        return None;
    }
    // Without the implementations that are the same for every type. A target folder of its own:
    // the one in use is locked by the `cargo test` that runs this.
    let output = Command::new("cargo")
        .args(["+nightly", "public-api", "-p", "chysto", "-sss", "--color", "never"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("public-api"))
        .env_remove("RUSTUP_TOOLCHAIN")
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo public-api failed:\n{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("the API is UTF-8"))
}

fn succeeds(command: &mut Command) -> bool {
    command.env_remove("RUSTUP_TOOLCHAIN").output().is_ok_and(|Output { status, .. }| status.success())
}
