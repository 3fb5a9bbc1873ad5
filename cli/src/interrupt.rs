//! What is left behind when the user stops a run: nothing.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The file that is being written, under its temporary name. One at a time: only
/// one thread writes.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The status that shells give to a command stopped by Ctrl-C.
const INTERRUPTED: i32 = 130;

/// Takes the unfinished file away when the run is stopped by a signal.
pub(crate) fn watch() {
    // Without a handler the run is stopped as well, only less cleanly.
    let _ = ctrlc::set_handler(|| {
        // The lock is held to the end, so that no other file is begun.
        let unfinished = UNFINISHED.lock();
        if let Ok(Some(path)) = unfinished.as_deref() {
            let _ = std::fs::remove_file(path);
        }
        std::process::exit(INTERRUPTED);
    });
}

/// Notes the file that is being written; none when it is finished.
pub(crate) fn note(path: Option<&Path>) {
    if let Ok(mut unfinished) = UNFINISHED.lock() {
        *unfinished = path.map(Path::to_path_buf);
    }
}
