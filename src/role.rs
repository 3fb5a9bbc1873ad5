//! What a block is to its page: [`Role`], its [`Class`], and sets of roles.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, suggestion};

/// The three classes of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Class {
    /// The article itself.
    Content,
    /// Facts about the article: who wrote it, when, where it was published.
    Metadata,
    /// What the page put around the article.
    Artifact,
}

impl Class {
    /// The class's name as it is printed before the slash of a role.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Metadata => "metadata",
            Self::Artifact => "artifact",
        }
    }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident = $class:ident / $kind:literal,)*) => {
        /// What a block is to its page, printed and parsed as `class/kind`.
        ///
        /// ```
        /// use chysto::{Class, Role};
        ///
        /// let role: Role = "artifact/share".parse().unwrap();
        /// assert_eq!(role, Role::Share);
        /// assert_eq!(role.class(), Class::Artifact);
        /// assert_eq!(role.to_string(), "artifact/share");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Role {
            $($(#[$doc])* $variant,)*
        }

        impl Role {
            /// All roles: content first, then metadata, then artifacts.
            pub const ALL: &'static [Role] = &[$(Role::$variant,)*];

            /// The class that the role belongs to.
            pub const fn class(self) -> Class {
                match self {
                    $(Self::$variant => Class::$class,)*
                }
            }

            /// The role's name within its class, `title` or `share`.
            pub const fn kind(self) -> &'static str {
                match self {
                    $(Self::$variant => $kind,)*
                }
            }
        }
    };
}

roles! {
    /// The article's title.
    Title = Content / "title",
    /// A heading inside the article.
    Heading = Content / "heading",
    /// Running text.
    Paragraph = Content / "paragraph",
    /// An item of a list in the article.
    ListItem = Content / "list_item",
    /// Somebody's words, set apart.
    Quote = Content / "quote",
    /// The words under a picture.
    Caption = Content / "caption",
    /// A row of a table.
    Table = Content / "table",
    /// A line of code.
    Code = Content / "code",
    /// Who wrote it.
    Author = Metadata / "author",
    /// When it was published or updated.
    Date = Metadata / "date",
    /// Where it was published first.
    Source = Metadata / "source",
    /// The rubric it stands in.
    Category = Metadata / "category",
    /// Its key words.
    Tags = Metadata / "tags",
    /// How long it takes to read.
    ReadingTime = Metadata / "reading_time",
    /// Menus, breadcrumbs, skip links, pagers.
    Navigation = Artifact / "navigation",
    /// Share and follow buttons, icon labels.
    Share = Artifact / "share",
    /// Views, likes, numbers of comments.
    Counter = Artifact / "counter",
    /// Links to other articles.
    Teaser = Artifact / "teaser",
    /// Subscribe, donate, install.
    Promo = Artifact / "promo",
    /// Advertisements.
    Ad = Artifact / "ad",
    /// Copyright, cookies, terms.
    Legal = Artifact / "legal",
    /// Player controls, alternative texts, photo credits.
    Media = Artifact / "media",
    /// Readers' comments and their forms.
    Comments = Artifact / "comments",
    /// Log-in, search and other forms.
    Form = Artifact / "form",
    /// A line that stands on the page already.
    Duplicate = Artifact / "duplicate",
    /// Any other artifact.
    Other = Artifact / "other",
}

impl Role {
    /// Whether the role belongs to the article itself.
    pub const fn is_content(self) -> bool {
        matches!(self.class(), Class::Content)
    }

    /// Whether the role is one of the page's artifacts.
    pub const fn is_artifact(self) -> bool {
        matches!(self.class(), Class::Artifact)
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.class().name(), self.kind())
    }
}

impl FromStr for Role {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|role| role.matches(name)).ok_or_else(|| unknown(name))
    }
}

impl Role {
    fn matches(self, name: &str) -> bool {
        name.strip_prefix(self.class().name())
            .and_then(|rest| rest.strip_prefix('/'))
            .is_some_and(|kind| kind == self.kind())
    }
}

/// A set of roles, such as those that stay in the text.
///
/// Parsed from a role (`content/title`) or a class (`content`).
///
/// ```
/// use chysto::{Role, RoleSet};
///
/// let mut kept: RoleSet = "content".parse().unwrap();
/// kept.remove("content/caption".parse().unwrap());
/// assert!(kept.contains(Role::Title));
/// assert!(!kept.contains(Role::Caption));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RoleSet(u32);

impl RoleSet {
    /// The set without a role.
    pub const EMPTY: Self = Self(0);

    /// The set of all roles.
    pub const fn all() -> Self {
        Self((1 << Role::ALL.len()) - 1)
    }

    /// The set of the roles of one class.
    pub fn class(class: Class) -> Self {
        Role::ALL.iter().copied().filter(|role| role.class() == class).collect()
    }

    /// Whether `role` is in the set.
    pub const fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    /// Adds all roles of `other`.
    pub fn insert(&mut self, other: RoleSet) {
        self.0 |= other.0;
    }

    /// Takes out all roles of `other`.
    pub fn remove(&mut self, other: RoleSet) {
        self.0 &= !other.0;
    }

    /// Whether no role is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The roles in the set, in the order of [`Role::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.contains(*role))
    }
}

impl Default for RoleSet {
    /// The roles that `text` holds unless told otherwise: content without captions.
    fn default() -> Self {
        let mut kept = Self::class(Class::Content);
        kept.remove(Role::Caption.into());
        kept
    }
}

impl From<Role> for RoleSet {
    fn from(role: Role) -> Self {
        Self(1 << role as u32)
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().fold(0, |set, role| set | 1 << role as u32))
    }
}

impl fmt::Debug for RoleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl FromStr for RoleSet {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let class = [Class::Content, Class::Metadata, Class::Artifact].into_iter().find(|class| class.name() == name);
        match class {
            Some(class) => Ok(Self::class(class)),
            None => name.parse::<Role>().map(Self::from),
        }
    }
}

fn unknown(name: &str) -> Error {
    let names: Vec<String> = Role::ALL.iter().map(Role::to_string).collect();
    let near = suggestion(name, names.iter().map(String::as_str));
    let hint = if near.is_empty() { format!("; the roles are {}", names.join(", ")) } else { near };
    Error::new(Kind::Role, format!("no role is called `{name}`{hint}"))
}
