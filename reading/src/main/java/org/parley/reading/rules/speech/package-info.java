/// **Who says it, and when?** A verb of saying with its subject, "according to" somebody, a name
/// before a colon, a turn in an interview, a joint statement.
@NullMarked
package org.parley.reading.rules.speech;

import org.jspecify.annotations.NullMarked;
