//! JSON Lines in batches: whole lines, few enough to hold many batches at once.

use std::io::{self, BufRead, BufReader, Read};

/// As much as is read at once. A batch ends where what was read is used up, so
/// that lines of a slow pipe do not wait for those to come.
const BUFFER: usize = 128 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Some lines of an input.
pub(crate) struct Batch {
    /// The number of the first one, from 1.
    pub(crate) first: u64,
    pub(crate) bytes: Vec<u8>,
}

impl Batch {
    /// The lines with their numbers, without those that are empty.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let lines = self.bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        (self.first..).zip(lines).filter(|(_, line)| !line.is_empty())
    }
}

/// Reads batches.
pub(crate) struct Batches<R> {
    reader: BufReader<R>,
    next: u64,
}

impl<R: Read> Batches<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self { reader: BufReader::with_capacity(BUFFER, reader), next: 1 }
    }

    /// The first byte that is no white space and no byte order mark; it is read
    /// again as part of the input.
    pub(crate) fn first_byte(&mut self) -> io::Result<Option<u8>> {
        let start = self.reader.fill_buf()?;
        let start = start.strip_prefix(BYTE_ORDER_MARK).unwrap_or(start);
        Ok(start.trim_ascii_start().first().copied())
    }

    /// All that is left, as one document.
    pub(crate) fn rest(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The next batch, of one line at least.
    pub(crate) fn next(&mut self) -> io::Result<Option<Batch>> {
        let mut bytes = Vec::new();
        let mut lines = 0;
        while self.reader.read_until(b'\n', &mut bytes)? > 0 {
            lines += 1;
            if self.reader.buffer().is_empty() {
                break;
            }
        }
        let first = self.next;
        self.next += lines;
        if first == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        Ok((lines > 0).then_some(Batch { first, bytes }))
    }
}
