/// **What does a text say about the state of a settlement, and where exactly?** From a news text to
/// [Proposal]s: claims, meetings, next steps, instruments, demands of order. A reader only
/// proposes. The [QuotationFilter] drops every proposal that is not literally in the text, has no
/// speaker there, or names unknown records. Nothing is written automatically.
///
/// Readers are interchangeable: offline rules with learned models, or a language model behind an
/// endpoint. All pass the same filter.
@NullMarked
package org.parley.reading;

import org.jspecify.annotations.NullMarked;
