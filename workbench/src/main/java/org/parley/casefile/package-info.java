/// **Which case do these texts mean, or what is wrong with them?** A case is YAML text;
/// [CaseReader][org.parley.casefile.CaseReader] reads it,
/// [CaseWriter][org.parley.casefile.CaseWriter] writes it; how it stands in a folder and is changed
/// there is told in `folder`.
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
