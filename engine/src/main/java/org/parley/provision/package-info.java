/// **Which provisions does the text of an agreement have, and which words are in brackets?**
///
/// [ProvisionReader] reads lines into a tree of [TextProvision]s, numbered as in the original.
/// [BracketReader] reads the words of one into segments, with the parties that hold a bracket.
/// - A line opens a provision if its number continues the series, not because it begins with one:
///   "100 mm canons" is text.
/// - What could be read otherwise is a [TextDoubt] at its line, never dropped.
/// - Cost: lines times the depth of the tree.
@NullMarked
package org.parley.provision;

import org.jspecify.annotations.NullMarked;
