use super::BlockRecord;
use crate::role::Role;

/// A part of the article: a heading and the blocks under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub(crate) heading: Option<String>,
    pub(crate) heading_block: Option<usize>,
    pub(crate) level: u8,
    pub(crate) blocks: Vec<usize>,
}

impl Section {
    fn new(heading: Option<(usize, &str)>) -> Self {
        Self {
            heading: heading.map(|(_, text)| text.to_owned()),
            heading_block: heading.map(|(block, _)| block),
            level: u8::from(heading.is_some()),
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
    /// article's headings.
    pub fn level(&self) -> u8 {
        self.level
    }

    /// The numbers of the content blocks under the heading, in order.
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
    sections
}
