/// **What was promised in case something happens, who brings what to it, and what happened?**
///
/// A [Guarantee] is one commitment of a text; [Contribution] and [Need] say who brings what and
/// what is needed; an [Incident] is an occurrence, on which each [LogEntry] records something that
/// was reported, found, voted or done; a [CoverageQuestion] asks which promise would answer what,
/// on which assumed dates. As everywhere in the model, the components of a record are the keys of
/// its text form.
@NullMarked
package org.parley.model.guarantee;

import org.jspecify.annotations.NullMarked;
