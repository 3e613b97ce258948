/// **How do proposals from a text become records?** Shared by terminal and pages: the configured
/// reader and what it may fetch, metadata given by a person, the proposals of a line, and the edits
/// that accepting one makes. Nothing is written here.
@NullMarked
package org.parley.intake;

import org.jspecify.annotations.NullMarked;
