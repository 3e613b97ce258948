/// **What do a GENIUS domain and its preference profiles contain?** The XML of GENIUS 10.4,
/// evaluated as by GENIUS. Profiles are additive over discrete and integer issues,
/// hyper-rectangles, or ranks with zeroing rules.
///
/// {@snippet file="GeniusExample.java" region="files"}
///
/// A file that cannot be read is a [org.parley.genius.file.BadFileException], with a [GeniusFault]
/// or another code in place of a sentence. Cost: linear in the files, but for rules and caps.
///
/// Content that GENIUS misreads silently is an error here, or a note. Literature: Lin, Kraus,
/// Baarslag, Tykhonov, Hindriks and Jonker 2014; Ito, Hattori and Klein 2007 for hyper-rectangles.
/// Format: docs/reference/formats.md.
@NullMarked
package org.parley.genius;

import org.jspecify.annotations.NullMarked;
