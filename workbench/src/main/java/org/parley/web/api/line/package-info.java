/// **What can a program ask, in which words, and what does it get?** The table of the interface for
/// programs and the document made of it.
///
/// A [Line] says everything about one address: its parameters, what is sent to it, what it answers,
/// and who may ask. A parameter that a line does not name cannot be read, and one that is not named
/// is refused; so the OpenAPI document made of the lines is what the code does. Shapes of answers
/// are written in a few characters, see [Types].
@NullMarked
package org.parley.web.api.line;

import org.jspecify.annotations.NullMarked;
