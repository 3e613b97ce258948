/// **Which text stands for which value of the model?** [Shape] says it for every type, read off the
/// records once by `Shapes`; the reader, the writer, the editor, the published schema and the forms
/// of the pages follow it, so they cannot disagree.
/// - `Kinds` names the keys of a case file; `Descriptions` says in a sentence what each key means.
/// - [Binder] makes values from nodes and reports every fault with its place; [Locator] finds the
///   node a path leads to; [RecordText] and [FlowText] write values as YAML.
/// - Cost: linear in the text or the value.
@NullMarked
package org.parley.casefile.shape;

import org.jspecify.annotations.NullMarked;
