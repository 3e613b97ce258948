/// **What does a text say about the state of a settlement, and where exactly does it say so?** From
/// a news text to [Proposal]s: claims, meetings, next steps, documents, demands of order. A reader
/// only proposes; the [Gate] drops whatever is not literally in the text, is said by nobody in it,
/// or names what the case does not hold; and nothing is ever written by itself.
///
/// Readers are interchangeable: rules and word lists that work offline, or a language model behind
/// an endpoint. All pass the same gate.
@NullMarked
package org.parley.reading;

import org.jspecify.annotations.NullMarked;
