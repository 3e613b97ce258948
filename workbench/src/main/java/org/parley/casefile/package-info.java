/// **Which case do these files describe, or which errors do they have?** A case is YAML text.
/// [CaseReader][org.parley.casefile.CaseReader] reads it,
/// [CaseWriter][org.parley.casefile.CaseWriter] writes it; `folder` edits it on disk.
/// - The text form is derived from the records of the model once, by `shape`. Reading, writing,
///   editing and the published schema follow it. A new record kind needs only descriptions of its
///   keys.
/// - Reading reports every problem with file, line and column. It never throws for the content of a
///   file.
/// - Limits: 16 MiB a file, 1 GiB and 1,000 files a case, 40 levels of nesting; symbolic links are
///   not followed. YAML without aliases, anchors and tags, against entity expansion.
/// - Cost: linear in the text, to read and to write.
@NullMarked
package org.parley.casefile;

import org.jspecify.annotations.NullMarked;
