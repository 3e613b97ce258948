/// **What was promised, who contributes what, and what happened?**
///
/// A [Guarantee] is one commitment of a text. [Contribution] and [Need] are pledges and
/// requirements. An [Incident] is an occurrence; each [LogEntry] records a report, finding, vote or
/// act about one. A [CoverageQuestion] tests a claim of protection on assumed dates. As everywhere
/// in the model, the components of a record are the keys of its text form.
@NullMarked
package org.parley.model.guarantee;

import org.jspecify.annotations.NullMarked;
