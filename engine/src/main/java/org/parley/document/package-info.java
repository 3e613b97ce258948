/// **What is the whole text of an instrument, element by element?**
///
/// [InstrumentTexts] finds the texts of an instrument: those on record whole, and those put
/// together from its points. [DocumentReader] reads a whole text into a tree of [DocumentElement]s.
/// [DocumentLine] is a paragraph of that tree as it is printed.
/// - Ids of elements are the same in every language of a text: `art_5__para_1`.
/// - A tree is derived from what is on record and is never stored.
/// - Cost: linear in the text, times the depth of the tree.
@NullMarked
package org.parley.document;

import org.jspecify.annotations.NullMarked;
