/// **How do proposals from a text become records?** Shared by terminal and pages: the configured
/// reader, its permitted origins, metadata given by a person, and the edits of accepted proposals.
/// Nothing is written here.
@NullMarked
package org.parley.intake;

import org.jspecify.annotations.NullMarked;
