/// **How are values of the model bound to text?** `Shapes` derives a [Shape] for every type from
/// the records, once. Reader, writer, editor, published schema and forms follow it, so they cannot
/// disagree.
/// - `Kinds` names the keys of a case file; `Descriptions` has a sentence for each key.
/// - [Binder] builds values from nodes and reports every fault with its place; [Locator] finds the
///   node at a path. [RecordText] and [FlowText] write values as YAML.
/// - Cost: linear in the text or the value.
@NullMarked
package org.parley.casefile.shape;

import org.jspecify.annotations.NullMarked;
