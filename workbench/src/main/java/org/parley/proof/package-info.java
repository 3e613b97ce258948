/// **Does a finding in a file hold?** A finding travels as JSON with its problem and its
/// certificate, and is checked where no search is at hand.
///
/// [RecordJson] writes records by their components, so that a certificate added tomorrow is written
/// too. Nothing here reaches a search: `ArchitectureTest` follows every class that is used.
@NullMarked
package org.parley.proof;

import org.jspecify.annotations.NullMarked;
