/// **How does a case come from text, and go back to it?** A case is a folder of YAML files;
/// [CaseFolder] reads it, writes it and changes it.
/// - The text form is read off the records of the model, once, by `shape`; reading, writing,
///   editing and the published schema follow it. A new kind of record needs nothing here but the
///   descriptions of its keys.
/// - Reading reports every problem with its file, line and column, not the first; it never throws
///   for what a file contains.
/// - Limits: 16 MiB a file, 256 MiB and 1,000 files a case, 40 levels of nesting; symbolic links
///   are not followed. YAML without aliases, anchors and tags, so that no short text stands for a
///   large value.
/// - Cost: linear in the text, to read and to write.
@NullMarked
package org.parley.casefile;

import org.jspecify.annotations.NullMarked;
