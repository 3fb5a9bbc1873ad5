//! Where outputs go: standard output, one file, or a folder of files. A file
//! is written beside its place and put there when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::arguments::Format;
use crate::formats;
use crate::interrupt;

/// What the command line names as output.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    Standard,
    File(PathBuf),
    Folder(PathBuf),
}

impl Target {
    /// A folder is one that exists, or a name with a slash at its end.
    pub(crate) fn of(output: Option<&Path>) -> Self {
        let Some(path) = output.filter(|path| path.as_os_str() != "-") else { return Self::Standard };
        let ends_with_slash = path.as_os_str().as_encoded_bytes().last().is_some_and(|last| is_separator(*last));
        match ends_with_slash || path.is_dir() {
            true => Self::Folder(path.to_path_buf()),
            false => Self::File(path.to_path_buf()),
        }
    }

    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(path) => Some(path),
            _ => None,
        }
    }
}

fn is_separator(byte: u8) -> bool {
    std::path::is_separator(char::from(byte))
}

/// Whether `path` holds a file that writing would destroy; a device or a pipe
/// can be written to as it is.
pub(crate) fn would_overwrite(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// One output that is open.
pub(crate) struct Sink {
    name: String,
    writer: Writer,
    last: Option<u8>,
}

enum Writer {
    Standard(BufWriter<Stdout>),
    Device(BufWriter<File>),
    File { file: BufWriter<NamedTempFile>, path: PathBuf, force: bool },
}

impl Sink {
    pub(crate) fn standard() -> Self {
        let writer = Writer::Standard(BufWriter::new(io::stdout()));
        Self { name: "standard output".to_owned(), writer, last: None }
    }

    /// A file; it is not there before [`Sink::finish`].
    pub(crate) fn file(path: &Path, force: bool) -> io::Result<Self> {
        let is_device = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
        let writer = match is_device {
            true => Writer::Device(BufWriter::new(File::options().write(true).open(path)?)),
            false => temporary(path, force)?,
        };
        Ok(Self { name: path.to_string_lossy().into_owned(), writer, last: None })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Writes the output of one or more documents, parted from what is there.
    pub(crate) fn write(&mut self, format: Format, output: &[u8]) -> io::Result<()> {
        let separator = formats::separator(format, self.last, output);
        self.last = output.last().copied().or(self.last);
        let writer = self.writer();
        writer.write_all(separator.as_bytes())?;
        writer.write_all(output)
    }

    /// Hands on what was written so far.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.writer().flush()
    }

    fn writer(&mut self) -> &mut dyn Write {
        match &mut self.writer {
            Writer::Standard(writer) => writer,
            Writer::Device(writer) => writer,
            Writer::File { file, .. } => file,
        }
    }

    /// Writes the rest and puts the file in its place. A sink that is dropped
    /// instead leaves no file behind.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        let Writer::File { file, path, force } = self.writer else { return Ok(()) };
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        let placed = match force {
            true => file.persist(&path).map(drop),
            false => file.persist_noclobber(&path).map(drop),
        };
        interrupt::note(None);
        placed.map_err(|error| error.error)
    }
}

/// A file beside `path`, with the permissions that a new file has.
fn temporary(path: &Path, force: bool) -> io::Result<Writer> {
    // A link stays a link: what it points to is written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let name = path.file_name().ok_or(ErrorKind::IsADirectory)?;
    let prefix = format!(".{}.", name.to_string_lossy());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(".unfinished");
    let permissions = permissions(&path);
    if let Some(permissions) = &permissions {
        builder.permissions(permissions.clone());
    }
    let file = builder.tempfile_in(folder)?;
    interrupt::note(Some(file.path()));
    Ok(Writer::File { file: BufWriter::new(file), path, force })
}

/// Those of the file that is overwritten; else what the system gives to new files.
#[cfg(unix)]
fn permissions(path: &Path) -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;

    /// Readable and writable for all; the system takes off its mask.
    const NEW_FILE: u32 = 0o666;

    let old = fs::metadata(path).ok().map(|metadata| metadata.permissions());
    Some(old.unwrap_or_else(|| fs::Permissions::from_mode(NEW_FILE)))
}

/// Other systems inherit them from the folder.
#[cfg(not(unix))]
fn permissions(_path: &Path) -> Option<fs::Permissions> {
    None
}
