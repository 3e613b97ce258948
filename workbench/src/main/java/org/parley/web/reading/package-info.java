/// **What does this text say, and which of it is recorded?** A text is read in the background and
/// shown with its proposals. A person with the right to add claims accepts, edits or dismisses
/// each. Texts are kept in memory only, the latest few of each person. Accepted proposals are
/// written through [org.parley.web.service.CaseService], like any form.
@NullMarked
package org.parley.web.reading;

import org.jspecify.annotations.NullMarked;
