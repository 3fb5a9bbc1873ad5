//! Pipes, signals, order and size.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use assert_cmd::cargo::cargo_bin;

use crate::place::{Place, Run};

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut command = std::process::Command::new(cargo_bin!("chysto"));
    command.args(["clean", "--from", "jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // Standard input stays open for as long as the pipe takes lines.
    let feeder = std::thread::spawn(move || {
        while input.write_all(&b"{\"text\":\"The bridge is open again.\"}\n".repeat(100)).is_ok() {}
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "{\"text\":\"The bridge is open again.\"}\n");
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!((run.status, &*run.err), (Some(0), ""));
    feeder.join().unwrap();
}

#[test]
fn a_slow_pipe_is_followed_line_by_line() {
    let mut command = std::process::Command::new(cargo_bin!("chysto"));
    let mut child = command.arg("clean").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    for number in 0..3 {
        let line = format!("{{\"text\":\"The bridge is open again.\",\"n\":{number}}}");
        writeln!(input, "{line}").unwrap();
        assert_eq!(output.next().unwrap().unwrap(), line);
    }
    drop(input);
    assert!(output.next().is_none() && child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing() {
    let place = Place::new();
    let mut command = std::process::Command::new(cargo_bin!("chysto"));
    command.args(["clean", "--from", "jsonl", "-o", "out.jsonl"]).current_dir(place.path("")).stdin(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{{\"text\":\"The bridge is open again.\"}}").unwrap();
    while !place.files().iter().any(|file| file.ends_with(".unfinished")) {
        assert!(child.try_wait().unwrap().is_none(), "ended before it was interrupted");
        std::thread::yield_now();
    }
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(place.files(), Vec::<String>::new());
}

/// Documents of very different sizes, so that workers overtake each other.
fn crawl(records: usize) -> String {
    let record = |number: usize| {
        let body = "The old bridge over the river is open again. ".repeat(1 + number * 7919 % 13);
        format!("{{\"n\":{number},\"text\":\"Top of page\\n\\n{}\"}}\n", body.trim_end())
    };
    (0..records).map(record).collect()
}

#[test]
fn order_does_not_depend_on_the_number_of_jobs() {
    let place = Place::with(&[("r.jsonl", crawl(3000).as_bytes())]);
    for number in 0..40 {
        let body = "The old bridge over the river is open again. ".repeat(1 + number * 7 % 11);
        place.put(&format!("in/{number:02}.txt"), format!("{body}It is bridge number {number}.").as_bytes());
    }
    for line in ["clean r.jsonl", "clean in", "clean --to json in r.jsonl"] {
        let outputs: Vec<_> = [1, 2, 8].map(|jobs| place.run(&format!("{line} --jobs {jobs}")).well()).into();
        assert!(outputs[0].len() > 1000 && outputs.iter().all(|output| *output == outputs[0]), "{line}");
    }
}

#[test]
fn many_records_and_long_ones_go_through() {
    let place = Place::with(&[("r.jsonl", crawl(20_000).as_bytes())]);
    place.run("clean r.jsonl -o out.jsonl").well();
    let out = place.read("out.jsonl");
    assert_eq!(out.lines().count(), 20_000);
    for (number, line) in out.lines().enumerate() {
        assert!(line.starts_with(&format!("{{\"n\":{number},\"text\":\"The old")), "{line}");
    }
    let long = "The old bridge over the river is open again. ".repeat(30_000);
    let line = format!("{{\"text\":\"{}\"}}\n", long.trim_end());
    assert!(place.feed("clean", format!("{line}{line}").as_bytes()).well() == line.repeat(2));
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    const MOST_KILOBYTES: u64 = 200_000;
    let mut command = std::process::Command::new(cargo_bin!("chysto"));
    command.args(["normalize", "--jobs", "2"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let line = format!("{{\"text\":\"{}\"}}\n", "a".repeat(100_000));
    for _ in 0..4_000 {
        input.write_all(line.as_bytes()).unwrap();
    }
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    drop(input);
    assert!(child.wait().unwrap().success());
    assert!(peak < MOST_KILOBYTES, "{peak} kB for 400 MB");
}
