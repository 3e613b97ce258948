/// **How is a finding worded?** In one package, for every language of the product.
///
/// Engines return facts: records with numbers, dates and ids. A wording turns a fact into a
/// [Phrase], by an exhaustive `switch` from the fact to a message key. Messages are ICU patterns,
/// one folder for each [Language]. Pages, terminal, JSON, HTML and PDF print phrases; no other code
/// words findings.
@NullMarked
package org.parley.wording;

import org.jspecify.annotations.NullMarked;
