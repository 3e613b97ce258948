/// **What comes of a text somebody read for a case?** What terminal and pages share of reading:
/// which reader is set and what it may fetch, what a person tells of a text besides its words, what
/// was found in a line, and the changes to the case that accepting means. Nothing is written here.
@NullMarked
package org.parley.intake;

import org.jspecify.annotations.NullMarked;
