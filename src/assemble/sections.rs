use super::BlockRecord;
use super::levels::levels;
use crate::role::Role;

/// A part of the article: a heading and the blocks under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub(crate) heading: Option<String>,
    pub(crate) heading_block: Option<usize>,
    pub(crate) level: u8,
    pub(crate) parent: Option<usize>,
    pub(crate) blocks: Vec<usize>,
}

impl Section {
    fn new(heading: Option<(usize, &str)>) -> Self {
        Self {
            heading: heading.map(|(_, text)| text.to_owned()),
            heading_block: heading.map(|(block, _)| block),
            level: 0,
            parent: None,
            blocks: Vec::new(),
        }
    }

    /// The heading's text; none for what stands before the first heading.
    pub fn heading(&self) -> Option<&str> {
        self.heading.as_deref()
    }

    /// The number of the heading's block.
    pub fn heading_block(&self) -> Option<usize> {
        self.heading_block
    }

    /// How deep the section lies: 0 before the first heading, 1 for the
    /// article's headings, more for headings below others. Plain text tells that by number
    /// signs (`##`), by numbers (`2.1`) or by capitals; where it does not, all are 1.
    ///
    /// ```
    /// let page = "Roads of the town\n\n1. Bridges\n\n\
    ///             Both bridges in the town are open to all again, and the work has ended.\n\n\
    ///             1.1 The old bridge\n\n\
    ///             The old one has been closed to all for more than a year because of a flood.\n";
    /// let document = chysto::clean(page);
    /// let levels: Vec<_> = document.sections().iter().map(|section| (section.level(), section.parent())).collect();
    /// assert_eq!(levels, [(1, None), (2, Some(0))]);
    /// ```
    pub fn level(&self) -> u8 {
        self.level
    }

    /// The number of the section that this one is a part of.
    pub fn parent(&self) -> Option<usize> {
        self.parent
    }

    /// The numbers of the content blocks under the heading, in order: paragraphs, items of lists,
    /// quotes, as their roles tell.
    ///
    /// ```
    /// use chysto::Role;
    ///
    /// let page = "A bridge reopens\n\nWhoever comes to the bridge should bring these two things along:\n\n\
    ///             - A warm coat\n- Good shoes\n\n> The bridge has always been ours\n\n\
    ///             The old bridge over the river is open again, and many people came on Sunday to cross it on foot.";
    /// let document = chysto::clean(page);
    /// let section = document.sections().last().unwrap();
    /// let with_role = |role| section.blocks().iter().filter_map(|number| document.block(*number)).filter(move |block| block.role() == role);
    /// let texts = |role| with_role(role).map(|block| block.text()).collect::<Vec<_>>();
    /// assert_eq!(texts(Role::ListItem), ["- A warm coat", "- Good shoes"]);
    /// assert_eq!(texts(Role::Quote), ["> The bridge has always been ours"]);
    /// ```
    pub fn blocks(&self) -> &[usize] {
        &self.blocks
    }
}

/// Divides the content at its headings; the title is in no section.
pub(crate) fn sections(blocks: &[BlockRecord<'_>]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match block.role {
            Role::Title => {}
            Role::Heading => sections.push(Section::new(Some((index, &block.text)))),
            role if role.is_content() && block.kept => {
                if sections.is_empty() {
                    sections.push(Section::new(None));
                }
                if let Some(section) = sections.last_mut() {
                    section.blocks.push(index);
                }
            }
            _ => {}
        }
    }
    nest(&mut sections);
    sections
}

/// Gives every section that has a heading its level and its parent.
fn nest(sections: &mut [Section]) {
    let headings: Vec<&str> = sections.iter().filter_map(Section::heading).collect();
    let mut levels = levels(&headings).into_iter();
    let mut open: Vec<usize> = Vec::new();
    for (place, section) in sections.iter_mut().enumerate().filter(|(_, section)| section.heading.is_some()) {
        section.level = levels.next().unwrap_or(1);
        open.truncate(usize::from(section.level) - 1);
        section.parent = open.last().copied();
        open.push(place);
    }
}
