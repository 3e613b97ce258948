/// **What changed between two versions of a text, and who moved?**
///
/// [TextComparison] compares two versions of the text of a point: words, brackets opened and
/// settled, and parties that now hold other words. [WordDiff] compares two plain texts.
/// - Words are compared without the white space around them, with the fewest changes (Myers 1986).
/// - A party's movement follows from the holders on record in the two versions. The origin of a
///   wording is stated, the motive is not.
/// - Cost: words times changed words.
@NullMarked
package org.parley.redline;

import org.jspecify.annotations.NullMarked;
