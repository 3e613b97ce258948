/// **What changed between two versions of a text, and who moved?**
///
/// [Wordings] compares two versions of the text of a point: which words were kept, taken out and
/// put in, which brackets were opened and settled, and which party now holds other words than
/// before. [WordDiff] compares two plain texts word by word.
/// - Words are compared without the white space around them; the fewest words are said to be
///   changed (Myers 1986).
/// - What is said of a party follows from the holders on record in the two versions and from
///   nothing else: where a wording came from is told, why a party moved is not.
/// - Cost: words times changed words.
@NullMarked
package org.parley.redline;

import org.jspecify.annotations.NullMarked;
